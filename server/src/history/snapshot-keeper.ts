import type { MomentReason } from '@stip/api'
import { clocksIn, recordMaps } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import { decodeFrame } from '@stip/sync/protocol'
import type { Room } from '@stip/sync/room'
import { isRoomBoard, roomBoards, showsPresence } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import * as Y from 'yjs'
import type { BoardThread } from '../board-thread/board-thread.ts'
import type { Change, SessionDesk } from '../sessions/session-desk.ts'
import type { LateWork } from '../storage/stores/authorship-store.ts'
import type { Storage } from '../storage/storage.ts'
import { AuthorshipTimeline } from './authorship-timeline.ts'

const MINUTE_MS = 60_000
const TEN_MINUTES_MS = 10 * MINUTE_MS

/** Calls `action` once, `ms` milliseconds from now, unless the returned function is called first. */
export type After = (ms: number, action: () => void) => () => void

interface SnapshotKeeperOptions {
  readonly storage: Storage
  readonly desk: SessionDesk
  readonly now: () => number
  readonly after: After
  readonly boardThread: BoardThread
  /** Opens the room of a board. */
  readonly open: (boardId: BoardId) => Promise<Room>
  readonly tellError: (error: unknown) => void
}

/** What is to be done about one board. */
interface Work {
  /** Somebody changed something since the last moment. */
  isChanged: boolean
  stopMoment: (() => void) | undefined
  stopMark: (() => void) | undefined
}

/**
 * Keeps moments of boards: at the end of every step, at a merge, and after ten minutes of work.
 * A board that nobody changed is not kept again, and a private one never. Between a change and the moment that is kept of
 * it, a pen costs nothing: what is counted is only that there was one.
 */
export class SnapshotKeeper {
  readonly authorship: AuthorshipTimeline
  readonly #options: SnapshotKeeperOptions
  readonly #works = new Map<BoardId, Work>()
  #keeping: Promise<void> = Promise.resolve()
  /** What is on its way to the store. */
  readonly #writing = new Set<Promise<unknown>>()
  #isClosed = false

  constructor(options: SnapshotKeeperOptions) {
    this.#options = options
    this.authorship = new AuthorshipTimeline(options.storage.authorship, options.now)
    options.desk.onChange((change) => this.#sessionChanged(change))
    options.desk.onForget((session) => this.#forget(session))
  }

  /** A room was opened; nobody is in it yet. */
  async opened(boardId: BoardId, room: Room): Promise<void> {
    if (this.#keeps(boardId)) await this.#safely(this.#lookAt(boardId, room))
  }

  /** A board was changed, and it is on disk. What the server alone did there is no moment of people. */
  changed(boardId: BoardId, byPeople = true): void {
    if (byPeople && !this.#isClosed && this.#keeps(boardId)) this.#plan(boardId)
  }

  /** Somebody hands in what was written while the line was gone. */
  handedIn(boardId: BoardId, identity: string, room: Room, frame: Uint8Array): void {
    const session = this.#options.desk.findOfBoard(boardId)
    const read = decodeFrame(frame)
    if (session === undefined || !isRoomBoard(session, boardId)) return
    if (!read.ok || read.value.kind !== 'write') return
    const { update } = read.value
    // Who missed nothing and wrote nothing answers with two zeros.
    if (update.length <= 2) return
    const isOwn = (client: number): boolean => (room.ownerOf(client) ?? identity) === identity
    void this.#safely(this.#noteLate(session, boardId, update.slice(), isOwn))
  }

  async #noteLate(
    session: Session,
    boardId: BoardId,
    update: Uint8Array,
    isOwn: (client: number) => boolean,
  ): Promise<void> {
    if (!(await this.authorship.mayBeLate(session))) return
    const work = lateWorkIn(update, isOwn)
    if (work.length > 0) await this.authorship.addLateWork(boardId, work)
  }

  /** Keeps a moment of a board, when it is not as it was at the last one; in the background. */
  keep(boardId: BoardId, reason: MomentReason): void {
    const work = this.#workOn(boardId)
    work.stopMoment?.()
    work.stopMoment = undefined
    work.isChanged = false
    // One board at a time: at the end of a step there are many.
    this.#keeping = this.#keeping
      .then(() => (this.#isClosed ? undefined : this.#keep(boardId, reason)))
      .catch((error: unknown) => {
        this.#options.tellError(error)
        this.changed(boardId)
      })
  }

  /** Stops. What was changed since the last moment is noticed when the board opens again. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const work of this.#works.values()) {
      work.stopMoment?.()
      work.stopMark?.()
    }
    await this.#keeping
    await Promise.all(this.#writing)
  }

  /** Whether there is a history of a board: Stip reads none that is private. */
  #keeps(boardId: BoardId): boolean {
    const session = this.#options.desk.findOfBoard(boardId)
    return session !== undefined && isRoomBoard(session, boardId)
  }

  async #lookAt(boardId: BoardId, room: Room): Promise<void> {
    const marked = this.#mark(boardId, room)
    const isNew = !this.#works.has(boardId)
    this.#workOn(boardId)
    await marked
    if (!isNew) return
    // Since the server was started nobody wrote here. Before it was, somebody may have.
    const kept = (await this.#options.storage.moments.last(boardId))?.clocks
    const isKept = room.read((doc) =>
      kept === undefined
        ? recordMaps(doc).size === 0
        : Buffer.compare(kept, Y.encodeStateVector(doc)) === 0,
    )
    if (!isKept) this.changed(boardId)
  }

  #plan(boardId: BoardId): void {
    const { after } = this.#options
    const work = this.#workOn(boardId)
    work.stopMark ??= after(this.authorship.isLong(boardId) ? TEN_MINUTES_MS : MINUTE_MS, () => {
      work.stopMark = undefined
      this.#whenOpen(boardId, (room) => this.#mark(boardId, room))
    })
    if (work.isChanged) return
    work.isChanged = true
    work.stopMoment = after(TEN_MINUTES_MS, () => this.keep(boardId, { kind: 'minutes' }))
  }

  async #keep(boardId: BoardId, reason: MomentReason): Promise<void> {
    const { storage, desk, now, open, boardThread } = this.#options
    const room = await open(boardId)
    await room.settled()
    const session = desk.findOfBoard(boardId)
    if (session === undefined) return
    const isNamed = async (): Promise<boolean> => {
      const current = desk.findOfBoard(boardId)
      return current !== undefined && (await this.authorship.period(current)).isNamed
    }
    // Not after all who want files of this session: a moment should be of its own time.
    const turn = { session: `history of ${session.id}`, person: 'history' }
    const made = await boardThread.inTurn(turn, async () => {
      const [at, wasNamed] = [now(), await isNamed()]
      const knownDigest = (await storage.moments.last(boardId))?.digest
      const moment = await boardThread.moment({ boardId, knownDigest })
      // The board is read in between, and may hold what was written under either.
      return moment && { ...moment, at, isNamed: wasNamed && (await isNamed()) }
    })
    if (made === undefined) return
    const { at, digest, clocks, records } = made
    await storage.moments.add(boardId, {
      at,
      reason,
      isNamed: made.isNamed,
      digest,
      clocks,
      records,
    })
  }

  #sessionChanged(change: Change): void {
    const { session, before, events } = change
    const isOtherStep = session.steps.position !== before.steps.position
    if (isOtherStep || showsPresence(session) !== showsPresence(before)) {
      void this.#safely(this.authorship.period(session))
      for (const { id } of roomBoards(session)) {
        if (this.#works.has(id)) this.#whenOpen(id, (room) => this.#mark(id, room))
      }
    }
    const vision = session.boards.find(({ kind }) => kind === 'vision')
    const isMerged = events.some(({ type }) => type === 'boards-merged' || type === 'merge-undone')
    if (isMerged && vision !== undefined) this.changed(vision.id)
    const reason = reasonOf(change)
    if (reason === undefined) return
    for (const { id } of roomBoards(session)) {
      if (this.#works.get(id)?.isChanged === true) this.keep(id, reason)
    }
  }

  #whenOpen(boardId: BoardId, action: (room: Room) => Promise<void>): void {
    if (this.#isClosed) return
    const act = async (): Promise<void> => {
      const room = await this.#options.open(boardId)
      await room.settled()
      await action(room)
    }
    act().catch((error: unknown) => {
      if (!this.#isClosed) this.#options.tellError(error)
    })
  }

  #mark(boardId: BoardId, room: Room): Promise<void> {
    return this.authorship.mark(() => this.#options.desk.findOfBoard(boardId), room)
  }

  #forget(session: Session): void {
    this.authorship.forget(session)
    for (const { id } of session.boards) {
      const work = this.#works.get(id)
      if (work?.stopMark === undefined && work?.stopMoment === undefined) this.#works.delete(id)
    }
  }

  /** Boards go on when their history cannot be written, as on a full disk. */
  #safely(work: Promise<unknown>): Promise<void> {
    const writing = work
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!this.#isClosed) this.#options.tellError(error)
      })
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
    return writing
  }

  #workOn(boardId: BoardId): Work {
    const known = this.#works.get(boardId)
    if (known !== undefined) return known
    const work: Work = { isChanged: false, stopMoment: undefined, stopMark: undefined }
    this.#works.set(boardId, work)
    return work
  }
}

/** What somebody wrote in an update; nothing when it is none: the room refuses it and says why. */
function lateWorkIn(update: Uint8Array, isOwn: (client: number) => boolean): LateWork[] {
  try {
    return [...clocksIn(update)].flatMap(([client, { first, until }]) =>
      isOwn(client) ? [{ client, first, last: until - 1 }] : [],
    )
  } catch {
    return []
  }
}

/** Why boards are kept as they are now; undefined when nothing happened that they are kept for. */
function reasonOf({ session, before, events }: Change): MomentReason | undefined {
  const types = new Set(events.map(({ type }) => type))
  if (types.has('boards-merged')) return { kind: 'merge', number: session.merging.count }
  const { agenda, position } = before.steps
  if (session.steps.position !== position) {
    return { kind: 'step', title: agenda.steps[position]?.title ?? '' }
  }
  return types.has('session-ended') ? { kind: 'end' } : undefined
}
