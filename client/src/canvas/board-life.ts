import type { NotPlaced } from '@stip/documents'
import type { RecordId } from '@stip/primitives'
import { OpenBoard } from './open-board.ts'
import type { BoardState, OpenBoardOptions } from './open-board.ts'
import { notPlacedShelf } from './not-placed-shelf.ts'

/** What a screen shows of a board's life at one moment. */
export interface BoardMoment {
  /** Undefined while nobody looks, and for the moment between two openings. */
  readonly board: OpenBoard | undefined
  readonly state: BoardState
}

/** How a board is opened; tests open one without a browser. */
type Open = (options: OpenBoardOptions) => OpenBoard

const nothingYet: BoardState = { status: 'connecting', unsavedCount: 0, isLoaded: false }
/** Refusals in a row after which nothing is tried any more, only told. */
const MOST_ATTEMPTS = 3

/**
 * Keeps a board open for as long as somebody looks at it, or has work on it that is not stored
 * yet. After a refused change it takes the board anew and brings the other work there.
 */
export class BoardLife {
  readonly #options: OpenBoardOptions
  readonly #openBoard: Open
  readonly #listeners = new Set<() => void>()
  #moment: BoardMoment = { board: undefined, state: nothingYet }
  #stop: () => void = () => {}
  /** Holds work that is not on the new board yet. */
  #stranded: OpenBoard | undefined
  /** Holds the copy on this device that is right until all work has found its place. */
  #copyOf: OpenBoard | undefined
  readonly #refused = new Set<RecordId>()
  #attempts = 0

  constructor(options: OpenBoardOptions, openBoard: Open = (all) => new OpenBoard(all)) {
    this.#options = options
    this.#openBoard = openBoard
  }

  get moment(): BoardMoment {
    return this.#moment
  }

  /** Opens the board for the first who looks, and closes it after the last. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#moment.board === undefined) this.#open(this.#options)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#moment.board?.hide()
      this.#closeWhenDone()
    }
  }

  #open(options: OpenBoardOptions): void {
    const board = this.#openBoard(options)
    this.#stop = board.subscribe(() => this.#follow(board))
    this.#become({ board, state: board.state })
  }

  #follow(board: OpenBoard): void {
    const { status } = board.state
    if (status === 'refused') {
      this.#startAgain(board)
      return
    }
    if (this.#stranded !== undefined && board.isAsOnServer) this.#bringWork(this.#stranded, board)
    if (status === 'saved' || (status === 'read-only' && board.isAsOnServer)) this.#settle(board)
    this.#become({ board, state: board.state })
    if (status === 'closed') this.#giveUp(board)
    else this.#closeWhenDone()
  }

  /** Everything after a refused change would be refused too: go on from what the server has. */
  #startAgain(board: OpenBoard): void {
    this.#stop()
    for (const id of board.refusedRecords) this.#refused.add(id)
    this.#attempts++
    board.strand()
    // Work that was not brought yet stands in the older document only.
    this.#stranded ??= board
    this.#copyOf ??= board
    this.#open({ ...this.#options, store: false })
  }

  #bringWork(stranded: OpenBoard, board: OpenBoard): void {
    this.#stranded = undefined
    const lost =
      this.#attempts > MOST_ATTEMPTS ? stranded.lostWork() : board.takeOver(stranded, this.#refused)
    this.#tell(lost)
  }

  /** All work is stored or told: from now on this device keeps a copy of the new board. */
  #settle(board: OpenBoard): void {
    const old = this.#copyOf
    if (old === undefined || this.#stranded !== undefined || board.state.unsavedCount > 0) return
    this.#copyOf = undefined
    this.#attempts = 0
    this.#refused.clear()
    void old.discard().finally(() => board.keepLocalCopy())
  }

  /** The board is closed to this person; what they did there has nowhere to go. */
  #giveUp(board: OpenBoard): void {
    const work = this.#stranded ?? board
    this.#stranded = undefined
    const lost = work.lostWork()
    this.#tell(lost)
    if (lost.length > 0) void (this.#copyOf ?? board).forgetCopy()
    this.#copyOf = undefined
    if (this.#listeners.size === 0) this.#close()
  }

  #tell(lost: readonly NotPlaced[]): void {
    if (lost.length > 0) notPlacedShelf.add(lost)
  }

  /** Nobody looks any more. Work that is not stored yet would only be found at the next visit. */
  #closeWhenDone(): void {
    if (this.#listeners.size > 0 || this.#moment.board === undefined) return
    const { unsavedCount } = this.#moment.board.state
    if (unsavedCount === 0 && this.#stranded === undefined) this.#close()
  }

  #close(): void {
    this.#stop()
    this.#moment.board?.destroy()
    this.#moment = { board: undefined, state: nothingYet }
  }

  #become(moment: BoardMoment): void {
    this.#moment = moment
    for (const listener of this.#listeners) listener()
  }
}
