import type { BoardId } from '@stip/primitives'
import { showsPresence } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import * as Y from 'yjs'
import type { ChronicleStore, LateWork, Period } from '../storage/chronicle-store.ts'
import { readerOf } from './when-written.ts'
import type { WhenWritten } from './when-written.ts'

/** After this many marks of one board, one in ten minutes will do. */
const FINE_MARKS = 1000
/** Somebody who hands in more than this hides who wrote it, and that is all. */
const MOST_LATE_WORK = 2000

interface Known {
  /** How far every client was at the last mark. */
  readonly clocks: Map<number, number>
  marks: number
  period: number
}

/**
 * Knows when what was written, to the minute, without looking at a single change: from time to
 * time it notes how far every Yjs client of a board was. And it knows whether names were shown
 * then. What may have been written in an anonymous step counts as anonymous.
 */
export class Chronicle {
  readonly #store: ChronicleStore
  readonly #now: () => number
  readonly #known = new Map<BoardId, Known>()

  constructor(store: ChronicleStore, now: () => number) {
    this.#store = store
    this.#now = now
  }

  /** The period that a session is in; a new one begins when step or names changed. */
  period(session: Session): Period {
    const last = this.#store.lastPeriod(session.id)
    const now = { position: session.steps.position, isNamed: showsPresence(session) }
    if (last?.position === now.position && last.isNamed === now.isNamed) return last
    const period = { number: (last?.number ?? 0) + 1, ...now }
    this.#store.addPeriod(session.id, period)
    return period
  }

  /** Notes how far a board is, when it is further than at the last mark or the period is another. */
  mark(session: Session, boardId: BoardId, doc: Y.Doc): void {
    const known = this.#knownOf(boardId)
    const period = this.period(session).number
    const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].filter(
      ([client, clock]) => known.clocks.get(client) !== clock,
    )
    if (clocks.length === 0 && known.period === period) return
    this.#store.addMark(boardId, { at: this.#now(), period, clocks })
    for (const [client, clock] of clocks) known.clocks.set(client, clock)
    known.marks++
    known.period = period
  }

  /** Whether a board has so many marks that coarser ones will do. */
  isLong(boardId: BoardId): boolean {
    return this.#knownOf(boardId).marks >= FINE_MARKS
  }

  /** Whether what comes in now may have been written in an anonymous step although this one is not. */
  mayBeLate(session: Session): boolean {
    if (!this.period(session).isNamed) return false
    return this.#store.periods(session.id).some(({ isNamed }) => !isNamed)
  }

  addLateWork(boardId: BoardId, work: readonly LateWork[]): void {
    const room = MOST_LATE_WORK - this.#store.countLateWork(boardId)
    for (const each of work.slice(0, Math.max(0, room))) this.#store.addLateWork(boardId, each)
  }

  /** Made of what is noted now. */
  readerOf(session: Session, boardId: BoardId): WhenWritten {
    const lateWork = this.#store.lateWork(boardId)
    return readerOf({
      marks: this.#store.marks(boardId),
      lateWork,
      isLateWorkFull: lateWork.length >= MOST_LATE_WORK,
      current: this.period(session).number,
      periods: this.#store.periods(session.id),
    })
  }

  #knownOf(boardId: BoardId): Known {
    const known = this.#known.get(boardId)
    if (known !== undefined) return known
    const marks = this.#store.marks(boardId)
    const read: Known = {
      clocks: new Map(marks.flatMap(({ clocks }) => clocks)),
      marks: marks.length,
      period: marks.at(-1)?.period ?? 0,
    }
    this.#known.set(boardId, read)
    return read
  }
}
