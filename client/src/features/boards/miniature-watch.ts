import type { MiniaturesAnswer } from '@stip/api'
import type { Miniature } from '@stip/documents/overview'
import type { Answer } from '../../live/api/api.ts'
import { nothingYet } from './miniature-state.ts'
import type { MiniatureState } from './miniature-state.ts'

/** The server is asked what changed so often, in milliseconds. */
const ASK_EVERY_MS = 1000

/** The outside world of a watch, so that a test can play it. */
export interface MiniatureWorld {
  /** Which boards changed since that answer; all of them without one. */
  readonly ask: (since: string | undefined) => Promise<Answer<MiniaturesAnswer>>
  readonly fetch: (boardId: string) => Promise<Answer<Miniature>>
  /** Calls back after a time; the answer takes it back. */
  readonly wait: (ms: number, then: () => void) => () => void
  /** A clock that nobody sets, in milliseconds. */
  readonly now: () => number
  /** Whether somebody can see this page. */
  readonly isSeen: () => boolean
  readonly keep: (boardId: string, state: MiniatureState) => void
  readonly recall: (boardId: string) => MiniatureState | undefined
}

interface Watched {
  state: MiniatureState
  /** The server has another than is shown. */
  isStale: boolean
  readonly listeners: Set<() => void>
}

/**
 * Follows many boards from far with one small question a second, and fetches a miniature only when
 * its board changed and is in sight. What was shown stays when nobody answers.
 */
export class MiniatureWatch {
  readonly #world: MiniatureWorld
  readonly #boards = new Map<string, Watched>()
  #since: string | undefined
  #stopWaiting: (() => void) | undefined
  #isAsking = false

  constructor(world: MiniatureWorld) {
    this.#world = world
  }

  stateOf(boardId: string): MiniatureState {
    return this.#boardOf(boardId).state
  }

  /** Follows one board for as long as it is in sight, until the returned function is called. */
  follow(boardId: string, listener: () => void): () => void {
    const { listeners } = this.#boardOf(boardId)
    listeners.add(listener)
    // What came into sight is not waited for.
    if (!this.#isAsking) this.#plan(0)
    return () => {
      listeners.delete(listener)
      if (this.#followed().length === 0) this.#stopWaiting?.()
    }
  }

  /** For when the page goes. */
  keep(): void {
    for (const [boardId, { state }] of this.#boards) {
      if (state.isLoaded) this.#world.keep(boardId, state)
    }
  }

  #plan(ms: number): void {
    this.#stopWaiting?.()
    this.#stopWaiting = this.#world.wait(ms, () => void this.#look())
  }

  async #look(): Promise<void> {
    this.#isAsking = true
    try {
      // Nobody sees it: nothing is asked, and all that changed comes at once later.
      if (this.#world.isSeen()) await this.#ask()
    } finally {
      this.#isAsking = false
      if (this.#followed().length > 0) this.#plan(ASK_EVERY_MS)
    }
  }

  async #ask(): Promise<void> {
    const told = await this.#world.ask(this.#since)
    if (!told.ok) return
    this.#since = told.value.now
    for (const { boardId, quietMs } of told.value.boards) {
      const board = this.#boardOf(boardId)
      board.isStale = true
      const changedAt = quietMs === undefined ? undefined : this.#world.now() - quietMs
      this.#show(boardId, { ...board.state, changedAt })
    }
    for (const boardId of this.#followed().filter((each) => this.#boardOf(each).isStale)) {
      // oxlint-disable-next-line no-await-in-loop -- One after the other, so that the page stays light.
      const fetched = await this.#world.fetch(boardId)
      if (!fetched.ok) continue
      const board = this.#boardOf(boardId)
      board.isStale = false
      const { changedAt } = board.state
      this.#show(boardId, { ...fetched.value, changedAt, isLoaded: true })
    }
  }

  #show(boardId: string, state: MiniatureState): void {
    const board = this.#boardOf(boardId)
    board.state = state
    for (const listener of board.listeners) listener()
  }

  #followed(): readonly string[] {
    return [...this.#boards].flatMap(([id, { listeners }]) => (listeners.size > 0 ? [id] : []))
  }

  #boardOf(boardId: string): Watched {
    const known = this.#boards.get(boardId)
    if (known !== undefined) return known
    const state = { ...nothingYet, ...this.#world.recall(boardId) }
    const board: Watched = { state, isStale: true, listeners: new Set() }
    this.#boards.set(boardId, board)
    return board
  }
}
