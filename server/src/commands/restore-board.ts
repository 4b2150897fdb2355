import type { CommandAnswer } from '@stip/api'
import { appliedWrites, planRestore, planUndoRestore } from '@stip/board'
import type { RecordThen } from '@stip/board'
import { applyWrites, readBoard } from '@stip/documents'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, Result } from '@stip/primitives'
import type { CommandRefusal, Session } from '@stip/workshop'
import type * as Y from 'yjs'
import { encodeStateVector } from 'yjs'
import { RequestRefusedError } from '../errors.ts'
import { packedNow, readKept, written } from '../history/kept-records.ts'
import type { Services } from '../services.ts'
import type { Intent } from '../storage/intent-store.ts'
import { reached } from './reached.ts'

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
  const { storage, rooms, history } = services
  if (session.endedAt !== undefined) return refuse('session-is-over')
  if (!isOf(session, boardId)) return refuse('no-such-board')
  const bytes = storage.moments.records(boardId, moment)
  if (bytes === undefined) throw new RequestRefusedError('no-such-moment')
  const kept = readKept(bytes)
  const room = await rooms.open(boardId)
  let done: Done | undefined
  await room.edit((doc) => {
    // The room may ask again when something else in the same batch failed.
    if (done !== undefined) storage.moments.drop(boardId, done.moment)
    done = restoreNow(services, session, { doc, boardId, kept, key })
  })
  if (done === undefined) throw new Error('The edit was not carried out.')
  const answer = noteRestore(services, session, { key, boardId, ...done })
  if (done.changed > 0) history.changed(boardId)
  return ok(answer)
}

/** Keeps a restore that is on the board, or forgets it when it is not. */
export async function settleRestore(
  services: Services,
  session: Session,
  { key, boardId, moment, changed }: Intent & { readonly kind: 'restore' },
): Promise<void> {
  const { storage, rooms, desk } = services
  const applied = storage.moments.applied(boardId, moment) ?? []
  if (await reached(await rooms.open(boardId), applied)) {
    noteRestore(services, session, { key, boardId, moment, changed })
    services.history.changed(boardId)
    return
  }
  desk.commit(session, () => {
    storage.moments.drop(boardId, moment)
    storage.intents.remove(session.id)
  })
}

function noteRestore(
  { storage, desk }: Services,
  session: Session,
  made: Done & { readonly key: string | undefined; readonly boardId: BoardId },
): CommandAnswer {
  const { key, boardId, moment, changed } = made
  const answer = { revision: session.revision, restore: { moment, changed } }
  desk.commit(session, () => {
    if (changed === 0) storage.moments.drop(boardId, moment)
    if (key !== undefined) storage.sessions.keepAnswer(session.id, key, answer)
    storage.intents.remove(session.id)
  })
  return answer
}

/** Takes a restore back as a whole; what people changed since stays. */
export async function undoRestore(
  services: Services,
  session: Session,
  key: string,
  { boardId, moment }: Chosen,
): Promise<Outcome> {
  const { storage, rooms, history } = services
  if (session.endedAt !== undefined) return refuse('session-is-over')
  if (!isOf(session, boardId)) return refuse('no-such-board')
  const applied = storage.moments.applied(boardId, moment)
  if (applied === undefined) return refuse('nothing-to-undo')
  const room = await rooms.open(boardId)
  await room.edit((doc) => {
    const board = readBoard(doc)
    const writes = planUndoRestore(applied, board)
    const intent = { kind: 'undo-restore', key, boardId, moment } as const
    storage.intents.record(session.id, { ...intent, applied: appliedWrites(writes, board) })
    applyWrites(doc, writes)
  })
  const answer = noteUndone(services, session, { key, boardId, moment })
  history.changed(boardId)
  return ok(answer)
}

/** Keeps an undoing that is on the board, or forgets it when it is not. */
export async function settleUndoRestore(
  services: Services,
  session: Session,
  { key, boardId, moment, applied }: Intent & { readonly kind: 'undo-restore' },
): Promise<void> {
  const { storage, rooms, desk } = services
  if (await reached(await rooms.open(boardId), applied))
    noteUndone(services, session, { key, boardId, moment })
  else desk.commit(session, () => storage.intents.remove(session.id))
}

function noteUndone(
  { storage, desk }: Services,
  session: Session,
  { key, boardId, moment }: Chosen & { readonly key: string | undefined },
): CommandAnswer {
  const answer = { revision: session.revision }
  desk.commit(session, () => {
    storage.moments.setApplied(boardId, moment, undefined)
    if (key !== undefined) storage.sessions.keepAnswer(session.id, key, answer)
    storage.intents.remove(session.id)
  })
  return answer
}

interface Done {
  /** The moment just before. */
  readonly moment: number
  readonly changed: number
}

interface Restore {
  readonly doc: Y.Doc
  readonly boardId: BoardId
  readonly kept: readonly RecordThen[]
  readonly key: string
}

/** Inside the edit, so that nothing can come between what is kept and what is written. */
function restoreNow(
  { storage, now, history }: Services,
  session: Session,
  { doc, boardId, kept, key }: Restore,
): Done {
  const board = readBoard(doc)
  const writes = planRestore(kept, board)
  const applied = appliedWrites(writes, board)
  const changed = applied.length
  const { json, digest } = written(board)
  const { isNamed } = history.chronicle.period(session)
  const moment = storage.inTransaction(() => {
    const number = storage.moments.add(boardId, {
      at: now(),
      reason: { kind: 'restore' },
      isNamed,
      digest,
      clocks: encodeStateVector(doc),
      records: packedNow(json),
    })
    if (changed > 0) storage.moments.setApplied(boardId, number, applied)
    storage.intents.record(session.id, { kind: 'restore', key, boardId, moment: number, changed })
    return number
  })
  applyWrites(doc, writes)
  return { moment, changed }
}

function isOf(session: Session, boardId: BoardId): boolean {
  return session.boards.some(({ id }) => id === boardId)
}
