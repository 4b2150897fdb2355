import { promisify } from 'node:util'
import { setTimeout } from 'node:timers/promises'
import { gzip } from 'node:zlib'
import { miniatureOf } from '@stip/documents/overview'
import type { BoardId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import type { BoardWatch } from './board-rooms.ts'

/** After a miniature was made, the thread of the pens is left alone for so many times as long. */
const REST = 9
/** So many are kept, packed: a few kilobytes each. */
const MOST_KEPT = 1000

const packed = promisify(gzip)

interface MiniaturesOptions {
  readonly open: (boardId: BoardId) => Promise<Room>
  /** Milliseconds that only pass. */
  readonly elapsed: () => number
  /** Different in every run of the server. */
  readonly runId: string
}

/** What there is to tell of a board whose miniature may look different. */
export interface ChangedMiniature {
  readonly boardId: BoardId
  /** How long ago something was done there, a merge included, in milliseconds; undefined when not since the start. */
  readonly quietMs: number | undefined
}

interface Change {
  readonly number: number
  /** When something was done there last; undefined when not since the start. */
  readonly at: number | undefined
}

interface Made {
  /** Of the last change that is on it. */
  number: number
  /** Its turn did not come yet. */
  isWaiting: boolean
  bytes: Promise<Uint8Array>
}

/**
 * Boards as they look from far, for who watches many: made from the board in its room, one at a
 * time and only when asked for, packed once for all who ask.
 */
export class Miniatures {
  readonly #options: MiniaturesOptions
  readonly #changes = new Map<BoardId, Change>()
  readonly #made = new Map<BoardId, Made>()
  #watch: { readonly of: BoardWatch; readonly both: BoardWatch } | undefined
  #number = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: MiniaturesOptions) {
    this.#options = options
  }

  /** Something was written on a board. */
  changed(boardId: BoardId): void {
    this.#number += 1
    this.#changes.set(boardId, { number: this.#number, at: this.#options.elapsed() })
  }

  /** A watch of boards that tells this as well. */
  besides(watch: BoardWatch): BoardWatch {
    if (this.#watch?.of === watch) return this.#watch.both
    const both: BoardWatch = {
      opened: (boardId, room) => watch.opened(boardId, room),
      changed: (boardId, byPeople) => {
        this.changed(boardId)
        watch.changed(boardId, byPeople)
      },
      handedIn: (...handed) => watch.handedIn(...handed),
    }
    this.#watch = { of: watch, both }
    return both
  }

  /** What to name as `since` to hear only what changes after this moment. */
  get now(): string {
    return `${this.#options.runId}.${this.#number}`
  }

  /**
   * Which of these boards may look different.
   *
   * @param since - What `now` was; all of them when it is not of this run of the server.
   */
  changedSince(boardIds: readonly BoardId[], since: string | undefined): ChangedMiniature[] {
    const [runId, number] = since?.split('.') ?? []
    const from = runId === this.#options.runId ? Number(number) : -1
    return boardIds.flatMap((boardId) => {
      const { number: changed, at } = this.#changeOf(boardId)
      if (changed <= from) return []
      const quietMs = at === undefined ? undefined : this.#options.elapsed() - at
      return [{ boardId, quietMs }]
    })
  }

  /** The miniature of a board as it is now: JSON, packed with gzip. */
  make(boardId: BoardId): Promise<Uint8Array> {
    const { number } = this.#changeOf(boardId)
    const known = this.#made.get(boardId)
    // One that waits shows the board as it is by then: who asks at every change makes no row of them.
    if (known !== undefined && (known.isWaiting || known.number === number)) return known.bytes
    const made: Made = { number, isWaiting: true, bytes: Promise.resolve(new Uint8Array()) }
    made.bytes = this.#afterOthers(boardId, made)
    this.#keep(boardId, made)
    // What went wrong is tried again by who asks next.
    made.bytes.catch(() => this.#made.delete(boardId))
    return made.bytes
  }

  #changeOf(boardId: BoardId): Change {
    return this.#changes.get(boardId) ?? { number: 0, at: undefined }
  }

  async #afterOthers(boardId: BoardId, made: Made): Promise<Uint8Array> {
    const turn = this.#last.then(() => this.#project(boardId, made))
    this.#last = turn.then(
      ({ tookMs }) => setTimeout(REST * tookMs, undefined, { ref: false }),
      () => undefined,
    )
    return packed((await turn).text)
  }

  async #project(
    boardId: BoardId,
    made: Made,
  ): Promise<{ readonly text: string; readonly tookMs: number }> {
    const room = await this.#options.open(boardId)
    made.number = this.#changeOf(boardId).number
    made.isWaiting = false
    const startedAt = performance.now()
    const text = JSON.stringify(room.read(miniatureOf))
    return { text, tookMs: performance.now() - startedAt }
  }

  #keep(boardId: BoardId, made: Made): void {
    this.#made.delete(boardId)
    this.#made.set(boardId, made)
    const [oldest] = this.#made.keys()
    if (this.#made.size > MOST_KEPT && oldest !== undefined) this.#made.delete(oldest)
  }
}
