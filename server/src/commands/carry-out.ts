import { CommandAnswer } from '@stip/api'
import type { CommandBody } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { Result, SessionId } from '@stip/primitives'
import { collectsWhenOpened, isStale, whoMayGive } from '@stip/workshop'
import type { ActorKind, CommandRefusal, Decision, Given, Session } from '@stip/workshop'
import { questionAsked, withBallots } from '../ballots/with-ballots.ts'
import { RequestRefusedError } from '../errors.ts'
import { hashOf } from '../identity/devices.ts'
import { inOwnTurn } from '../identity/grants.ts'
import type { Services } from '../services.ts'
import { commandAnswered } from '../sessions/also-written.ts'
import { peopleGone } from '../sessions/arrivals.ts'
import type { Grant } from '../storage/stores/grant-store.ts'
import { closeOpenQuestion } from './asking/close-question.ts'
import { boardCommands, carryOutOnBoards, isBoardCommand, prepared } from './board-commands.ts'
import { settle } from './unfinished.ts'

/** Who gives a command, in what capacity. */
type Giver = Pick<Given, 'actor' | 'personId' | 'who'> & {
  /** What makes their device who it is. */
  readonly grant: Grant
}

type Outcome = Result<CommandAnswer, CommandRefusal>

/**
 * Carries out what somebody asks of a session: one command at a time, each key once. Who may not ask
 * is told nothing, not even what the same key was answered; who was sent away while they waited for their
 * turn may not either.
 *
 * @throws {RequestRefusedError} 'key-used-before' when the key stands for another command.
 * @throws {Error} When it could not be stored; then nothing of it happened, or it is finished as
 *   soon as the store is well.
 */
export function carryOut(
  services: Services,
  sessionId: SessionId,
  body: CommandBody,
  giver: Giver,
): Promise<Outcome> {
  if (!givenBy(body.command).includes(giver.actor)) return Promise.resolve(refuse('not-allowed'))
  return ready(services, sessionId, body, giver).then(() =>
    inTurn(services, sessionId, body, giver),
  )
}

/** Whoever may not be here any more gets nothing of it: that is looked at in their turn. */
async function ready(
  services: Services,
  sessionId: SessionId,
  { command }: CommandBody,
  { who }: Giver,
): Promise<void> {
  const session = services.desk.find(sessionId)
  if (session !== undefined && isBoardCommand(command)) {
    await prepared(services, session, command, who)
  }
}

function inTurn(
  services: Services,
  sessionId: SessionId,
  body: CommandBody,
  giver: Giver,
): Promise<Outcome> {
  const { storage, unfinished } = services
  return inOwnTurn(services, giver.grant, async () => {
    const answer = async (): Promise<Outcome | undefined> => {
      const earlier = await storage.commands.findAnswer(sessionId, body.key)
      return earlier === undefined ? undefined : ok(CommandAnswer.parse(earlier))
    }
    // No board is changed while another change is half done; the evening itself goes on.
    if (isBoardCommand(body.command)) await settle(services, sessionId)
    else await unfinished.settleOrWait(sessionId)
    const earlier = await answer()
    const isAskedBefore = await noteAsked(services, sessionId, body, giver)
    if (earlier !== undefined) {
      if (!isAskedBefore) throw new RequestRefusedError('key-used-before')
      return earlier
    }
    try {
      return await perform(services, sessionId, body, giver)
    } catch (error) {
      await unfinished.settleOrWait(sessionId)
      const settled = await answer()
      if (settled === undefined) throw error
      return settled
    }
  })
}

function givenBy(command: CommandBody['command']): readonly ActorKind[] {
  if (isBoardCommand(command)) return boardCommands[command.type].givenBy
  return whoMayGive().get(command.type) ?? []
}

/** Notes what a key stands for now; returns whether it stood for the same, or for nothing. */
async function noteAsked(
  { storage, now }: Services,
  sessionId: SessionId,
  { key, command }: CommandBody,
  { personId = '' }: Giver,
): Promise<boolean> {
  const hash = hashOf(JSON.stringify(['command', sessionId, key]))
  // What participants ask is about themselves.
  const asked = hashOf(`${JSON.stringify(command)}${personId}`)
  const nobody = new Uint8Array()
  const found = await storage.answers.find(hash, nobody)
  if (found !== undefined && Buffer.compare(found.asked, asked) === 0) return true
  const isAnswered = (await storage.commands.findAnswer(sessionId, key)) !== undefined
  if (found !== undefined && isAnswered) return false
  const about = { key: hash, device: nobody, isNewDevice: false, asked, sealed: nobody }
  await storage.answers.add({ ...about, at: now() })
  return true
}

async function perform(
  services: Services,
  sessionId: SessionId,
  { key, seenRevision, command }: CommandBody,
  giver: Giver,
): Promise<Outcome> {
  const session = services.desk.find(sessionId)
  if (session === undefined) throw new Error(`There is no session ${sessionId}.`)
  const { actor, personId, who } = giver
  if (isBoardCommand(command)) {
    const { staleAfter = [] } = boardCommands[command.type]
    if (isStale(session, staleAfter, seenRevision)) return refuse('session-has-moved-on')
    return carryOutOnBoards(services, session, { key, asked: { by: actor, who } }, command)
  }
  const given = { actor, personId, who, command, seenRevision }
  const decided = services.desk.decide(session, given)
  if (!decided.ok) return decided
  if (command.type === 'end-session' && (await closeOpenQuestion(services, session, given))) {
    return perform(services, sessionId, { key, seenRevision, command }, giver)
  }
  return ok(await commit(services, session, key, decided.value))
}

/** Stores what a command came to, and sees to what follows on boards. */
async function commit(
  { desk, storage, rooms, unfinished, randomBytes }: Services,
  { id, steps, vision }: Session,
  key: string,
  decision: Decision,
): Promise<CommandAnswer> {
  const { session: next, events } = decision
  const isArranged = next.vision.count > vision.count
  const answer = {
    revision: next.revision,
    ...(isArranged && { arrangement: next.vision.count }),
    ...questionAsked(events),
  }
  const { position } = next.steps
  const collects = position !== steps.position && collectsWhenOpened(next, position)
  // What was begun before and waits for a disk goes first.
  const begins = collects && (await storage.intents.find(id)) === undefined
  await desk.commit(decision, [
    { kind: 'grants-of-people-taken', people: peopleGone(events) },
    ...withBallots(events, randomBytes),
    ...commandAnswered(key, answer),
    ...(begins ? [{ kind: 'intent-begun', intent: { kind: 'collect', key } } as const] : []),
  ])
  const isRenamed = events.some(({ type }) => type === 'group-renamed')
  if (next.steps.openedSteps !== steps.openedSteps || isRenamed) await rooms.drawStepAreas(next)
  // In a turn of its own: the step is there at once, and what groups made a moment later.
  if (collects) void unfinished.settleInTurn(id)
  return answer
}
