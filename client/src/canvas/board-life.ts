import { OpenBoard } from './open-board.ts'
import type { BoardState, OpenBoardOptions } from './open-board.ts'

/** What a screen shows of a board's life at one moment. */
export interface BoardMoment {
  /** Undefined while nobody looks, and for the moment between two openings. */
  readonly board: OpenBoard | undefined
  readonly state: BoardState
  /** Words of this person that found no place when the server refused a change. */
  readonly notPlaced: readonly string[] | undefined
}

const nothingYet: BoardState = { status: 'connecting', unsavedCount: 0, isLoaded: false }

/** Keeps a board open for as long as somebody looks at it, and opens it anew after a refused change. */
export class BoardLife {
  readonly #options: OpenBoardOptions
  readonly #listeners = new Set<() => void>()
  #moment: BoardMoment = { board: undefined, state: nothingYet, notPlaced: undefined }
  #stop: () => void = () => {}

  constructor(options: OpenBoardOptions) {
    this.#options = options
  }

  get moment(): BoardMoment {
    return this.#moment
  }

  /** Opens the board for the first who looks, and closes it after the last. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#listeners.size === 1) this.#open()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#close()
    }
  }

  dismissNotPlaced(): void {
    this.#become({ notPlaced: undefined })
  }

  #open(): void {
    const board = new OpenBoard(this.#options)
    const stop = board.subscribe(() => {
      if (board.state.status === 'refused') {
        stop()
        void this.#startAgain(board)
      } else this.#become({ state: board.state })
    })
    this.#stop = stop
    this.#become({ board, state: board.state })
  }

  /** Everything after a refused change would be refused too: go on from what the server has. */
  async #startAgain(board: OpenBoard): Promise<void> {
    const notPlaced = board.unsavedTexts()
    this.#become({ board: undefined, state: board.state, notPlaced })
    try {
      await board.discard()
    } finally {
      if (this.#listeners.size > 0) this.#open()
    }
  }

  #close(): void {
    this.#stop()
    this.#moment.board?.destroy()
    this.#moment = { board: undefined, state: nothingYet, notPlaced: undefined }
  }

  #become(change: Partial<BoardMoment>): void {
    this.#moment = { ...this.#moment, ...change }
    for (const listener of this.#listeners) listener()
  }
}
