import type { NotPlaced } from '@stip/documents'
import type { RecordId } from '@stip/primitives'
import { notPlacedShelf } from './not-placed-shelf.ts'
import { SharedBoard } from './shared-board.ts'
import type { BoardState, SharedBoardOptions } from './shared-board.ts'
import { part } from '../live/part.ts'

/** What a screen shows of an open board at one moment. */
export interface BoardMoment {
  /** Undefined while nobody looks, and for the moment between two openings. */
  readonly board: SharedBoard | undefined
  readonly state: BoardState
}

/** How a board is opened; tests open one without a browser. */
type Open = (options: SharedBoardOptions) => SharedBoard

const nothingYet: BoardState = { status: 'connecting', unsavedCount: 0, isLoaded: false }
/** Refusals in a row after which nothing is tried any more, only told. */
const MOST_ATTEMPTS = 3

/**
 * Keeps a board open for as long as somebody looks at it, or has work on it that is not stored
 * yet. After a refused change it takes the board anew and brings the other work there.
 */
export class BoardSession {
  readonly #options: SharedBoardOptions
  readonly #openBoard: Open
  readonly #listeners = new Set<() => void>()
  #moment: BoardMoment = { board: undefined, state: nothingYet }
  #stop: () => void = () => {}
  /** Holds work that is not on the new board yet. */
  #stranded: SharedBoard | undefined
  /** Holds the copy on this device that is right until all work has found its place. */
  #copyOf: SharedBoard | undefined
  readonly #refused = new Set<RecordId>()
  #attempts = 0
  /** The code that finds other places for work is on its way. */
  #isRecovering = false

  constructor(options: SharedBoardOptions, openBoard: Open = (all) => new SharedBoard(all)) {
    this.#options = options
    this.#openBoard = openBoard
  }

  get moment(): BoardMoment {
    return this.#moment
  }

  /** Opens the board for the first who looks, and closes it after the last. */
  readonly subscribe = (listener: () => void): (() => void) => {
    // What was closed to this person may be open to them now.
    const isOver = this.#listeners.size === 0 && this.#moment.state.status === 'closed'
    if (isOver && !this.#isRecovering) this.#close()
    this.#listeners.add(listener)
    if (this.#moment.board === undefined) this.#open(this.#options)
    else this.#moment.board.show()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#moment.board?.hide()
      this.#closeWhenDone()
    }
  }

  #open(options: SharedBoardOptions): void {
    const board = this.#openBoard(options)
    this.#stop = board.subscribe(() => this.#follow(board))
    this.#become({ board, state: board.state })
  }

  #follow(board: SharedBoard): void {
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
  #startAgain(board: SharedBoard): void {
    this.#stop()
    for (const id of board.refusedRecords) this.#refused.add(id)
    this.#attempts++
    board.disconnectKeepingWork()
    // Work that was not brought yet stands in the older document only.
    this.#stranded ??= board
    this.#copyOf ??= board
    this.#open({ ...this.#options, store: false })
  }

  #bringWork(stranded: SharedBoard, board: SharedBoard): void {
    void this.#recover(({ recoverWork, lostWork }) => {
      // Refused again meanwhile: the next board will try.
      if (this.#moment.board !== board) return
      this.#stranded = undefined
      const lost =
        this.#attempts > MOST_ATTEMPTS
          ? lostWork(stranded.work)
          : recoverWork(stranded.work, {
              board: board.document,
              writer: board.mayWrite ? board.writer : undefined,
              refused: this.#refused,
            })
      this.#tell(lost)
      this.#follow(board)
    })
  }

  /** All work is stored or told: from now on this device keeps a copy of the new board. */
  #settle(board: SharedBoard): void {
    const old = this.#copyOf
    if (old === undefined || this.#stranded !== undefined || board.state.unsavedCount > 0) return
    this.#copyOf = undefined
    this.#attempts = 0
    this.#refused.clear()
    void old.discard().finally(() => board.keepLocalCopy())
  }

  /** The board is closed to this person; what they did there has nowhere to go. */
  #giveUp(board: SharedBoard): void {
    board.flush()
    const work = this.#stranded ?? board
    void this.#recover(({ lostWork }) => {
      this.#stranded = undefined
      const lost = lostWork(work.work)
      this.#tell(lost)
      if (lost.length > 0) void (this.#copyOf ?? board).forgetCopy()
      this.#copyOf = undefined
      if (this.#listeners.size === 0) this.#close()
    })
  }

  /** Without the code (the line is gone again) all stays as it is: what happens next tries again. */
  async #recover(work: (tools: typeof import('./recovery.ts')) => void): Promise<void> {
    if (this.#isRecovering) return
    this.#isRecovering = true
    const tools = await part(() => import('./recovery.ts')).catch(() => undefined)
    this.#isRecovering = false
    if (tools !== undefined) work(tools)
  }

  #tell(lost: readonly NotPlaced[]): void {
    if (lost.length > 0) notPlacedShelf.add(lost)
  }

  /** Nobody looks any more. Work that is not stored yet would only be found at the next visit. */
  #closeWhenDone(): void {
    if (this.#listeners.size > 0 || this.#moment.board === undefined) return
    this.#moment.board.flush()
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
