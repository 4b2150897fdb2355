import type { BoardSession } from '../board/board-session.ts'
import type { BoardState } from '../board/shared-board.ts'
import { OpenBoard } from './open-board.ts'

/** What the canvas shows of an open board at one moment. */
interface CanvasMoment {
  /** Undefined while nobody looks, and for the moment between two openings. */
  readonly board: OpenBoard | undefined
  readonly state: BoardState
}

/** A board that is open, with a screen of tldraw: a new screen for every board that it goes on with. */
export class CanvasSession {
  readonly #life: BoardSession
  #moment: CanvasMoment

  constructor(life: BoardSession) {
    this.#life = life
    this.#moment = { board: undefined, state: life.moment.state }
  }

  get moment(): CanvasMoment {
    return this.#moment
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const follow = (): void => {
      const { board: shared, state } = this.#life.moment
      let { board } = this.#moment
      if (board?.shared !== shared) {
        board?.destroy()
        board = shared === undefined ? undefined : new OpenBoard(shared)
      }
      // All at once, while nothing is on screen: what comes in later is put there piece by piece.
      if (state.isLoaded && !this.#moment.state.isLoaded) board?.binding.flush()
      this.#moment = { board, state }
      listener()
    }
    const stop = this.#life.subscribe(follow)
    follow()
    return () => {
      // What the screen still holds belongs on the board before the life looks whether all is stored.
      this.#moment.board?.destroy()
      this.#moment = { board: undefined, state: this.#moment.state }
      stop()
    }
  }
}
