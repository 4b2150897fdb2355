/** Builders for the tests of this package: name only what a test is about. */
import { ok, seededRandom } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { Circumstances } from '../ability/ability.ts'
import type { CommandRefusal } from '../ability/refusals.ts'
import type { AttentionState } from '../attention/state.ts'
import type { BoardRulesState } from '../board-rules/state.ts'
import type { SessionBoard } from '../boards/state.ts'
import type { SessionTimes, StepClock } from '../clock/state.ts'
import type { CourseState } from '../course/state.ts'
import type { MergeState } from '../merging/state.ts'
import type { PeopleState, Person } from '../people/state.ts'
import type { Command } from '../session/abilities.ts'
import { createSession, decide, whoMayGive } from '../session/engine.ts'
import type { Session } from '../session/session.ts'
import type { Step, Zone } from '../steps/agenda.ts'
import type { StepsState } from '../steps/state.ts'

export const NOW = 1_000_000
export const MINUTE = 60_000

/** What a test is about, whichever ability keeps it. */
type All = StepsState &
  AttentionState &
  BoardRulesState &
  CourseState &
  Omit<PeopleState, 'all'> & {
    readonly people: readonly Person[]
    readonly clock: StepClock | undefined
    readonly times: SessionTimes
    readonly merge: MergeState
    readonly boards: readonly SessionBoard[]
  }
export type Differences = Partial<All>

/** The session with what a test is about, each in the ability that keeps it. */
export function differing(session: Session, differences: Differences): Session {
  const { people, clock, times, merge, boards, ...others } = differences
  const withOthers = <State extends object>(state: State): State => ({
    ...state,
    ...Object.fromEntries(Object.entries(others).filter(([key]) => key in state)),
  })
  return {
    ...session,
    course: withOthers(session.course),
    steps: withOthers(session.steps),
    attention: withOthers(session.attention),
    boardRules: withOthers(session.boardRules),
    people: { ...withOthers(session.people), all: people ?? session.people.all },
    clock: { current: clock ?? session.clock.current, times: times ?? session.clock.times },
    merging: merge ?? session.merging,
    boards: boards ?? session.boards,
  }
}

/** A session of three groups and five steps, as it stands at the start. */
export function aSession(differences: Differences = {}): Session {
  const groups = ['A', 'B', 'C'].map((letter) => ({ id: letter, letter, name: `Groep ${letter}` }))
  const created = createSession({
    id: 'session',
    title: 'Visie Sterrenveld',
    agenda: {
      slug: 'avond',
      language: 'nl',
      title: 'Een avond',
      purpose: 'Samen tekenen.',
      groupCount: 3,
      groupNames: ['De Brug', 'De Haven', 'De Molen'],
      backgrounds: [
        {
          id: 'council-member',
          name: 'Raadslid',
          mixingRole: 'council-member',
          roleGroup: 'council',
        },
        {
          id: 'council-clerk',
          name: 'Griffier',
          mixingRole: 'council-member',
          roleGroup: 'council',
        },
        { id: 'resident', name: 'Bewoner', mixingRole: 'resident', roleGroup: 'residents' },
      ],
      minutes: 60,
      startTime: undefined,
      endTime: undefined,
      preparation: [],
      materials: [],
      results: [],
      steps: [
        aStep({ id: 'welcome', kind: 'welcome', minutes: 10 }),
        aStep({ id: 'draw', kind: 'draw', setting: 'group', minutes: 25, isAnonymous: true }),
        aStep({ id: 'break', kind: 'break', setting: 'group', minutes: 0, board: undefined }),
        aStep({ id: 'share', kind: 'share' }),
        aStep({ id: 'merge', kind: 'merge' }),
      ],
    },
    groups,
    boards: [
      { id: 'plenary', kind: 'plenary', groupId: undefined },
      ...groups.map(({ id }) => ({ id: `board-${id}`, kind: 'group' as const, groupId: id })),
      { id: 'vision', kind: 'vision', groupId: undefined },
    ],
    now: NOW,
  })
  return differing(created, differences)
}

/** A plenary step of ten minutes with an area of 2400 by 1350. */
function aStep(differences: Partial<Step> = {}): Step {
  return {
    id: 'step',
    kind: 'conversation',
    title: 'Een stap',
    minutes: 10,
    minimumMinutes: 5,
    mayBeDropped: false,
    startTime: undefined,
    setting: 'plenary',
    participant: { instruction: ['Kijk.'], questions: [] },
    facilitator: { goal: '', say: '', approach: [], watchFor: [], ifDifferent: [] },
    board: { width: 2400, height: 1350, zones: [] },
    isAnonymous: false,
    notYet: [],
    ...differences,
  }
}

/** A zone for notes, at the top left of what its step leaves free. */
export function aZone(id: string, differences: Partial<Zone> = {}): Zone {
  return {
    id,
    title: id,
    question: 'Wat zie je?',
    kind: 'notes',
    x: 40,
    y: 190,
    width: 700,
    height: 400,
    color: 'yellow',
    fillFromSteps: [],
    ...differences,
  }
}

/** A resident with a phone who is here and has no group. */
export function aPerson(id: string, differences: Partial<Person> = {}): Person {
  return {
    id,
    number: 1,
    name: id,
    background: 'resident',
    mixingRole: 'resident',
    groupId: undefined,
    hasPhone: true,
    hasLeft: false,
    ...differences,
  }
}

/** Somebody at a screen, and what else a decision needs. */
interface Press extends Circumstances {
  readonly seenRevision: number
}

/** What becomes of a session when a command is given by who may. */
export function decided(
  session: Session,
  command: Command,
  press: Press = circumstances(session),
): Result<Session, CommandRefusal> {
  const [actor] = whoMayGive().get(command.type) ?? []
  if (actor === undefined) throw new Error(`Nobody may give ${command.type}.`)
  const { seenRevision, ...others } = press
  const outcome = decide(session, { actor, command, seenRevision }, others)
  return outcome.ok ? ok(outcome.value.session) : outcome
}

/** A session that carried these commands out one after another, each from an up-to-date screen. */
export function after(session: Session, ...commands: readonly Command[]): Session {
  return commands.reduce((current, command) => {
    const outcome = decided(current, command)
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal}`)
    return outcome.value
  }, session)
}

/** An up-to-date screen at `NOW`, with chance that repeats itself. */
export function circumstances(session: Session, differences: Partial<Press> = {}): Press {
  return {
    now: NOW,
    random: seededRandom(1),
    newId: () => `person-${session.people.all.length + 1}`,
    seenRevision: session.revision,
    ...differences,
  }
}

/** A newcomer comes in through their own phone. */
export function join(
  session: Session,
  newcomer: Omit<Extract<Command, { readonly type: 'join' }>, 'type'>,
): Result<Session, CommandRefusal> {
  return decided(session, { type: 'join', ...newcomer })
}
