import { CommandAnswer } from '@stip/api'
import type { CommandBody } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result, SessionId } from '@stip/primitives'
import { decide } from '@stip/workshop'
import type { Command, CommandRefusal, Session } from '@stip/workshop'
import { RequestRefusedError } from '../errors.ts'
import { hashOf } from '../identity/devices.ts'
import type { Services } from '../services.ts'
import { mergeBoards } from './merge-boards.ts'
import { restoreBoard, undoRestore } from './restore-board.ts'
import { undoMerge } from './undo-merge.ts'

type Outcome = Result<CommandAnswer, CommandRefusal>

/**
 * Carries out what a facilitator asks of a session: one command at a time, each key once.
 *
 * @throws {RequestRefusedError} 'key-used-before' when the key stands for another command.
 * @throws {Error} When it could not be stored; then nothing of it happened, or it is finished at
 *   the next start.
 */
export function carryOut(
  services: Services,
  sessionId: SessionId,
  body: CommandBody,
): Promise<Outcome> {
  const { desk, storage } = services
  return desk.inTurn(sessionId, async () => {
    const earlier = storage.sessions.findAnswer(sessionId, body.key)
    const isAskedBefore = noteAsked(services, sessionId, body)
    if (earlier !== undefined) {
      if (!isAskedBefore) throw new RequestRefusedError('key-used-before')
      return ok(CommandAnswer.parse(earlier))
    }
    const session = desk.find(sessionId)
    if (session === undefined) throw new Error(`There is no session ${sessionId}.`)
    const { command } = body
    switch (command.type) {
      case 'merge':
        return mergeBoards(services, session, body.key)
      case 'undo-merge':
        return undoMerge(services, session, body.key)
      case 'restore-board':
        return restoreBoard(services, session, body.key, command)
      case 'undo-restore':
        return undoRestore(services, session, body.key, command)
      default:
        return change(services, session, { ...body, command })
    }
  })
}

/** Notes what a key stands for now; returns whether it stood for the same, or for nothing. */
function noteAsked(
  { storage, now }: Services,
  sessionId: SessionId,
  { key, command }: CommandBody,
): boolean {
  const hash = hashOf(JSON.stringify(['command', sessionId, key]))
  const asked = hashOf(JSON.stringify(command))
  const nobody = new Uint8Array()
  const found = storage.answers.find(hash, nobody)
  if (found !== undefined && Buffer.compare(found.asked, asked) === 0) return true
  if (found !== undefined && storage.sessions.findAnswer(sessionId, key) !== undefined) return false
  storage.inTransaction(() => {
    const about = { key: hash, device: nobody, isNewDevice: false, asked, sealed: nobody }
    storage.answers.add({ ...about, at: now() })
  })
  return true
}

async function change(
  services: Services,
  session: Session,
  { key, seenRevision, command }: Omit<CommandBody, 'command'> & { readonly command: Command },
): Promise<Outcome> {
  const { desk, storage, rooms, now, random, newId } = services
  const decided = decide(session, command, { now: now(), random, newId, seenRevision })
  if (!decided.ok) return refuse(decided.refusal)
  const answer = { revision: decided.value.revision }
  desk.commit(decided.value, () => storage.sessions.keepAnswer(session.id, key, answer))
  // After a crash here the zones are drawn when the boards open again.
  if (decided.value.openedSteps !== session.openedSteps) await rooms.drawStepAreas(decided.value)
  return ok(answer)
}
