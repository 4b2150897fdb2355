import type { FeedMessage, SessionView } from '@stip/api'
import type { PersonId, SessionId } from '@stip/primitives'
import { CloseCode } from '@stip/sync/protocol'
import type { Actor } from '@stip/workshop'
import { isSameGrant } from '../storage/grant-store.ts'
import type { GrantName } from '../storage/grant-store.ts'
import type { ViewRevisions } from './view-revisions.ts'

const HEARTBEAT_MS = 15_000
/** After the first, views of one session are made at most once per this time. */
const SHORTEST_PAUSE_MS = 150
/** A screen that asks over plain http counts as connected for this long after a question. */
const POLL_COUNTS_FOR_MS = 20_000
/** A screen that is this far behind (in bytes) gets the next view instead of this one. */
const TOO_FAR_BEHIND = 1024 * 1024

/** One screen that follows a session. */
export interface FeedListener {
  readonly grant: GrantName
  readonly actor: Actor
  /** Bytes handed to `send` that have not left yet. */
  readonly bufferedBytes: () => number
  /** Sends a text frame. */
  readonly send: (text: string) => void
  readonly close: (code: number, reason: string) => void
}

interface FeedsOptions {
  /** Milliseconds that only pass. */
  readonly elapsed: () => number
  readonly revisions: ViewRevisions
  /** Makes the view of one screen; undefined when there is no such session. */
  readonly view: (sessionId: SessionId, actor: Actor, revision: number) => SessionView | undefined
}

interface Feed {
  /** Every screen with what it was shown last, so that it hears only what is news to it. */
  readonly listeners: Map<FeedListener, string | undefined>
  revision: number
  timer: NodeJS.Timeout | undefined
  isDue: boolean
}

interface Content {
  /** The view without what is different every time it is made. */
  readonly lasting: string
  readonly text: string
}

/** Tells every screen what its session looks like now, and knows whose screen is open. */
export class SessionFeeds {
  readonly #options: FeedsOptions
  readonly #feeds = new Map<SessionId, Feed>()
  readonly #polls = new Map<PersonId, { readonly sessionId: SessionId; readonly at: number }>()
  readonly #heartbeat: NodeJS.Timeout

  constructor(options: FeedsOptions) {
    this.#options = options
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS)
    this.#heartbeat.unref()
  }

  /** Shows the session at once, and again after every change, until the returned function is called. */
  follow(sessionId: SessionId, listener: FeedListener): () => void {
    const feed = this.#feedOf(sessionId)
    feed.listeners.set(listener, undefined)
    this.#show(sessionId, feed, [listener])
    if (listener.actor.role === 'participant') this.touch(sessionId)
    return () => {
      if (!feed.listeners.delete(listener)) return
      if (listener.actor.role === 'participant') this.touch(sessionId)
      if (feed.listeners.size > 0) return
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
    setImmediate(() => this.#show(sessionId, feed, feed.listeners.keys()))
    feed.timer = setTimeout(() => {
      feed.timer = undefined
      if (!feed.isDue) return
      feed.isDue = false
      this.touch(sessionId)
    }, SHORTEST_PAUSE_MS)
    feed.timer.unref()
  }

  /** The number of the view as it is now; see `SessionView.revision`. */
  revisionOf(sessionId: SessionId): number {
    return this.#feedOf(sessionId).revision
  }

  /** Notes that somebody asked for a view over plain http. */
  polled(sessionId: SessionId, personId: PersonId): void {
    const wasConnected = this.isConnected(sessionId, personId)
    this.#polls.set(personId, { sessionId, at: this.#options.elapsed() })
    if (!wasConnected) this.touch(sessionId)
  }

  isConnected(sessionId: SessionId, personId: PersonId): boolean {
    if (this.#polls.has(personId)) return true
    const { listeners } = this.#feedOf(sessionId)
    return [...listeners.keys()].some(
      ({ actor }) => actor.role === 'participant' && actor.personId === personId,
    )
  }

  /** Ends the connections of a grant that is no longer there. */
  withdraw(grant: GrantName): void {
    for (const { listeners } of this.#feeds.values()) {
      for (const listener of listeners.keys()) {
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
      for (const listener of feed.listeners.keys()) listener.close(CloseCode.goingAway, 'closing')
    }
    this.#feeds.clear()
  }

  #show(sessionId: SessionId, feed: Feed, listeners: Iterable<FeedListener>): void {
    // Screens of the same actor see the same; only participants differ from each other.
    const contents = new Map<string, Content>()
    for (const listener of listeners) {
      const { actor } = listener
      if (listener.bufferedBytes() > TOO_FAR_BEHIND) {
        feed.isDue = true
        continue
      }
      const key = actor.role === 'participant' ? actor.personId : actor.role
      const content = contents.get(key) ?? this.#contentFor(sessionId, actor, feed.revision)
      if (content === undefined) continue
      contents.set(key, content)
      if (feed.listeners.get(listener) === content.lasting) continue
      feed.listeners.set(listener, content.lasting)
      listener.send(content.text)
    }
  }

  #contentFor(sessionId: SessionId, actor: Actor, revision: number): Content | undefined {
    const view = this.#options.view(sessionId, actor, revision)
    if (view === undefined) return undefined
    const lasting = JSON.stringify({ ...view, revision: 0, now: 0 })
    const text = JSON.stringify({ type: 'session', view } satisfies FeedMessage)
    return { lasting, text }
  }

  #feedOf(sessionId: SessionId): Feed {
    const known = this.#feeds.get(sessionId)
    if (known !== undefined) return known
    const feed: Feed = {
      listeners: new Map(),
      revision: this.#options.revisions.first,
      timer: undefined,
      isDue: false,
    }
    this.#feeds.set(sessionId, feed)
    return feed
  }

  #beat(): void {
    const message = JSON.stringify({ type: 'still-here' } satisfies FeedMessage)
    for (const { listeners } of this.#feeds.values()) {
      for (const listener of listeners.keys()) listener.send(message)
    }
    const oldest = this.#options.elapsed() - POLL_COUNTS_FOR_MS
    for (const [personId, { sessionId, at }] of this.#polls) {
      if (at > oldest) continue
      this.#polls.delete(personId)
      this.touch(sessionId)
    }
  }
}
