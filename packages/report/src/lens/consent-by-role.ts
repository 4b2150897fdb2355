import type { Lens } from '../content/lens.ts'

/** What some people answered to "Kun je hiermee leven?". */
export interface Answers {
  readonly yes: number
  readonly yesBut: number
  readonly no: number
}

/** The answers about one statement by role, as far as the five-rule let them be told. */
export interface ConsentSplit {
  readonly roles: readonly (Answers & { readonly role: string })[]
  /** All other roles together; null: there are none. */
  readonly others: Answers | null
}

/**
 * The answers about several statements, added up by role. Only a role that may be told of at each of them is
 * named; what others answered stays with the others, who are none or five people at least then too.
 */
export function consentByRole(splits: readonly ConsentSplit[]): Lens['legitimacy']['roles'] {
  const [first] = splits
  const named = (first?.roles ?? [])
    .map(({ role }) => role)
    .filter((role) => splits.every(({ roles }) => roles.some((each) => each.role === role)))
  // One role is never named alone.
  if (named.length < 2) return []
  const ofRoles = named.map((role) => ({
    role,
    ...added(splits.map(({ roles }) => answersOf(roles.filter((each) => each.role === role)))),
  }))
  const left = splits.map(({ roles, others }) =>
    answersOf([...roles.filter(({ role }) => !named.includes(role)), ...(others ? [others] : [])]),
  )
  const ofOthers = added(left)
  return ofOthers.people === 0 ? ofRoles : [...ofRoles, { role: null, ...ofOthers }]
}

/** Of one statement each person gives one answer; of several, as many people as answered most of them. */
function added(perStatement: readonly Answers[]): Answers & { readonly people: number } {
  const people = Math.max(0, ...perStatement.map(({ yes, yesBut, no }) => yes + yesBut + no))
  return { people, ...answersOf(perStatement) }
}

function answersOf(all: readonly Answers[]): Answers {
  const sum = (name: keyof Answers): number => all.reduce((total, each) => total + each[name], 0)
  return { yes: sum('yes'), yesBut: sum('yesBut'), no: sum('no') }
}
