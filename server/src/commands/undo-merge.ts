import type { CommandAnswer } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { MadeUpdate } from '@stip/sync/room'
import { recordUndoneMerge } from '@stip/workshop'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Services } from '../services.ts'
import type { Intent } from '../storage/intent-store.ts'
import type { StoredMerge } from '../storage/merge-store.ts'
import { editInTurn } from './command-turn.ts'
import { visionOf } from './merge-boards.ts'
import { reached } from './reached.ts'

/** Takes the last merge back as a whole; what people changed on the vision since stays. */
export async function undoMerge(
  services: Services,
  session: Session,
  key: string,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const { storage, boardThread } = services
  if (session.endedAt !== undefined) return refuse('session-is-over')
  const last = storage.merges.lastDone(session.id)
  if (last === undefined) return refuse('nothing-to-undo')
  const boardId = visionOf(session)
  const change = { kind: 'undo-merge', applied: last.applied } as const
  const make = async (clientId: number): Promise<MadeUpdate> => {
    const made = await boardThread.change({ boardId, clientId, change })
    const intent = { kind: 'undo-merge', key, number: last.number } as const
    const begin = (): void =>
      storage.intents.record(session.id, { ...intent, applied: made.witnesses })
    return { ...made, begin }
  }
  await editInTurn(services, session, boardId, make)
  return ok(noteUndone(services, session, key, last))
}

/** Notes an undoing that is on the vision, or forgets it when it is not. */
export async function settleUndoMerge(
  services: Services,
  session: Session,
  { key, number, applied }: Intent & { readonly kind: 'undo-merge' },
): Promise<void> {
  const { storage, desk, rooms } = services
  const last = storage.merges.lastDone(session.id)
  const isOnBoard = await reached(await rooms.open(visionOf(session)), applied)
  if (isOnBoard && last?.number === number) noteUndone(services, session, key, last)
  else desk.commit(session, () => storage.intents.remove(session.id))
}

function noteUndone(
  { desk, storage }: Services,
  session: Session,
  key: string | undefined,
  last: StoredMerge,
): CommandAnswer {
  const previous = storage.merges.doneBefore(last)
  const undone = recordUndoneMerge(session, {
    lastAt: previous?.at,
    canUndo: previous !== undefined,
  })
  const answer = { revision: undone.revision }
  desk.commit(undone, () => {
    storage.merges.settle(last, 'undone')
    if (key !== undefined) storage.sessions.keepAnswer(session.id, key, answer)
    storage.intents.remove(session.id)
  })
  return answer
}
