import { field, pairsIn, stacksOf } from './fields.ts'
import type { VisionFields } from './state.ts'

/** What fields are to become: null takes a value away. */
export type Wanted = Map<string, string | null>

/** Cards with all that lie on stacks with them, in order of their ids. */
export function wholeStacks(fields: VisionFields, cards: readonly string[]): readonly string[] {
  const stackOf = stacksOf(pairsIn(fields))
  const wanted = new Set(cards.flatMap((card) => stackOf.get(card) ?? []))
  const along = [...stackOf].flatMap(([card, stack]) => (wanted.has(stack) ? [card] : []))
  return [...new Set([...cards, ...along])].toSorted()
}

/**
 * Ties what does not hang together yet; nothing when it is one stack already. Each press makes ties of its
 * own, so that one taken back leaves the others.
 */
export function tied(fields: VisionFields, cards: readonly string[]): Wanted {
  const stackOf = stacksOf(pairsIn(fields))
  const stacks = new Map(cards.toSorted().map((card) => [stackOf.get(card) ?? card, card]))
  const [first, ...others] = [...stacks.values()]
  return new Map(others.map((other) => [field.same(first ?? other, other), '']))
}

/** Unties these cards, and ties what only hung together through them. */
export function untied(fields: VisionFields, cards: ReadonlySet<string>): Wanted {
  const pairs = pairsIn(fields)
  const before = stacksOf(pairs)
  const wanted: Wanted = new Map()
  const left = pairs.filter(([one, other]) => !cards.has(one) && !cards.has(other))
  for (const [one, other] of pairs) {
    if (cards.has(one) || cards.has(other)) wanted.set(field.same(one, other), null)
  }
  const now = stacksOf(left)
  const rests = Map.groupBy(
    [...before].filter(([card]) => !cards.has(card)),
    ([, stack]) => stack,
  )
  for (const rest of rests.values()) {
    const tops = [...new Set(rest.map(([card]) => now.get(card) ?? card))].toSorted()
    const [first, ...others] = tops
    for (const other of others) wanted.set(field.same(first ?? other, other), '')
  }
  return wanted
}
