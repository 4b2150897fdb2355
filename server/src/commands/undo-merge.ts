import type { CommandAnswer } from '@stip/api'
import { planUndo } from '@stip/board'
import { applyWrites, readBoard } from '@stip/documents'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { recordUndoneMerge } from '@stip/workshop'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Services } from '../services.ts'
import { openVision } from './merge-boards.ts'

/**
 * Takes the last merge back as a whole; what people changed on the vision since stays. After a
 * crash half-way the merge still stands, and undoing it again does what was left to do.
 */
export async function undoMerge(
  services: Services,
  session: Session,
  key: string,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const { desk, storage } = services
  if (session.endedAt !== undefined) return refuse('session-is-over')
  const last = storage.merges.lastDone(session.id)
  if (last === undefined) return refuse('nothing-to-undo')
  const vision = await openVision(services, session)
  // Planned in the edit itself: what somebody writes at this moment is heeded too.
  await vision.edit((doc) => applyWrites(doc, planUndo(last.applied, readBoard(doc))))

  const previous = storage.merges.doneBefore(last)
  const undone = recordUndoneMerge(session, {
    lastAt: previous?.at,
    canUndo: previous !== undefined,
  })
  const answer = { revision: undone.revision }
  desk.commit(undone, () => {
    storage.merges.settle(last, 'undone')
    storage.sessions.keepAnswer(session.id, key, answer)
  })
  return ok(answer)
}
