import { sourcesOfCopy } from '@stip/board'
import type { Fields, Source } from '@stip/board'
import { changeFields, copyClaims, noteSources, readRecord, takeAway } from '@stip/documents'
import type { CopyClaim, TotalLimits } from '@stip/documents'
import type { BoardId, JsonObject, PersonId, RecordId, SessionId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { boardAccess, boardOf, isRoomBoard, takenAwayWith } from '@stip/workshop'
import type { Actor, Session, TakenRecord } from '@stip/workshop'
import type { After } from '../../history/snapshot-keeper.ts'
import type { SessionDesk } from '../../sessions/session-desk.ts'
import { writerOf } from './writer-of.ts'

interface CopyDeskOptions {
  readonly desk: SessionDesk
  readonly after: After
  readonly tellError: (error: unknown) => void
  readonly limits?: { readonly totals?: TotalLimits } | undefined
}

/** Where a copy comes from; no sources when nobody believes that it is one. */
interface Judged {
  readonly id: RecordId
  readonly sources: readonly Source[]
  readonly base: Fields | undefined
  /** Whose part of the board it counts to; undefined for who may fill it. */
  readonly person: PersonId | undefined
  /** The letter of the one group that it is of. */
  readonly letter: string | undefined
  /** With what it goes: it is a copy of something that was taken away. */
  readonly awayWith?: { readonly id: string; readonly taken: TakenRecord }
}

/** What was copied may still be on its way, from another tab or behind a bad line. Milliseconds. */
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 5 * 60_000

/**
 * Gives copies their sources. Somebody says of a record that it is a copy; what its sources are is
 * read from the boards of the server, and only when its writer may read what it is said to be copied
 * from. Each is judged once. What is a copy of something that was taken away is taken away with it.
 */
export class CopyDesk {
  readonly #open: (boardId: BoardId) => Promise<Room>
  readonly #options: CopyDeskOptions
  /** Boards that are looked at now, and whether there is something new since. */
  readonly #looking = new Map<BoardId, boolean>()
  #isClosed = false

  constructor(open: (boardId: BoardId) => Promise<Room>, options: CopyDeskOptions) {
    this.#open = open
    this.#options = options
  }

  /** Looks for copies on a board; in the background. What cannot be written now is tried again. */
  look(boardId: BoardId, waitMs = FIRST_WAIT_MS): void {
    if (this.#isClosed) return
    if (this.#looking.has(boardId)) {
      this.#looking.set(boardId, true)
      return
    }
    this.#looking.set(boardId, false)
    void this.#lookNow(boardId, waitMs)
  }

  close(): void {
    this.#isClosed = true
  }

  async #lookNow(boardId: BoardId, waitMs: number): Promise<void> {
    const isWaiting = await this.#settle(boardId).catch((error: unknown) => {
      if (!this.#isClosed) this.#options.tellError(error)
      return true
    })
    const isMore = this.#looking.get(boardId) === true
    this.#looking.delete(boardId)
    if (isMore) this.look(boardId)
    else if (isWaiting && waitMs < LONGEST_WAIT_MS) {
      this.#options.after(waitMs, () => this.look(boardId, 2 * waitMs))
    }
  }

  /** Returns whether there are copies of what is not there yet. */
  async #settle(boardId: BoardId): Promise<boolean> {
    const { desk } = this.#options
    const room = await this.#open(boardId)
    await room.settled()
    const session = desk.findOfBoard(boardId)
    if (session === undefined || room.read(copyClaims).length === 0) return false
    // In a turn: what a copy is of is not taken away, nor put back, while that is found out.
    return desk.inTurn(session.id, () => this.#settleInTurn(session.id, boardId))
  }

  async #settleInTurn(sessionId: SessionId, boardId: BoardId): Promise<boolean> {
    const session = this.#options.desk.find(sessionId)
    const room = await this.#open(boardId)
    await room.settled()
    const claims = room.read(copyClaims)
    if (session === undefined) return false
    const judged: Judged[] = []
    for (const claim of claims) {
      const actor = writerOf(session, room.ownerOf(claim.client))
      // One after the other: of what is on one board, the room is open from the first on.
      // oxlint-disable-next-line no-await-in-loop
      const one = await this.#judge(session, room, claim, actor)
      if (one !== undefined) judged.push(one)
    }
    await this.#noteAway(session, judged)
    const isVision = boardOf(session, boardId)?.kind === 'vision'
    if (judged.length > 0) {
      await room.edit((doc, ownerOf) => {
        noteSources(doc, judged, ownerOf, this.#options.limits?.totals)
        for (const { id, letter, awayWith } of judged) {
          if (isVision && letter !== undefined) changeFields(doc, id, { 'm.group': letter })
          if (awayWith !== undefined) takeAway(doc, id)
        }
      })
    }
    return judged.length < claims.length
  }

  /** Before it is so: what a crash keeps from it, is done when the board opens. */
  async #noteAway(session: Session, judged: readonly Judged[]): Promise<void> {
    const { desk } = this.#options
    const away = judged
      .flatMap(({ awayWith }) => awayWith ?? [])
      .filter(({ taken }) => takenAwayWith(session, taken) === undefined)
    for (const [id, together] of Map.groupBy(away, (each) => each.id)) {
      const records = together.map(({ taken }) => taken)
      const noted = desk.note(desk.find(session.id) ?? session, {
        type: 'note-away-too',
        id,
        records,
      })
      // oxlint-disable-next-line no-await-in-loop
      await desk.commit(noted)
    }
  }

  /** Undefined when it cannot be said yet. */
  async #judge(
    session: Session,
    room: Room,
    claim: CopyClaim,
    actor: Actor | undefined,
  ): Promise<Judged | undefined> {
    const person = actor?.role === 'participant' ? actor.personId : undefined
    const nothing: Judged = {
      id: claim.id,
      sources: [],
      base: undefined,
      person,
      letter: undefined,
    }
    const board = boardOf(session, claim.board)
    if (board === undefined) return nothing
    const from = board.id === room.boardId ? room : await this.#open(board.id)
    await from.settled()
    const original = from.read((doc) => readRecord(doc, claim.record))
    const copy = room.read((doc) => readRecord(doc, claim.id))
    const away = takenAwayWith(session, { boardId: board.id, recordId: claim.record })
    // From a private board it comes as if it were new: where it stood is nobody's business.
    const mayBeTold = from === room || isRoomBoard(session, board.id)
    const mayRead =
      mayBeTold && actor !== undefined && boardAccess(session, actor, board.id) !== 'none'
    if (away === undefined && !mayRead) return nothing
    if (original === undefined || copy === undefined) return undefined
    const isCopy =
      claim.record !== claim.id && original.record.type === copy.record.type && !original.isTemplate
    if (!isCopy) return nothing
    const merge = session.merging.count
    const at = { board: board.id, group: board.groupId ?? '', merge }
    const { sources, base } = sourcesOfCopy(original, at)
    // Whoever says so: nobody is told more by it, and what hurts somebody does not come back.
    if (away !== undefined) {
      const stored = copy as unknown as JsonObject
      const taken = { boardId: room.boardId, recordId: claim.id, stored }
      return { ...nothing, sources, awayWith: { id: away.id, taken } }
    }
    const groups = new Set(sources.map(({ group }) => group))
    const [only] = groups.size === 1 ? groups : []
    const letter = session.people.groups.find(({ id }) => id === only)?.letter
    return { id: claim.id, sources, base, person, letter }
  }
}
