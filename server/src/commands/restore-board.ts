import type { CommandAnswer } from '@stip/api'
import { appliedWrites, planRestore, planUndoRestore } from '@stip/board'
import type { AppliedWrite, RecordThen } from '@stip/board'
import { applyWrites, readBoard } from '@stip/documents'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, Result } from '@stip/primitives'
import type { CommandRefusal, Session } from '@stip/workshop'
import type * as Y from 'yjs'
import { encodeStateVector } from 'yjs'
import { RequestRefusedError } from '../errors.ts'
import { packedNow, readKept, written } from '../history/kept-records.ts'
import type { Services } from '../services.ts'

interface Chosen {
  readonly boardId: BoardId
  readonly moment: number
}

type Outcome = Result<CommandAnswer, CommandRefusal>

/**
 * Puts a board back to a moment, forward: in one edit, after keeping the board as it was just
 * before. What people write from then on, or wrote without a line, comes on top.
 */
export async function restoreBoard(
  services: Services,
  session: Session,
  key: string,
  { boardId, moment }: Chosen,
): Promise<Outcome> {
  const { storage, rooms, desk, history } = services
  if (session.endedAt !== undefined) return refuse('session-is-over')
  if (!isOf(session, boardId)) return refuse('no-such-board')
  const bytes = storage.moments.records(boardId, moment)
  if (bytes === undefined) throw new RequestRefusedError('no-such-moment')
  const kept = readKept(bytes)
  const room = await rooms.open(boardId)
  let done: Done | undefined
  try {
    await room.edit((doc) => {
      // The room may ask again when something else in the same batch failed.
      if (done !== undefined) storage.moments.drop(boardId, done.moment)
      done = restoreNow(services, session, { doc, boardId, kept })
    })
  } catch (error) {
    if (done !== undefined) storage.moments.drop(boardId, done.moment)
    throw error
  }
  const { moment: before, applied } = done ?? { moment: 0, applied: [] }
  const restore = { moment: before, changed: applied.length }
  const answer = { revision: session.revision, restore }
  desk.commit(session, () => {
    if (applied.length === 0) storage.moments.drop(boardId, before)
    else storage.moments.setApplied(boardId, before, applied)
    storage.sessions.keepAnswer(session.id, key, answer)
  })
  if (applied.length > 0) history.changed(boardId)
  return ok(answer)
}

/** Takes a restore back as a whole; what people changed since stays. */
export async function undoRestore(
  services: Services,
  session: Session,
  key: string,
  { boardId, moment }: Chosen,
): Promise<Outcome> {
  const { storage, rooms, desk, history } = services
  if (session.endedAt !== undefined) return refuse('session-is-over')
  if (!isOf(session, boardId)) return refuse('no-such-board')
  const applied = storage.moments.applied(boardId, moment)
  if (applied === undefined) return refuse('nothing-to-undo')
  const room = await rooms.open(boardId)
  await room.edit((doc) => applyWrites(doc, planUndoRestore(applied, readBoard(doc))))
  const answer = { revision: session.revision }
  desk.commit(session, () => {
    storage.moments.setApplied(boardId, moment, undefined)
    storage.sessions.keepAnswer(session.id, key, answer)
  })
  history.changed(boardId)
  return ok(answer)
}

interface Done {
  /** The moment just before. */
  readonly moment: number
  readonly applied: readonly AppliedWrite[]
}

interface Restore {
  readonly doc: Y.Doc
  readonly boardId: BoardId
  readonly kept: readonly RecordThen[]
}

/** Inside the edit, so that nothing can come between what is kept and what is written. */
function restoreNow(
  { storage, now, history }: Services,
  session: Session,
  { doc, boardId, kept }: Restore,
): Done {
  const board = readBoard(doc)
  const writes = planRestore(kept, board)
  const { json, digest } = written(board)
  const moment = storage.moments.add(boardId, {
    at: now(),
    reason: { kind: 'restore' },
    isNamed: history.chronicle.period(session).isNamed,
    digest,
    clocks: encodeStateVector(doc),
    records: packedNow(json),
  })
  applyWrites(doc, writes)
  return { moment, applied: appliedWrites(writes, board) }
}

function isOf(session: Session, boardId: BoardId): boolean {
  return session.boards.some(({ id }) => id === boardId)
}
