import type { ItemTotals, Said, Totals } from './state.ts'

/** So many texts go to every screen at most; who leads and looks on has all of them. */
const MOST_SAID = 200

/** What stands beside a statement comes first, then what others said as well, then by chance. */
const order: Readonly<Record<Said['as'], number>> = {
  own: 0,
  words: 1,
  'no-because': 2,
  'yes-but': 3,
}

const made = new WeakMap<Totals, Totals>()

/**
 * What answers come to as all screens show it, a thousand phones too: no role is singled out, and of what was
 * written so much as a screen can be sent again and again, shared fairly between the things that were asked about.
 */
export function totalsForAll(totals: Totals): Totals {
  const known = made.get(totals)
  if (known !== undefined) return known
  const each = Math.max(1, Math.floor(MOST_SAID / Math.max(1, totals.items.length)))
  const items = totals.items.map(({ byRole: _byRole, ...item }): ItemTotals => {
    const first = item.said.toSorted((one, other) => before(one, other)).slice(0, each)
    const shown = new Set(first)
    return { ...item, said: item.said.filter((said) => shown.has(said)) }
  })
  const forAll = { ...totals, items }
  made.set(totals, forAll)
  return forAll
}

function before(one: Said, other: Said): number {
  return order[one.as] - order[other.as] || other.also - one.also || (one.id < other.id ? -1 : 1)
}
