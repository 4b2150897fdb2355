import {
  generationMarksOf,
  generationOf,
  isOfEarlierGeneration,
  LAYOUT_VERSION,
  prepareBoard,
} from '@stip/documents'
import type { GenerationMarks } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import { CloseCode, MessageType, SyncType } from '@stip/sync/protocol'
import { Room, systemClock } from '@stip/sync/room'
import type { Difference, UpdateLog } from '@stip/sync/room'
import { boardAccess, roomBoards, showsPresence } from '@stip/workshop'
import type { BoardAccess, Session } from '@stip/workshop'
import type { After } from '../history/snapshot-keeper.ts'
import type { ImageBoards } from '../images/image-boards.ts'
import type { Change, SessionDesk } from '../sessions/session-desk.ts'
import { isSameGrant } from '../storage/stores/grant-store.ts'
import type { GrantName } from '../storage/stores/grant-store.ts'
import type { BoardLimits } from './board-limits.ts'
import { CopyDesk } from './copies/copy-desk.ts'
import { gatewayOf, takenNow } from './gateway.ts'
import { closable, SWEEP_MS } from './idle-boards.ts'
import type { IdleBoard } from './idle-boards.ts'
import { keepAway } from './keep-away.ts'
import { presenceOf } from './presence.ts'
import { SharedDeflate } from './wire/shared-deflate.ts'
import { drawStepAreas } from './step-areas.ts'
import { identityOf, personOf } from './visit.ts'
import type { Visit } from './visit.ts'
import { watchedLog } from './watched-log.ts'

/** A place in a room. */
export interface Seat {
  receive(frame: Uint8Array): void
  leave(): void
}

interface Taken {
  readonly visit: Visit
  readonly inRoom: ReturnType<Room['join']>
  access: BoardAccess
}

/** Hears what happens on boards. */
export interface BoardWatch {
  /** Nobody is in it, until this resolves; it never rejects. */
  opened(boardId: BoardId, room: Room): Promise<void>
  /** A board was changed, by people or by the server alone, and it is on disk. */
  changed(boardId: BoardId, byPeople: boolean): void
  /** An answer to "what do I miss", which holds what was written while the line was gone. */
  handedIn(boardId: BoardId, identity: string, room: Room, frame: Uint8Array): void
}

interface BoardRoomsOptions {
  readonly updateLog: UpdateLog
  readonly desk: SessionDesk
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds that only pass. */
  readonly elapsed: () => number
  readonly watch: () => BoardWatch
  /** Which boards hold which images. */
  readonly images: () => Pick<ImageBoards, 'mayShow' | 'pictured'>
  readonly limits?: BoardLimits | undefined
  readonly after: After
  readonly tellError: (error: unknown) => void
  /** For the operator: the log, replayed, was not the board, and is being mended. */
  readonly onDifference?: (boardId: BoardId, difference: Difference) => void
}

/**
 * The rooms of all boards that are open now, and who sits in them. What somebody may do follows
 * from the session at every frame; a grant that is withdrawn ends the connection.
 */
export class BoardRooms {
  readonly #options: BoardRoomsOptions
  // Promises: who open a board at one moment share one load, and are told nothing before it is read.
  readonly #rooms = new Map<BoardId, Promise<Room>>()
  /** Those that are open. */
  readonly #opened = new Map<BoardId, Room>()
  readonly #marks = new WeakMap<Room, GenerationMarks>()
  readonly #closing = new Map<BoardId, Promise<void>>()
  readonly #usedAt = new Map<BoardId, number>()
  readonly #seats = new Map<BoardId, Set<Taken>>()
  readonly #deflates = new Map<BoardId, SharedDeflate>()
  readonly #copies: CopyDesk
  readonly #sweep: NodeJS.Timeout
  #isClosed = false

  constructor(options: BoardRoomsOptions) {
    this.#options = options
    this.#copies = new CopyDesk((boardId) => this.open(boardId), options)
    this.#sweep = setInterval(() => this.#closeIdle(), SWEEP_MS)
    this.#sweep.unref()
    options.desk.onChange((change) => this.#sessionChanged(change))
    options.desk.keepWhile(({ boards }) => {
      return boards.some(({ id }) => this.#rooms.has(id) || this.#closing.has(id))
    })
  }

  /** Opens the room of a board, or gives the one that is open already. */
  open(boardId: BoardId): Promise<Room> {
    if (this.#isClosed) return Promise.reject(new Error('The server is stopping.'))
    this.#usedAt.set(boardId, this.#options.elapsed())
    const known = this.#rooms.get(boardId)
    if (known !== undefined) return known
    const before = this.#closing.get(boardId) ?? Promise.resolve()
    const open = before.then(() => this.#load(boardId))
    this.#rooms.set(boardId, open)
    // A board that failed to load may load next time; the caller gets the reason.
    open.catch(() => this.#rooms.delete(boardId))
    return open
  }

  /** What compresses for all readers of a board. */
  deflateOf(boardId: BoardId): SharedDeflate {
    const deflate = this.#deflates.get(boardId) ?? new SharedDeflate()
    this.#deflates.set(boardId, deflate)
    return deflate
  }

  /** Gives somebody a place at a board. Whether they may be there is the caller's question. */
  async enter(boardId: BoardId, visit: Visit): Promise<Seat> {
    const room = await this.open(boardId)
    const marks = this.#marks.get(room)
    const { actor, channel, speaksStip } = visit
    let last: { readonly session: Session; readonly access: BoardAccess } | undefined
    const access = (): BoardAccess => {
      const session = this.#options.desk.findOfBoard(boardId)
      if (session === undefined) return 'none'
      // Asked at every frame; a session that changed is another object.
      if (session !== last?.session)
        last = { session, access: boardAccess(session, actor, boardId) }
      return last.access
    }
    const identity = identityOf(actor)
    const inRoom = room.join(channel, {
      identity,
      capacity: actor.role,
      person: personOf(visit),
      mayWrite: () => access() === 'write',
      presence: () => {
        const session = this.#options.desk.findOfBoard(boardId)
        return session === undefined ? undefined : presenceOf(session, actor)
      },
      speaksStip,
      fits: (stateVector) => marks === undefined || !isOfEarlierGeneration(marks, stateVector),
      fitsClient: (clientId) => marks?.closed.has(clientId) !== true,
    })
    const seat: Taken = { visit, inRoom, access: access() }
    const seats = this.#seats.get(boardId) ?? new Set()
    this.#seats.set(boardId, seats.add(seat))
    return {
      receive: (frame) => {
        const isAnswer = frame[0] === MessageType.sync && frame[1] === SyncType.answer
        // Nobody reads on what the room no longer hears.
        const isHeard = inRoom.receive(frame)
        if (isHeard && isAnswer && access() === 'write') {
          this.#options.watch().handedIn(boardId, identity, room, frame)
        }
      },
      leave: () => {
        seats.delete(seat)
        this.#usedAt.set(boardId, this.#options.elapsed())
        inRoom.leave()
      },
    }
  }

  /** Ends the connections of a grant that is no longer there. */
  withdraw(grant: GrantName): void {
    for (const seats of this.#seats.values()) {
      for (const { visit } of seats) {
        if (!isSameGrant(visit.grant, grant)) continue
        visit.channel.close(CloseCode.accessChanged, 'grant withdrawn')
      }
    }
  }

  /** Draws what a session wants on those of its boards that are open; the others get it when they open. */
  async drawStepAreas(session: Session): Promise<void> {
    const open = roomBoards(session).flatMap(({ id }) => {
      const room = this.#rooms.get(id)
      return room === undefined ? [] : [{ id, room }]
    })
    await Promise.all(open.map(({ id, room }) => this.#drawAreas(id, room)))
  }

  /** Everything that was accepted is on disk when this resolves. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#copies.close()
    clearInterval(this.#sweep)
    const rooms = [...this.#rooms.values()]
    this.#rooms.clear()
    await Promise.allSettled(rooms.map(async (room) => (await room).close()))
    await Promise.allSettled(this.#closing.values())
  }

  async #load(boardId: BoardId): Promise<Room> {
    const { updateLog, desk, watch, limits = {} } = this.#options
    await desk.openOfBoard(boardId)
    const generation = (await updateLog.generation?.(boardId)) ?? 1
    const room = await Room.open({
      boardId,
      log: watchedLog(updateLog, {
        changed: (changed, byPeople) => watch().changed(changed, byPeople),
        copied: (changed) => this.#copies.look(changed),
        pictured: (changed) => this.#options.images().pictured(changed),
      }),
      gateway: gatewayOf(takenNow(boardId, this.#options), limits),
      clients: limits.clients,
      frameLimits: limits.frames,
      rates: limits.rates,
      clock: systemClock,
      schema: LAYOUT_VERSION,
      generation,
      onDifference: (difference) => this.#options.onDifference?.(boardId, difference),
    })
    // On the board itself too, or nobody could tell what was seen before a backup was put back.
    if (room.read(generationOf) !== generation) {
      await room.edit((doc) => prepareBoard(doc, generation))
    }
    this.#marks.set(room, room.read(generationMarksOf))
    await watch().opened(boardId, room)
    this.#opened.set(boardId, room)
    await this.#drawAreas(boardId, Promise.resolve(room))
    // Not waited for: what was copied from another board waits for that one to open.
    this.#copies.look(boardId)
    return room
  }

  /** Never rejects: what the disk does not take now is drawn when it is well, or when the board opens again. */
  async #drawAreas(boardId: BoardId, open: Promise<Room>, waitMs = 1000): Promise<void> {
    const { desk, after, tellError } = this.#options
    try {
      const room = await open
      const session = desk.findOfBoard(boardId)
      if (session === undefined) return
      await keepAway(room, () => desk.findOfBoard(boardId), boardId)
      await drawStepAreas(room, session, boardId)
    } catch (error) {
      if (this.#isClosed) return
      tellError(error)
      after(waitMs, () => {
        const now = this.#rooms.get(boardId)
        if (now !== undefined) void this.#drawAreas(boardId, now, Math.min(2 * waitMs, 60_000))
      })
    }
  }

  #sessionChanged({ session, before }: Change): void {
    const presenceMayDiffer =
      session.people !== before.people || showsPresence(session) !== showsPresence(before)
    for (const { id } of session.boards) {
      for (const seat of this.#seats.get(id) ?? []) this.#checkSeat(seat, session, id)
      if (!presenceMayDiffer) continue
      // A room that fails to load has nobody in it to tell.
      void this.#rooms.get(id)?.then(
        (room) => room.refreshPresence(),
        () => undefined,
      )
    }
  }

  #checkSeat(seat: Taken, session: Session, boardId: BoardId): void {
    const access = boardAccess(session, seat.visit.actor, boardId)
    if (access === seat.access) return
    seat.access = access
    if (access === 'none') seat.visit.channel.close(CloseCode.accessChanged, 'no longer open')
    else seat.inRoom.accessChanged()
  }

  #closeIdle(): void {
    const idle = new Map<BoardId, IdleBoard>()
    for (const [boardId, room] of this.#opened) {
      if ((this.#seats.get(boardId)?.size ?? 0) > 0) continue
      const usedAt = this.#usedAt.get(boardId) ?? -Infinity
      idle.set(boardId, { usedAt, structs: room.structs })
    }
    for (const boardId of closable(idle, this.#options.elapsed())) {
      const open = this.#rooms.get(boardId)
      if (open === undefined) continue
      this.#rooms.delete(boardId)
      this.#opened.delete(boardId)
      this.#seats.delete(boardId)
      this.#usedAt.delete(boardId)
      this.#deflates.delete(boardId)
      const closing = open.then((room) => room.close()).catch(() => undefined)
      this.#closing.set(boardId, closing)
      void closing.then(() => this.#closing.delete(boardId))
    }
  }
}
