import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { consentByRole } from './consent-by-role.ts'
import type { Answers, ConsentSplit } from './consent-by-role.ts'

const answers = fc.record({
  yes: fc.integer({ min: 5, max: 30 }),
  yesBut: fc.nat(9),
  no: fc.nat(9),
})
const splits = fc.array(
  fc.record({
    roles: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom('raad', 'college', 'ambtenaren', 'bewoners'), answers)
        .map(([role, given]) => ({ role, ...given })),
      { selector: ({ role }) => role },
    ),
    others: fc.option(answers),
  }),
  { maxLength: 4 },
)

it('[R10] adds up what was answered by role, and loses none of it', () => {
  fc.assert(
    fc.property(splits, (given) => {
      const rows = consentByRole(given)
      const whole = sumOf(
        given.flatMap(({ roles, others }) => [...roles, ...(others ? [others] : [])]),
      )
      expect(rows.length === 0 || sumOf(rows) === whole).toBe(true)
      expect(rows.filter(({ people }) => people < 5)).toEqual([])
      expect(rows.filter(({ role }) => role !== null)).not.toHaveLength(1)
    }),
  )
})

it('[R10] names only roles that may be told of at every statement', () => {
  const some = { yes: 6, yesBut: 0, no: 1 }
  const one: ConsentSplit = {
    roles: ['raad', 'ambtenaren', 'college'].map((role) => ({ role, ...some })),
    others: null,
  }
  const other = { ...one, roles: one.roles.slice(0, 2), others: { yes: 5, yesBut: 1, no: 0 } }
  expect(consentByRole([one, other])).toEqual([
    { role: 'raad', people: 7, yes: 12, yesBut: 0, no: 2 },
    { role: 'ambtenaren', people: 7, yes: 12, yesBut: 0, no: 2 },
    { role: null, people: 7, yes: 11, yesBut: 1, no: 1 },
  ])
  expect(consentByRole([])).toEqual([])
})

function sumOf(all: readonly Answers[]): number {
  return all.reduce((sum, { yes, yesBut, no }) => sum + yes + yesBut + no, 0)
}
