/** Builders for the tests of this package: name only what a test is about. */
import { seededRandom } from '@stip/primitives'
import type { Step, Zone } from '../steps/agenda.ts'
import type { Command } from '../session/commands.ts'
import { decide } from '../session/decide.ts'
import type { Circumstances } from '../session/decide.ts'
import { createSession } from '../session/session.ts'
import type { Person, Session } from '../session/session.ts'

export const NOW = 1_000_000
export const MINUTE = 60_000

/** A session of three groups and five steps, as it stands at the start. */
export function aSession(differences: Partial<Session> = {}): Session {
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
  return { ...created, ...differences }
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

/** A session that carried these commands out one after another, each from an up-to-date screen. */
export function after(session: Session, ...commands: readonly Command[]): Session {
  return commands.reduce((current, command) => {
    const outcome = decide(current, command, circumstances(current))
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal}`)
    return outcome.value
  }, session)
}

/** An up-to-date screen at `NOW`, with chance that repeats itself. */
export function circumstances(
  session: Session,
  differences: Partial<Circumstances> = {},
): Circumstances {
  return {
    now: NOW,
    random: seededRandom(1),
    newId: () => `person-${session.people.length + 1}`,
    seenRevision: session.revision,
    ...differences,
  }
}
