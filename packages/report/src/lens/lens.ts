import type { Lens } from '../content/lens.ts'
import type { PeopleByRole } from '../content/pieces.ts'
import type { Statement } from '../content/statement.ts'
import { FEWEST, fiveRule } from './five-rule.ts'
import type { RoleSize } from './five-rule.ts'

/** What happened, of the people of one role; no person is in it. */
export interface RoleCounts extends RoleSize {
  /** How many of them wrote, said or drew something. Null, here and below: that is not known. */
  readonly contributed: number | null
  readonly notes: number | null
  readonly keyCards: number | null
  readonly sources: number | null
  /** How many of them answered "Kun je hiermee leven?", and what, all statements together. */
  readonly answered: number
  readonly yes: number
  readonly yesBut: number
  readonly no: number
}

/** What the lens looks at. */
export interface LensInput {
  readonly roles: readonly RoleCounts[]
  /** How many people took part without a device of their own. */
  readonly throughScribe: number
  /** What the authors of notes said of the statements that were made of them. */
  readonly verified: {
    /** How many people that were. */
    readonly authors: number
    readonly right: number
    readonly different: number
    readonly takeAway: number
  }
  readonly statements: readonly Statement[]
}

/** Five measures of how a vision came to be, as counts; by role only as far as the five-rule allows. */
export function lensOf({ roles, throughScribe, verified, statements }: LensInput): Lens {
  const inList = (list: Statement['list']): number =>
    statements.filter((statement) => statement.list === list).length
  const critiques = statements.flatMap((statement) => statement.critiques)
  return {
    inclusion: {
      present: sum(roles, 'people'),
      contributed: known(roles, 'contributed'),
      throughScribe: throughScribe > 0 && throughScribe < FEWEST ? null : throughScribe,
    },
    influence: { roles: influence(roles) },
    ownership: { ...toldOf(verified), offers: inList('offer'), asks: inList('ask') },
    deliberation: {
      statements: statements.length,
      acrossGroups: statements.filter((statement) => groupsOf(statement) > 1).length,
      critiques: critiques.length,
      answered: critiques.filter(({ answer }) => answer !== null).length,
      differences: inList('difference'),
      otherVoices: statements.flatMap(({ otherVoices }) => otherVoices).length,
    },
    legitimacy: {
      statements: statements.filter(({ consent }) => consent !== null).length,
      roles: legitimacy(roles),
    },
  }
}

/** How many people per role there were, as far as that may be told. */
export function peopleByRole(sizes: readonly RoleSize[]): PeopleByRole {
  const { named } = fiveRule(sizes)
  const total = sum(sizes, 'people')
  const told = named.map((role) => {
    return {
      role,
      people: sum(
        sizes.filter((each) => each.role === role),
        'people',
      ),
    }
  })
  return { total, named: told, others: total - sum(told, 'people') }
}

/** Of fewer people than five nothing is told: whoever knows what one of them wrote would know what they said. */
function toldOf({
  authors,
  right,
  different,
  takeAway,
}: LensInput['verified']): Pick<Lens['ownership'], 'right' | 'different' | 'takeAway'> {
  const isHidden = authors > 0 && authors < FEWEST
  return isHidden
    ? { right: null, different: null, takeAway: null }
    : { right, different, takeAway }
}

function influence(roles: readonly RoleCounts[]): Lens['influence']['roles'] {
  return rowsOf(roles, 'people').map(({ role, of }) => ({
    role,
    people: sum(of, 'people'),
    notes: known(of, 'notes'),
    keyCards: known(of, 'keyCards'),
    sources: known(of, 'sources'),
  }))
}

/** Who did not answer is not counted: the five-rule is about people of whom something is told. */
function legitimacy(roles: readonly RoleCounts[]): Lens['legitimacy']['roles'] {
  return rowsOf(roles, 'answered').map(({ role, of }) => ({
    role,
    people: sum(of, 'answered'),
    yes: sum(of, 'yes'),
    yesBut: sum(of, 'yesBut'),
    no: sum(of, 'no'),
  }))
}

interface Row {
  readonly role: string | null
  readonly of: readonly RoleCounts[]
}

/** The rows that may be told: named roles, and the others together. None, when no role may be named. */
function rowsOf(roles: readonly RoleCounts[], counted: 'people' | 'answered'): readonly Row[] {
  const sizes = roles.map((each) => ({ role: each.role, people: each[counted] }))
  const { named, together } = fiveRule(sizes)
  if (named.length === 0) return []
  const others = roles.filter(({ role }) => together.includes(role))
  return [
    ...named.map((role) => ({ role, of: roles.filter((each) => each.role === role) })),
    ...(others.length > 0 ? [{ role: null, of: others }] : []),
  ]
}

function groupsOf({ sources }: Statement): number {
  return new Set(sources.flatMap(({ group }) => group?.letter ?? [])).size
}

function known(
  roles: readonly RoleCounts[],
  name: 'contributed' | 'notes' | 'keyCards' | 'sources',
): number | null {
  const isKnown = roles.every((each) => each[name] !== null)
  return isKnown ? roles.reduce((total, each) => total + (each[name] ?? 0), 0) : null
}

function sum<Name extends string>(
  all: readonly Readonly<Record<Name, number>>[],
  name: Name,
): number {
  return all.reduce((total, each) => total + each[name], 0)
}
