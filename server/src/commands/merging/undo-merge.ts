import type { CommandAnswer } from '@stip/api'
import type { AppliedWrite } from '@stip/board'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, Result } from '@stip/primitives'
import type { MadeUpdate } from '@stip/sync/room'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Services } from '../../services.ts'
import { commandAnswered, intentEnded } from '../../sessions/also-written.ts'
import type { Applied } from '../../storage/stores/applied.ts'
import type { Intent, Pressed } from '../../storage/stores/intent-store.ts'
import type { StoredMerge } from '../../storage/stores/merge-store.ts'
import { editInTurn } from '../command-turn.ts'
import { besideOf, visionOf } from './merged-boards.ts'
import { reached } from '../reached.ts'
import type { Press } from '../press.ts'

type UndoIntent = Intent & { readonly kind: 'undo-merge' }

/** Takes the last merge back as a whole, on both boards; what people changed there since stays. */
export async function undoMerge(
  services: Services,
  session: Session,
  press: Press,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const { storage } = services
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  const last = await storage.merges.lastDone(session.id)
  if (last === undefined) return refuse('nothing-to-undo')
  const intent = { ...press, kind: 'undo-merge', number: last.number, applied: [] } as const
  const beside = await undoBeside(services, session, { intent, last })
  await undoOnVision(services, session, { intent: { ...intent, beside }, last })
  return ok(await noteUndone(services, session, press, last))
}

/**
 * Notes an undoing that is on the vision, brings one to its end that got as far as the boards
 * beside each other, and forgets it when it is on neither.
 */
export async function settleUndoMerge(
  services: Services,
  session: Session,
  intent: UndoIntent,
): Promise<void> {
  const { storage, desk, rooms } = services
  const { number, applied, beside = [] } = intent
  const last = await storage.merges.lastDone(session.id)
  if (last?.number === number) {
    const isDone = await reached(await rooms.open(visionOf(session)), applied)
    const besideId = besideOf(session)
    const isBegun =
      !isDone && besideId !== undefined && (await reached(await rooms.open(besideId), beside))
    if (isBegun) await undoOnVision(services, session, { intent, last })
    if (isDone || isBegun) {
      await noteUndone(services, session, intent, last)
      return
    }
  }
  await desk.write(session, [intentEnded])
}

interface Undoing {
  readonly intent: UndoIntent
  readonly last: StoredMerge
}

/** Gives what tells whether it got there; undefined when there is nothing to undo. */
async function undoBeside(
  services: Services,
  session: Session,
  { intent, last }: Undoing,
): Promise<readonly AppliedWrite[] | undefined> {
  const boardId = besideOf(session)
  if (boardId === undefined || last.beside === undefined) return undefined
  let witnesses: readonly AppliedWrite[] | undefined
  await undoOn(services, session, { boardId, applied: last.beside }, (beside) => {
    witnesses = beside
    return { ...intent, beside }
  })
  return witnesses
}

function undoOnVision(
  services: Services,
  session: Session,
  { intent, last }: Undoing,
): Promise<void> {
  const on = { boardId: visionOf(session), applied: last.applied }
  return undoOn(services, session, on, (applied) => ({ ...intent, applied }))
}

function undoOn(
  services: Services,
  session: Session,
  { boardId, applied }: { readonly boardId: BoardId; readonly applied: Applied },
  intentOf: (witnesses: readonly AppliedWrite[]) => UndoIntent,
): Promise<void> {
  const { desk, boardThread } = services
  const change = { kind: 'undo-merge', applied } as const
  const make = async (clientId: number): Promise<MadeUpdate> => {
    const made = await boardThread.change({ boardId, clientId, change })
    const intent = intentOf(made.witnesses)
    const begin = (): Promise<void> => desk.write(session, [{ kind: 'intent-begun', intent }])
    return { ...made, begin }
  }
  return editInTurn(services, session, boardId, make)
}

async function noteUndone(
  { desk, storage }: Services,
  session: Session,
  { key, asked }: Pressed,
  last: StoredMerge,
): Promise<CommandAnswer> {
  const previous = await storage.merges.doneBefore({ sessionId: session.id, number: last.number })
  const canUndo = previous !== undefined
  const note = { type: 'note-undone-merge', lastAt: previous?.at, canUndo } as const
  const undone = desk.note(session, note, asked)
  const answer = { revision: undone.session.revision }
  await desk.commit(undone, [
    { kind: 'merge-settled', number: last.number, state: 'undone' },
    ...commandAnswered(key, answer),
    intentEnded,
  ])
  return answer
}
