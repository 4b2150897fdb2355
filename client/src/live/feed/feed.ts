import type { AgendaTexts, FeedMessage, PartsMessage, Problem, SessionView } from '@stip/api'
import { type KnownParts, viewOfParts, withMessage } from '@stip/api/parts'
import type { Answer } from '../api/api.ts'
import {
  firstWordMs,
  isFinalClose,
  pollEveryMs,
  reconnectDelayMs,
  silenceMs,
  sayAfterMs,
  socketTriesBeforePolling,
} from '../reconnect.ts'
import { shared } from './shared.ts'
import type { ViewCopy } from './view-copy.ts'

/**
 * How a screen hears of the session. 'polling': by asking again and again, where a network blocks
 * WebSockets. 'refused': the server said no, `problem` says why.
 */
export type FeedConnection = 'connecting' | 'live' | 'polling' | 'offline' | 'refused'

export interface FeedState {
  readonly connection: FeedConnection
  readonly view: SessionView | undefined
  /** How far the server's clock is ahead of `steadyNow` on this device, in milliseconds. */
  readonly offsetMs: number
  readonly problem: Problem | undefined
  /** The HTTP status that came with `problem`; 0 when the server was not reached. */
  readonly status: number | undefined
}

/** A WebSocket as the feed needs it. */
export interface FeedSocket {
  close(): void
}

export interface FeedHandlers {
  readonly onMessage: (text: string) => void
  readonly onClose: (code: number) => void
}

/** The outside world of a feed, so that a test can play it. */
export interface FeedWorld {
  /** What this device keeps of the session, for when there is no connection. */
  readonly copy?: ViewCopy
  /** Asks what a screen lacks that has this; empty when it has nothing. */
  readonly look: (has: string) => Promise<Answer<readonly PartsMessage[]>>
  /** Asks for the texts of the agenda, by their hash. */
  readonly texts: (hash: string) => Promise<Answer<AgendaTexts>>
  readonly open: (handlers: FeedHandlers, has: string) => FeedSocket
  /** Calls back after a time; the answer takes it back. */
  readonly wait: (ms: number, then: () => void) => () => void
  /** A clock that nobody sets, in milliseconds. */
  readonly now: () => number
  readonly random: () => number
}

/** How what is told came here. */
interface Sighting {
  readonly connection: FeedConnection
  /** When the server wrote it, by this device's steady clock. */
  readonly writtenAt: number
  /** It was asked for, or a socket was opened, after all that is shown was received. */
  readonly isNews: boolean
}

type Told = Answer<readonly PartsMessage[]>

/** Keeps one screen's picture of a session up to date for as long as it is started. */
export class SessionFeed {
  readonly #world: FeedWorld
  readonly #listeners = new Set<() => void>()
  #state: FeedState = {
    connection: 'connecting',
    view: undefined,
    offsetMs: 0,
    problem: undefined,
    status: undefined,
  }
  #known: KnownParts | undefined
  /** They come once. */
  #texts: { readonly hash: string; readonly value: AgendaTexts } | undefined
  #socket: FeedSocket | undefined
  /** Messages of the socket that are shown together with the next. */
  #begun: PartsMessage[] = []
  #cancelWait: (() => void) | undefined
  #cancelSilence: (() => void) | undefined
  #failures = 0
  /** How many views were shown, so that an answer knows whether another came in between. */
  #shownCount = 0
  #isStarted = false

  constructor(world: FeedWorld) {
    this.#world = world
  }

  get state(): FeedState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(): void {
    if (this.#isStarted) return
    this.#isStarted = true
    void this.#look().then(() => this.#connect())
  }

  stop(): void {
    this.#isStarted = false
    this.#cancelWait?.()
    this.#cancelSilence?.()
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
  }

  /** Asks at once, for who just did something or came back online. */
  async refresh(): Promise<void> {
    if (this.#isStarted) await this.#look()
  }

  async #look(): Promise<void> {
    const askedAt = this.#world.now()
    const shownBefore = this.#shownCount
    const stopSaying = this.#world.wait(sayAfterMs, () => this.#sayThatItTakesLong())
    const told = await this.#world.look(this.#has)
    // Half of the time that the answer took has passed since the server wrote it.
    const writtenAt = (askedAt + this.#world.now()) / 2
    const answer = told.ok ? await this.#withTexts(told) : told
    stopSaying()
    if (!this.#isStarted) return
    if (answer.ok) {
      const { connection } = this.#state
      this.#take(answer.value, {
        connection: connection === 'live' ? 'live' : 'polling',
        writtenAt,
        isNews: this.#shownCount === shownBefore,
      })
    } else if (answer.status === 0 || answer.status >= 429) {
      // Not reached, too busy or broken: what is on the screen stays, and we come back.
      if (this.#state.connection !== 'live') this.#offline(answer)
    } else {
      this.#world.copy?.forget()
      this.#change({ connection: 'refused', problem: answer.problem, status: answer.status })
    }
  }

  get #has(): string {
    return this.#known ? `${this.#known.key}~${this.#known.revision}` : ''
  }

  #after(messages: readonly PartsMessage[]): KnownParts | undefined {
    return messages.reduce<KnownParts | undefined>(withMessage, this.#known)
  }

  /** What is told, once the texts are here that go with it; why not, when they do not come. */
  async #withTexts(told: Told & { readonly ok: true }): Promise<Told> {
    const hash = this.#after(told.value)?.parts.agenda
    if (hash === undefined || hash === this.#texts?.hash) return told
    const texts = await this.#world.texts(hash)
    if (!texts.ok) return { ...texts, status: 0 }
    this.#texts = { hash, value: texts.value }
    return told
  }

  /** Who looks at a screen that is not live should not wait for a limit to hear that. */
  #sayThatItTakesLong(): void {
    const { connection, view } = this.#state
    if (!this.#isStarted || connection === 'live' || connection === 'refused') return
    // Without anything to show, the page that is coming says it.
    if (view !== undefined || this.#world.copy?.recall() !== undefined) this.#offline({})
  }

  #offline({ problem, status }: Partial<Pick<FeedState, 'problem' | 'status'>>): void {
    const kept = this.#state.view === undefined ? this.#world.copy?.recall() : undefined
    this.#change({ connection: 'offline', problem, status, ...kept })
  }

  #connect(): void {
    if (!this.#isStarted || this.#state.connection === 'refused') return
    let isFirst = true
    const handlers: FeedHandlers = {
      onMessage: (text) => {
        if (this.#socket !== socket) return
        this.#receive(text, socket, isFirst)
        isFirst &&= this.#begun.length > 0
      },
      onClose: (code) => {
        if (this.#socket === socket) this.#lost(code)
      },
    }
    const socket = this.#world.open(handlers, this.#has)
    this.#socket = socket
    this.#begun = []
    this.#watch(socket, firstWordMs)
    if (this.#failures >= socketTriesBeforePolling) this.#pollUntilItSpeaks(socket)
  }

  /** A socket that is being tried once more may hang; until it speaks, asking does. */
  #pollUntilItSpeaks(socket: FeedSocket): void {
    this.#cancelWait = this.#world.wait(pollEveryMs, () => {
      if (this.#socket !== socket || this.#state.connection === 'live') return
      void this.#lookAndPollOn(socket)
    })
  }

  async #lookAndPollOn(socket: FeedSocket): Promise<void> {
    await this.#look()
    if (this.#socket === socket && this.#isStarted) this.#pollUntilItSpeaks(socket)
  }

  /** A dead wifi closes nothing: whoever is silent for too long is left. */
  #watch(socket: FeedSocket, ms: number): void {
    this.#cancelSilence?.()
    this.#cancelSilence = this.#world.wait(ms, () => {
      if (this.#socket !== socket) return
      this.#lost(1006)
      socket.close()
    })
  }

  #receive(text: string, socket: FeedSocket, isFirst: boolean): void {
    this.#watch(socket, silenceMs)
    const message = JSON.parse(text) as FeedMessage
    this.#failures = 0
    if (message.type !== 'parts') return
    this.#begun.push(message)
    if (message.more) return
    this.#take(this.#begun.splice(0), {
      connection: 'live',
      writtenAt: this.#world.now(),
      isNews: isFirst,
    })
    if (this.#known?.parts.agenda !== this.#texts?.hash) void this.#lookAndPollOn(socket)
  }

  #lost(code: number): void {
    this.#socket = undefined
    this.#cancelSilence?.()
    this.#cancelWait?.()
    this.#failures += 1
    const isPolling = this.#failures >= socketTriesBeforePolling && !isFinalClose(code)
    const delay = isPolling ? pollEveryMs : reconnectDelayMs(this.#failures, this.#world.random)
    if (this.#state.connection === 'live') this.#change({ connection: 'connecting' })
    this.#cancelWait = this.#world.wait(delay, () => {
      void this.#look().then(() => this.#connect())
    })
  }

  /**
   * A slow answer may arrive after newer ones; it is passed over by its revision, never by a clock:
   * clocks of servers are set back, too. What cannot be older than what is shown counts whatever its
   * number is, so that no screen stands still when a backup was put back.
   */
  #take(messages: readonly PartsMessage[], { connection, writtenAt, isNews }: Sighting): void {
    const known = this.#after(messages)
    if (known === undefined) return
    if (known.revision < (this.#state.view?.revision ?? 0) && !isNews) return
    this.#shownCount += 1
    this.#known = known
    if (this.#texts?.hash !== known.parts.agenda) return
    const view = shared(this.#state.view, viewOfParts(known, this.#texts.value))
    const found = view.now - writtenAt
    // Answers take longer and shorter; what hangs on the clock is not drawn anew for that.
    const { offsetMs: before } = this.#state
    const offsetMs = Math.abs(found - before) < 100 ? before : found
    this.#world.copy?.keep(view, offsetMs)
    this.#change({ connection, view, offsetMs, problem: undefined, status: undefined })
  }

  #change(difference: Partial<FeedState>): void {
    this.#state = { ...this.#state, ...difference }
    for (const listener of this.#listeners) listener()
  }
}
