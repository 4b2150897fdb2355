import { fiveRule as rolesToName } from '@stip/workshop'

/** Fewer people of a role are never told of by themselves: whoever knows them would know what they said. */
export const FEWEST = 5

/** How many people of a role something is told of. */
export interface RoleSize {
  readonly role: string
  readonly people: number
}

/** What may be told by role. */
export interface Split {
  /** Told by name, the largest first: none, or two at least. */
  readonly named: readonly string[]
  /** Told together: nobody, or five people at least. When no role is named, everybody. */
  readonly together: readonly string[]
}

/**
 * The five-rule (vijf-regel): which roles may be named. Every role that is named has at least five people. The
 * others stand together, and are none or at least five too: otherwise what is left of a total would tell of
 * them. One role is never named alone.
 */
export function fiveRule(sizes: readonly RoleSize[]): Split {
  const present = sizes.filter(({ people }) => people > 0)
  const order = present.toSorted((one, other) => other.people - one.people || compared(one, other))
  const counts = Object.fromEntries(order.map(({ role, people }) => [role, people]))
  const named = new Set(rolesToName(counts))
  const roles = order.map(({ role }) => role)
  return {
    named: roles.filter((role) => named.has(role)),
    together: roles.filter((role) => !named.has(role)),
  }
}

function compared(one: RoleSize, other: RoleSize): number {
  return one.role < other.role ? -1 : 1
}
