import type { PersonId, SessionId } from '@stip/primitives'
import { CloseCode } from '@stip/sync/protocol'
import type { Actor, Session } from '@stip/workshop'
import { eachInSlices } from '../in-slices.ts'
import { isSameGrant } from '../storage/stores/grant-store.ts'
import type { GrantName } from '../storage/stores/grant-store.ts'
import { Connected } from './connected.ts'
import { Encoded } from './parts/encoded.ts'
import { SessionParts } from './parts/session-parts.ts'
import type { Asked, Told } from './parts/session-parts.ts'
import type { Surroundings } from './parts/shared-parts.ts'
import type { ViewRevisions } from './view-revisions.ts'

const HEARTBEAT_MS = 15_000
/** After the first, news of one session goes out at most once per this time… */
const SHORTEST_PAUSE_MS = 150
/** …and per this time for every screen: in a rush of a thousand, each arrival is news to all of them. */
const PAUSE_PER_SCREEN_MS = 0.5
/** A screen that is this far behind (in bytes) gets the next news instead of this. */
const TOO_FAR_BEHIND = 1024 * 1024

/** One screen that follows a session. */
export interface FeedListener {
  readonly grant: GrantName
  readonly actor: Actor
  /** Bytes handed to `send` that have not left yet. */
  readonly bufferedBytes: () => number
  readonly send: (message: Encoded) => void
  readonly close: (code: number, reason: string) => void
  /** What the screen has, when it comes again. */
  readonly has?: Told | undefined
  /** A page of before there were parts: it is sent everything at each change. */
  readonly wantsViews?: boolean
}

interface FeedsOptions {
  /** Milliseconds that only pass. */
  readonly elapsed: () => number
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly revisions: ViewRevisions
  /** Differs at each start of the server. */
  readonly epoch: string
  readonly find: (sessionId: SessionId) => Session | undefined
  readonly around: (sessionId: SessionId) => Surroundings
  /** The whole view, as JSON, for pages of before there were parts. */
  readonly view: (session: Session, actor: Actor, numbers: Numbers) => string
}

interface Numbers {
  readonly revision: number
  readonly now: number
}

interface Screen {
  told: Told | undefined
  /** What it was sent last, when it wants views. */
  view?: string
}

interface Feed {
  readonly screens: Map<FeedListener, Screen>
  readonly parts: SessionParts
  revision: number
  timer: NodeJS.Timeout | undefined
  isDue: boolean
}

/** Tells every screen what changed in its session, and knows whose screen is open. */
export class SessionFeeds {
  readonly #options: FeedsOptions
  readonly #feeds = new Map<SessionId, Feed>()
  readonly #connected: Connected
  readonly #heartbeat: NodeJS.Timeout
  /** The number of the first view of a session that nobody looked at since the start. */
  #first: number

  constructor(options: FeedsOptions) {
    this.#options = options
    this.#first = options.revisions.first
    this.#connected = new Connected(options.elapsed)
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS)
    this.#heartbeat.unref()
  }

  /** Tells what the screen lacks at once, and what changes from then on, until the returned function is called. */
  follow(sessionId: SessionId, listener: FeedListener): () => void {
    const feed = this.#feedOf(sessionId)
    const { actor } = listener
    const screen: Screen = { told: listener.has }
    feed.screens.set(listener, screen)
    this.#tell(sessionId, feed, listener, screen, true)
    if (this.#connected.came(actor)) this.touch(sessionId)
    return () => {
      if (!feed.screens.delete(listener)) return
      if (this.#connected.went(actor)) this.touch(sessionId)
      if (feed.screens.size > 0) return
      clearTimeout(feed.timer)
      feed.timer = undefined
    }
  }

  /** Something may look different now. The first change goes out at once, many go out together. */
  touch(sessionId: SessionId): void {
    const feed = this.#feedOf(sessionId)
    feed.revision = this.#options.revisions.after(feed.revision)
    if (feed.timer !== undefined) {
      feed.isDue = true
      return
    }
    setImmediate(() => void this.#tellAll(sessionId, feed))
    const pause = Math.max(SHORTEST_PAUSE_MS, feed.screens.size * PAUSE_PER_SCREEN_MS)
    feed.timer = setTimeout(() => {
      feed.timer = undefined
      if (!feed.isDue) return
      feed.isDue = false
      this.touch(sessionId)
    }, pause)
    feed.timer.unref()
  }

  /** The number of the view as it is now; see `SessionView.revision`. */
  revisionOf(sessionId: SessionId): number {
    return this.#feedOf(sessionId).revision
  }

  /** What a screen lacks that asks over plain http, as messages of the feed. */
  lackedBy(session: Session, actor: Actor, has: Told | undefined): readonly Encoded[] {
    const { parts, revision } = this.#feedOf(session.id)
    const asked = { session, actor, revision, now: this.#options.now() }
    return parts.newsFor(asked, knownTo(has, asked)) ?? [parts.nothingNew(asked)]
  }

  /** Notes that somebody asked over plain http. */
  polled(sessionId: SessionId, personId: PersonId): void {
    if (this.#connected.asked(sessionId, personId)) this.touch(sessionId)
  }

  /** Whether somebody follows a session. */
  isFollowed(sessionId: SessionId): boolean {
    return (this.#feeds.get(sessionId)?.screens.size ?? 0) > 0
  }

  /** What is remembered of a session that nobody follows goes. Its next view has a higher number all the same. */
  forget(sessionId: SessionId): void {
    const feed = this.#feeds.get(sessionId)
    if (feed === undefined || feed.screens.size > 0) return
    clearTimeout(feed.timer)
    this.#first = Math.max(this.#first, this.#options.revisions.after(feed.revision))
    this.#feeds.delete(sessionId)
  }

  isConnected(personId: PersonId): boolean {
    return this.#connected.has(personId)
  }

  /** Ends the connections of a grant that is no longer there. */
  withdraw(grant: GrantName): void {
    for (const { screens } of this.#feeds.values()) {
      for (const listener of screens.keys()) {
        if (isSameGrant(listener.grant, grant)) {
          listener.close(CloseCode.accessChanged, 'grant withdrawn')
        }
      }
    }
  }

  /** Sends every screen away, to come back when the server is there again. */
  close(): void {
    clearInterval(this.#heartbeat)
    for (const feed of this.#feeds.values()) {
      clearTimeout(feed.timer)
      for (const listener of feed.screens.keys()) listener.close(CloseCode.goingAway, 'closing')
    }
    this.#feeds.clear()
  }

  /** Tells every screen its news. */
  async #tellAll(sessionId: SessionId, feed: Feed): Promise<void> {
    await eachInSlices(feed.screens, ([listener, screen]) => {
      if (listener.bufferedBytes() > TOO_FAR_BEHIND) feed.isDue = true
      else this.#tell(sessionId, feed, listener, screen, false)
    })
  }

  #tell(
    sessionId: SessionId,
    { parts, revision }: Feed,
    listener: FeedListener,
    screen: Screen,
    isFirst: boolean,
  ): void {
    const session = this.#options.find(sessionId)
    if (session === undefined) return
    const { actor } = listener
    const asked = { session, actor, revision, now: this.#options.now() }
    if (listener.wantsViews === true) {
      this.#showView(listener, screen, asked)
      return
    }
    const told = isFirst ? knownTo(screen.told, asked) : screen.told
    const news = parts.newsFor(asked, told) ?? (isFirst ? [parts.nothingNew(asked)] : undefined)
    if (news === undefined) return
    screen.told = { key: parts.keyFor(asked), revision }
    for (const message of news) listener.send(message)
  }

  #showView(
    listener: FeedListener,
    screen: Screen,
    { session, actor, revision, now }: Asked,
  ): void {
    const lasting = this.#options.view(session, actor, { revision: 0, now: 0 })
    if (screen.view === lasting) return
    screen.view = lasting
    const view = this.#options.view(session, actor, { revision, now })
    listener.send(new Encoded(`{"type":"session","view":${view}}`))
  }

  #feedOf(sessionId: SessionId): Feed {
    const known = this.#feeds.get(sessionId)
    if (known !== undefined) return known
    const { epoch, around } = this.#options
    const feed: Feed = {
      screens: new Map(),
      parts: new SessionParts(epoch, around(sessionId)),
      revision: this.#first,
      timer: undefined,
      isDue: false,
    }
    this.#feeds.set(sessionId, feed)
    return feed
  }

  async #beat(): Promise<void> {
    for (const sessionId of this.#connected.silent()) this.touch(sessionId)
    const message = new Encoded('{"type":"still-here"}')
    for (const { screens, parts } of this.#feeds.values()) {
      if (screens.size === 0) parts.clear()
      // oxlint-disable-next-line no-await-in-loop
      await eachInSlices(screens.keys(), (listener) => listener.send(message))
    }
  }
}

/** What a screen says that it has, unless that cannot be: numbers of ours only rise. */
function knownTo(has: Told | undefined, { revision }: Asked): Told | undefined {
  return has !== undefined && has.revision <= revision ? has : undefined
}
