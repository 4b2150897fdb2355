import { expect, it } from 'vitest'
import { totalsForAll } from './for-all.ts'
import type { Said, Totals } from './state.ts'

it('[Q11] all screens get what stands beside a statement first, and of the rest what can be sent to them', () => {
  const reasons = Array.from({ length: 900 }, (_, place) => said(`r${place}`, 'yes-but', 0))
  const own = said('own', 'own', 0)
  const wide = said('wide', 'no-because', 40)
  const few = [said('few', 'words', 0)]
  const totals = totalsOf([[...reasons, own, wide], few])
  const [first, second] = totalsForAll(totals).items
  expect(first?.said).toHaveLength(100)
  expect(first?.said).toEqual(expect.arrayContaining([own, wide]))
  expect(second?.said).toEqual(few)
  expect(totalsForAll(totals)).toBe(totalsForAll(totals))
})

it('[Q3] [Q11] and no numbers of roles', () => {
  const byRole = { roles: [] }
  const totals = totalsOf([[]])
  const split = { ...totals, items: totals.items.map((item) => ({ ...item, byRole })) }
  expect(totalsForAll(split).items[0]?.byRole).toBeUndefined()
})

function said(id: string, as: Said['as'], also: number): Said {
  return { id, text: `Zin ${id}`, as, also }
}

function totalsOf(all: readonly (readonly Said[])[]): Totals {
  const items = all.map((each, place) => {
    return { id: `i${place}`, answered: each.length, counts: {}, said: each }
  })
  return { answered: 9, asked: 9, items }
}
