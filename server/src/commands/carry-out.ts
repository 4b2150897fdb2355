import { CommandAnswer } from '@stip/api'
import type { CommandBody } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result, SessionId } from '@stip/primitives'
import { collectsWhenOpened, decide } from '@stip/workshop'
import type { Command, CommandRefusal, Session } from '@stip/workshop'
import { RequestRefusedError } from '../errors.ts'
import { hashOf } from '../identity/devices.ts'
import type { Services } from '../services.ts'
import { peopleGone } from '../sessions/arrivals.ts'
import { bringCards, putCardsBack } from './bring-cards.ts'
import { mergeBoards } from './merge-boards.ts'
import { restoreBoard, undoRestore } from './restore-board.ts'
import { putBackRemark, takeAwayRemark } from './take-away.ts'
import { undoMerge } from './undo-merge.ts'
import { settle } from './unfinished.ts'

type Outcome = Result<CommandAnswer, CommandRefusal>

/**
 * Carries out what a facilitator asks of a session: one command at a time, each key once.
 *
 * @throws {RequestRefusedError} 'key-used-before' when the key stands for another command.
 * @throws {Error} When it could not be stored; then nothing of it happened, or it is finished as
 *   soon as the store is well.
 */
export function carryOut(
  services: Services,
  sessionId: SessionId,
  body: CommandBody,
): Promise<Outcome> {
  const { desk, storage, unfinished } = services
  return desk.inTurn(sessionId, async () => {
    const answer = (): Outcome | undefined => {
      const earlier = storage.sessions.findAnswer(sessionId, body.key)
      return earlier === undefined ? undefined : ok(CommandAnswer.parse(earlier))
    }
    // No board is changed while another change is half done; the evening itself goes on.
    if (changesBoard.has(body.command.type)) await settle(services, sessionId)
    else await unfinished.settleOrWait(sessionId)
    const earlier = answer()
    const isAskedBefore = noteAsked(services, sessionId, body)
    if (earlier !== undefined) {
      if (!isAskedBefore) throw new RequestRefusedError('key-used-before')
      return earlier
    }
    try {
      return await perform(services, sessionId, body)
    } catch (error) {
      await unfinished.settleOrWait(sessionId)
      const settled = answer()
      if (settled === undefined) throw error
      return settled
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

const changesBoard: ReadonlySet<CommandBody['command']['type']> = new Set([
  'merge',
  'undo-merge',
  'restore-board',
  'undo-restore',
  'take-away',
  'put-back',
  'bring-cards',
  'put-cards-back',
])

async function perform(
  services: Services,
  sessionId: SessionId,
  body: CommandBody,
): Promise<Outcome> {
  const { desk } = services
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
    case 'take-away':
      return takeAwayRemark(services, session, body.key, command)
    case 'put-back':
      return putBackRemark(services, session, body.key, command)
    case 'bring-cards':
      return bringCards(services, session, body.key, command)
    case 'put-cards-back':
      return putCardsBack(services, session, body.key, command)
    default:
      return change(services, session, { ...body, command })
  }
}

async function change(
  services: Services,
  session: Session,
  { key, seenRevision, command }: Omit<CommandBody, 'command'> & { readonly command: Command },
): Promise<Outcome> {
  const { desk, storage, rooms, unfinished, now, random, newId } = services
  const decided = decide(session, command, { now: now(), random, newId, seenRevision })
  if (!decided.ok) return refuse(decided.refusal)
  const { value: next } = decided
  const answer = { revision: next.revision }
  const collects = next.position !== session.position && collectsWhenOpened(next, next.position)
  desk.commit(next, () => {
    storage.grants.removeOfPeople(session.id, peopleGone(session, next))
    storage.sessions.keepAnswer(session.id, key, answer)
    // What was begun before and waits for a disk goes first.
    if (collects && storage.intents.find(session.id) === undefined) {
      storage.intents.record(session.id, { kind: 'collect', key })
    }
  })
  const isRenamed = next.groups.some(({ name }, place) => name !== session.groups[place]?.name)
  if (next.openedSteps !== session.openedSteps || isRenamed) await rooms.drawStepAreas(next)
  // In a turn of its own: the step is there at once, and what groups made a moment later.
  if (collects) void desk.inTurn(session.id, () => unfinished.settleOrWait(session.id))
  return ok(answer)
}
