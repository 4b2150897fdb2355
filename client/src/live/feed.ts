import type { FeedMessage, Problem, SessionView } from '@stip/api'
import type { Answer } from './api.ts'
import {
  firstWordMs,
  isFinalClose,
  pollEveryMs,
  reconnectDelayMs,
  silenceMs,
  socketTriesBeforePolling,
} from './reconnect.ts'
import type { ViewCopy } from './view-copy.ts'

/**
 * How a screen hears of the session. 'polling': by asking again and again, where a network blocks
 * WebSockets. 'refused': the server said no, `problem` says why.
 */
export type FeedConnection = 'connecting' | 'live' | 'polling' | 'offline' | 'refused'

export interface FeedState {
  readonly connection: FeedConnection
  readonly view: SessionView | undefined
  /** How far the server's clock is ahead of this device's, in milliseconds. */
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
  readonly look: () => Promise<Answer<SessionView>>
  readonly open: (handlers: FeedHandlers) => FeedSocket
  /** Calls back after a time; the answer takes it back. */
  readonly wait: (ms: number, then: () => void) => () => void
  readonly now: () => number
  readonly random: () => number
}

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
  #socket: FeedSocket | undefined
  #cancelWait: (() => void) | undefined
  #cancelSilence: (() => void) | undefined
  #failures = 0
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
    const answer = await this.#world.look()
    if (!this.#isStarted) return
    if (answer.ok) {
      this.#show(answer.value, this.#socket === undefined ? 'polling' : this.#state.connection)
    } else if (answer.status === 0 || answer.status >= 429) {
      // Not reached, too busy or broken: what is on the screen stays, and we come back.
      const view = this.#state.view ?? this.#world.copy?.recall()
      this.#change({ connection: 'offline', view, problem: answer.problem, status: answer.status })
    } else {
      this.#world.copy?.forget()
      this.#change({ connection: 'refused', problem: answer.problem, status: answer.status })
    }
  }

  #connect(): void {
    if (!this.#isStarted || this.#state.connection === 'refused') return
    const socket = this.#world.open({
      onMessage: (text) => {
        if (this.#socket === socket) this.#receive(text, socket)
      },
      onClose: (code) => {
        if (this.#socket === socket) this.#lost(code)
      },
    })
    this.#socket = socket
    this.#watch(socket, firstWordMs)
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

  #receive(text: string, socket: FeedSocket): void {
    this.#watch(socket, silenceMs)
    const message = JSON.parse(text) as FeedMessage
    this.#failures = 0
    if (message.type === 'session') this.#show(message.view, 'live')
  }

  #lost(code: number): void {
    this.#socket = undefined
    this.#cancelSilence?.()
    this.#failures += 1
    const isPolling = this.#failures >= socketTriesBeforePolling && !isFinalClose(code)
    const delay = isPolling ? pollEveryMs : reconnectDelayMs(this.#failures, this.#world.random)
    this.#cancelWait = this.#world.wait(delay, () => {
      void this.#look().then(() => this.#connect())
    })
    if (this.#state.connection === 'live') this.#change({ connection: 'connecting' })
  }

  #show(view: SessionView, connection: FeedConnection): void {
    const known = this.#state.view
    // A slow answer may arrive after a newer message; time does not go backwards on a screen.
    if (known !== undefined && known.id === view.id && view.now < known.now) return
    const offsetMs = view.now - this.#world.now()
    this.#world.copy?.keep(view)
    this.#change({ connection, view, offsetMs, problem: undefined, status: undefined })
  }

  #change(difference: Partial<FeedState>): void {
    this.#state = { ...this.#state, ...difference }
    for (const listener of this.#listeners) listener()
  }
}
