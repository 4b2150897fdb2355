import { ok, refuse } from '@stip/primitives'
import type { PersonId, Result } from '@stip/primitives'
import type { Circumstances } from '../ability/ability.ts'
import type { ActorKind } from '../ability/actors.ts'
import type { CommandRefusal } from '../ability/refusals.ts'
import type { Command, SessionEvent } from './abilities.ts'
import { allAbilities, isQuiet, ruleOf, statesOf } from './any-ability.ts'
import type { AnyAbility, AnyRule } from './any-ability.ts'
import type { NewSession, Session } from './session.ts'

/** In what capacity something was asked for, and by whom of those who have it. */
export interface AskedBy {
  readonly by: ActorKind
  /** Which of several, where that is to be told later: a facilitator, a scribe. Never who wrote something. */
  readonly who?: string | undefined
}

/** A command, and who gave it. */
export interface Given {
  readonly actor: ActorKind
  /** Who a participant is. */
  readonly personId?: PersonId | undefined
  /** Which of several, where that is to be told later: a facilitator, a scribe. Never who wrote something. */
  readonly who?: string | undefined
  readonly command: Command
  /** Of what the server notes: who had it do that. Nothing may be given for it. */
  readonly asked?: AskedBy | undefined
  /** `revision` of the session on the screen of who pressed; absent where nobody looked at one. */
  readonly seenRevision?: number | undefined
}

/** What a command came to. Without events the session is the one that was given. */
export interface Decision extends AskedBy {
  readonly session: Session
  readonly events: readonly SessionEvent[]
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A session in which nobody has come in yet and no step was opened. */
export function createSession(beginning: NewSession): Session {
  const states = statesOf((ability) => ability.begin(beginning))
  return { id: beginning.id, revision: 0, sequence: 0, changedAt: {}, ...states }
}

/**
 * What becomes of a session when somebody gives a command. Here, and nowhere else, is looked whether
 * they may give it, whether the session is over, and whether they looked at what it is now. Nothing
 * but the command rests with the ability. What happens raises the revision by exactly one, or not at all
 * when no press could have missed it.
 */
export function decide(
  session: Session,
  given: Given,
  circumstances: Circumstances,
): Result<Decision, CommandRefusal> {
  const found = ruleOf(given.command.type)
  if (found === undefined) return refuse('not-allowed')
  const { ability, rule } = found
  const refusal = whyNot(session, given, rule)
  if (refusal !== undefined) return refuse(refusal)
  const press = { ...circumstances, personId: given.personId }
  const decided = rule.decide(session[ability.name], given.command, press, session)
  if (!decided.ok) return decided
  const events = decided.value
  const { now: at } = circumstances
  const { by, who } = given.asked ?? { by: given.actor, who: given.who }
  return ok({ session: evolve(session, events), events, by, ...(who !== undefined && { who }), at })
}

function whyNot(
  session: Session,
  { actor, seenRevision }: Given,
  { givenBy, afterEnd, staleAfter = [] }: AnyRule,
): CommandRefusal | undefined {
  if (!givenBy.includes(actor)) return 'not-allowed'
  if (session.course.endedAt !== undefined && afterEnd !== true) return 'session-is-over'
  return isStale(session, staleAfter, seenRevision) ? 'session-has-moved-on' : undefined
}

/** Whether one of these happened since somebody looked, so that their press meant something else. */
export function isStale(
  { changedAt }: Session,
  staleAfter: readonly SessionEvent['type'][],
  seenRevision = Infinity,
): boolean {
  return staleAfter.some((type) => seenRevision < (changedAt[type] ?? 0))
}

/** What a change makes of a session: its events, in order, at one revision. The same events make the same. */
export function evolve(session: Session, events: readonly SessionEvent[]): Session {
  if (events.length === 0) return session
  const isNews = events.some(({ type }) => !isQuiet(type))
  const revision = session.revision + (isNews ? 1 : 0)
  const changedAt = { ...session.changedAt }
  let states: Session = session
  for (const event of events) {
    const before = states
    const stateAfter = ({ name, evolve: after }: AnyAbility): unknown =>
      after[event.type]?.(before[name], event) ?? before[name]
    states = { ...before, ...statesOf(stateAfter) }
    changedAt[event.type] = revision
  }
  return { ...states, revision, sequence: session.sequence + events.length, changedAt }
}

/** Who may give which command. Those that are not here nobody may give. */
export function whoMayGive(): ReadonlyMap<string, readonly ActorKind[]> {
  return new Map(
    allAbilities.flatMap(({ commands }) =>
      Object.entries(commands).map(([type, rule]) => [type, rule?.givenBy ?? []] as const),
    ),
  )
}
