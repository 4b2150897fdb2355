import type { BoardId, SessionId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { showsPresence } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import * as Y from 'yjs'
import type { AuthorshipStore, LateWork, Period } from '../storage/stores/authorship-store.ts'
import { readerOf } from './when-written.ts'
import type { Notes, WhenWritten } from './when-written.ts'

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
export class AuthorshipTimeline {
  readonly #store: AuthorshipStore
  readonly #now: () => number
  readonly #known = new Map<BoardId, Promise<Known>>()
  /** How many marks boards have. */
  readonly #counts = new Map<BoardId, number>()
  /** The last period of sessions. */
  readonly #periods = new Map<SessionId, Period>()

  constructor(store: AuthorshipStore, now: () => number) {
    this.#store = store
    this.#now = now
  }

  /** The period that a session is in; a new one begins when step or names changed. */
  async period(session: Session): Promise<Period> {
    const now = nowOf(session)
    const last = this.#periods.get(session.id)
    if (last !== undefined && isSame(last, now)) return last
    const period = await this.#store.enter(session.id, now)
    this.#periods.set(session.id, period)
    return period
  }

  /**
   * Notes how far a board is, when it is further than at the last mark or the period is another.
   *
   * @param sessionNow - Of the board; undefined when it is not open any more.
   */
  async mark(sessionNow: () => Session | undefined, room: Marked): Promise<void> {
    const { boardId } = room
    const known = await this.#knownOf(boardId)
    for (;;) {
      const session = sessionNow()
      if (session === undefined) return
      // oxlint-disable-next-line no-await-in-loop
      const period = await this.period(session)
      const later = sessionNow()
      if (later === undefined) return
      // How far the board is, in the period that it is now: nothing comes in between.
      if (!isSame(period, nowOf(later))) continue
      const clocks = [...Y.decodeStateVector(room.read((doc) => Y.encodeStateVector(doc)))].filter(
        ([client, clock]) => known.clocks.get(client) !== clock,
      )
      if (clocks.length === 0 && known.period === period.number) return
      for (const [client, clock] of clocks) known.clocks.set(client, clock)
      known.marks++
      this.#counts.set(boardId, known.marks)
      known.period = period.number
      try {
        // oxlint-disable-next-line no-await-in-loop
        await this.#store.addMark(boardId, { at: this.#now(), period: period.number, clocks })
      } catch (error) {
        // What is noted, the store knows.
        this.#known.delete(boardId)
        throw error
      }
      return
    }
  }

  /** Whether a board has so many marks that coarser ones will do; of one that was never marked here, no. */
  isLong(boardId: BoardId): boolean {
    return (this.#counts.get(boardId) ?? 0) >= FINE_MARKS
  }

  /** Whether what comes in now may have been written in an anonymous step although this one is not. */
  async mayBeLate(session: Session): Promise<boolean> {
    const { isNamed } = await this.period(session)
    if (!isNamed) return false
    const periods = await this.#store.periods(session.id)
    return periods.some((period) => !period.isNamed)
  }

  addLateWork(boardId: BoardId, work: readonly LateWork[]): Promise<void> {
    return this.#store.addLateWork(boardId, work, MOST_LATE_WORK)
  }

  /** Made of what is noted now. */
  async readerOf(session: Session, boardId: BoardId): Promise<WhenWritten> {
    return readerOf(await this.notesOf(session, boardId))
  }

  /** All that is noted of a board. */
  async notesOf(session: Session, boardId: BoardId): Promise<Notes> {
    const [lateWork, marks, period] = await Promise.all([
      this.#store.lateWork(boardId),
      this.#store.marks(boardId),
      this.period(session),
    ])
    return {
      marks,
      lateWork,
      isLateWorkFull: lateWork.length >= MOST_LATE_WORK,
      current: period.number,
      periods: await this.#store.periods(session.id),
    }
  }

  /** What is remembered of a session goes; it is in the store. */
  forget({ id, boards }: Session): void {
    this.#periods.delete(id)
    for (const board of boards) {
      this.#known.delete(board.id)
      this.#counts.delete(board.id)
    }
  }

  #knownOf(boardId: BoardId): Promise<Known> {
    const known = this.#known.get(boardId) ?? this.#read(boardId)
    this.#known.set(boardId, known)
    return known
  }

  async #read(boardId: BoardId): Promise<Known> {
    try {
      const { clocks, marks, period } = await this.#store.progress(boardId)
      this.#counts.set(boardId, marks)
      return { clocks: new Map(clocks), marks, period }
    } catch (error) {
      this.#known.delete(boardId)
      throw error
    }
  }
}

/** A board that is open. */
type Marked = Pick<Room, 'boardId' | 'read'>

function nowOf(session: Session): Omit<Period, 'number'> {
  return { position: session.steps.position, isNamed: showsPresence(session) }
}

function isSame(period: Omit<Period, 'number'>, now: Omit<Period, 'number'>): boolean {
  return period.position === now.position && period.isNamed === now.isNamed
}
