import type { GroupId } from '@stip/primitives'
import { fiveRule } from './five-rule.ts'
import { valuesOf } from './kinds.ts'
import type {
  AskedQuestion,
  Counts,
  ItemTotals,
  QuestionKind,
  RoleSplit,
  Said,
  Totals,
} from './state.ts'

/** What somebody wrote, under a name by chance. */
export type Words = Pick<Said, 'id' | 'text'>

/** An answer as it is counted. */
export interface CountedAnswer {
  readonly item: string
  readonly value?: string | undefined
  readonly dots?: number | undefined
  readonly reason?: Words | undefined
  readonly own: readonly Words[]
}

/** A ballot as it is counted: of which role and group, never of whom. */
export interface CountedBallot {
  readonly role: string
  readonly groupId: GroupId | undefined
  readonly answers: readonly CountedAnswer[]
  readonly also: readonly string[]
}

/** Of which splits there are to be numbers. */
interface Splits {
  /** Only once nothing is added any more: of two such splits the difference may be one person. */
  readonly byRole: boolean
}

/** What ballots come to. The order in which they came shows nowhere. */
export function totalsOf(
  question: AskedQuestion,
  ballots: readonly CountedBallot[],
  asked: number,
  { byRole }: Splits,
): Totals {
  const also = alsoCounts(ballots)
  const byItem = new Map<string, Given[]>(question.items.map(({ id }) => [id, []]))
  for (const { role, groupId, answers } of ballots) {
    for (const answer of answers) byItem.get(answer.item)?.push({ role, groupId, answer })
  }
  const items = question.items.map(({ id }): ItemTotals => {
    const given = byItem.get(id) ?? []
    const counts = countsOf(question.kind, given)
    const ofRoles = byRole ? roleSplit(question.kind, given) : undefined
    return {
      id,
      answered: given.length,
      counts,
      ...(question.topic === 'recognition' && { byGroup: groupSplit(question.kind, given) }),
      ...(ofRoles !== undefined && { byRole: ofRoles }),
      said: given
        .flatMap(({ answer }) => saidIn(answer))
        .map((said) => ({ ...said, also: also.get(said.id) ?? 0 }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    }
  })
  const answered = answeredIn(ballots)
  return { answered, asked: Math.max(asked, answered), items }
}

/** How many answered something; who only says "Ik ook" did not. */
export function answeredIn(ballots: readonly CountedBallot[]): number {
  return ballots.filter(({ answers }) => answers.length > 0).length
}

interface Given {
  readonly role: string
  readonly groupId: GroupId | undefined
  readonly answer: CountedAnswer
}

function countsOf(kind: QuestionKind, given: readonly Given[]): Counts {
  if (kind === 'words') return {}
  if (kind === 'dots') {
    return { dots: given.reduce((sum, { answer }) => sum + (answer.dots ?? 0), 0) }
  }
  const counts = Object.fromEntries(valuesOf[kind].map((value) => [value, 0]))
  for (const { answer } of given) {
    if (answer.value !== undefined) counts[answer.value] = (counts[answer.value] ?? 0) + 1
  }
  return counts
}

function groupSplit(kind: QuestionKind, given: readonly Given[]): ItemTotals['byGroup'] {
  const groups = Map.groupBy(given, ({ groupId }) => groupId)
  return [...groups]
    .flatMap(([groupId, of]) =>
      groupId === undefined ? [] : [{ groupId, counts: countsOf(kind, of) }],
    )
    .toSorted((one, other) => (one.groupId < other.groupId ? -1 : 1))
}

function roleSplit(kind: QuestionKind, given: readonly Given[]): RoleSplit | undefined {
  if (kind === 'words') return undefined
  const byRole = Map.groupBy(given, ({ role }) => role)
  const shown = fiveRule(Object.fromEntries([...byRole].map(([role, of]) => [role, of.length])))
  if (shown === undefined) return undefined
  const others = given.filter(({ role }) => !shown.includes(role))
  return {
    roles: shown.map((role) => ({ role, counts: countsOf(kind, byRole.get(role) ?? []) })),
    ...(others.length > 0 && { others: countsOf(kind, others) }),
  }
}

function saidIn({ value, reason, own }: CountedAnswer): readonly Omit<Said, 'also'>[] {
  const as: Said['as'] = value === 'yes-but' || value === 'no-because' ? value : 'words'
  return [
    ...(reason === undefined ? [] : [{ ...reason, as }]),
    ...own.map((sentence) => ({ ...sentence, as: 'own' as const })),
  ]
}

/** How many others say what stands there as well; nobody says so of their own words. */
function alsoCounts(ballots: readonly CountedBallot[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { also, answers } of ballots) {
    const own = new Set(answers.flatMap((answer) => saidIn(answer).map(({ id }) => id)))
    for (const id of new Set(also)) {
      if (!own.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}
