import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lens } from '../content/lens.ts'
import { PeopleByRole } from '../content/pieces.ts'
import { aStatement, sterrenveld } from '../test/sterrenveld.ts'
import { fiveRule } from './five-rule.ts'
import { lensOf, peopleByRole } from './lens.ts'
import type { RoleCounts } from './lens.ts'

const names = ['raad', 'college', 'directie', 'ambtenaren', 'bewoners', 'griffie', 'ondernemers']
const rooms = fc
  .array(fc.nat(12), { maxLength: names.length })
  .map((counts) => counts.map((people, place) => ({ role: names[place] ?? '', people })))

describe('the five-rule', () => {
  it('[R9] names roles of five people or more, and leaves none or five together', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        const { named, together } = fiveRule(room)
        const sizeOf = (roles: readonly string[]): number =>
          room
            .filter(({ role }) => roles.includes(role))
            .reduce((sum, each) => sum + each.people, 0)
        expect(named.every((role) => sizeOf([role]) >= 5)).toBe(true)
        const left = Math.min(5, sizeOf(together))
        expect(named.length === 0 || left === 0 || left === 5).toBe(true)
        expect(named).not.toHaveLength(1)
        const present = room.filter(({ people }) => people > 0).map(({ role }) => role)
        expect([...named, ...together].toSorted()).toEqual(present.toSorted())
      }),
    )
  })

  it('[R9] says the same in whatever order roles are counted', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        expect(fiveRule(room.toReversed())).toEqual(fiveRule(room))
      }),
    )
  })

  it('[R9] hides a role of five, when those who are hidden without it are fewer', () => {
    const room = { raad: 22, ambtenaren: 20, college: 5, directie: 3, griffie: 1 }
    const sizes = Object.entries(room).map(([role, people]) => ({ role, people }))
    expect(fiveRule(sizes).named).toEqual(['raad', 'ambtenaren'])
  })

  it('[R9] gives numbers that add up, and that a version may hold', () => {
    fc.assert(
      fc.property(rooms, (room) => {
        expect(PeopleByRole.safeParse(peopleByRole(room)).success).toBe(true)
      }),
    )
  })
})

describe('the lens', () => {
  it('[R10] loses nothing and invents nothing, and tells of no role that is too small', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(30)), { maxLength: 6 }),
        (given) => {
          const roles = given.map(([people, answered, notes], place) =>
            counts({
              role: names[place] ?? '',
              people,
              answered,
              notes: people === 0 ? 0 : notes,
              yes: answered * 3,
            }),
          )
          const lens = lensOf(inputOf(roles))
          expect(Lens.safeParse(lens).success).toBe(true)
          const { influence, legitimacy, inclusion } = lens
          for (const rows of [influence.roles, legitimacy.roles]) {
            expect(rows.filter(({ people }) => people > 0 && people < 5)).toEqual([])
            expect(rows.filter(({ role }) => role !== null)).not.toHaveLength(1)
          }
          const told = {
            notes: all(influence.roles.map(({ notes }) => notes ?? 0)),
            people: all(influence.roles.map(({ people }) => people)),
            yes: all(legitimacy.roles.map(({ yes }) => yes)),
          }
          const notes = all(roles.map((role) => role.notes ?? 0))
          const yes = all(roles.map((role) => role.yes))
          expect(isWhole(influence.roles, told.notes, notes)).toBe(true)
          expect(isWhole(influence.roles, told.people, inclusion.present)).toBe(true)
          expect(isWhole(legitimacy.roles, told.yes, yes)).toBe(true)
        },
      ),
    )
  })

  it('[R10] counts what was weighed together', () => {
    const [a, b] = ['A', 'B'].map((letter) => ({ letter, name: letter }))
    const card = { cardId: 'x', text: '', group: a ?? null }
    const critique = { text: 'Te lang', carriedBy: 2, answer: 'Korter' }
    const statements = [
      aStatement({ sources: [card, { ...card, group: b ?? null }], critiques: [critique] }),
      aStatement({ sources: [card, card], critiques: [{ ...critique, answer: null }] }),
      aStatement({ list: 'offer', otherVoices: [{ text: 'Nee', meToo: 0 }] }),
      aStatement({ list: 'difference' }),
    ]
    const { deliberation, ownership } = lensOf({ ...inputOf([]), statements })
    const weighed = { statements: 4, acrossGroups: 1, critiques: 2, answered: 1 }
    expect(deliberation).toEqual({ ...weighed, differences: 1, otherVoices: 1 })
    expect(ownership).toMatchObject({ offers: 1, asks: 0 })
  })

  it('[R10] tells what authors said of statements of nobody, or of five of them', () => {
    const said = { right: 2, different: 1, takeAway: 1 }
    const ownershipOf = (authors: number) =>
      lensOf({ ...inputOf([]), verified: { authors, ...said } }).ownership
    expect(ownershipOf(5)).toMatchObject(said)
    expect(ownershipOf(4)).toMatchObject({ right: null, different: null, takeAway: null })
    const none = { authors: 0, right: 0, different: 0, takeAway: 0 }
    const { ownership } = lensOf({ ...inputOf([]), verified: none })
    expect(ownership).toMatchObject({ right: 0, different: 0, takeAway: 0 })
  })

  it('[R10] does not count what is not known, and tells nothing of four people with a scribe', () => {
    const roles = [
      counts({ role: 'raad', people: 8, notes: null }),
      counts({ role: 'college', people: 6 }),
    ]
    const lens = lensOf({ ...inputOf(roles), throughScribe: 4 })
    expect(lens.influence.roles.map(({ notes }) => notes)).toEqual([null, 0])
    expect(lens.inclusion.throughScribe).toBeNull()
    expect(lensOf({ ...inputOf(roles), throughScribe: 5 }).inclusion.throughScribe).toBe(5)
  })
})

function inputOf(roles: readonly RoleCounts[]) {
  const verified = { authors: 0, right: 0, different: 0, takeAway: 0 }
  return { roles, throughScribe: 0, verified, statements: sterrenveld().statements }
}

function counts(differences: Partial<RoleCounts>): RoleCounts {
  const none = { contributed: 0, notes: 0, keyCards: 0, sources: 0, answered: 0 }
  return { role: '', people: 0, ...none, yes: 0, yesBut: 0, no: 0, ...differences }
}

function all(of: readonly number[]): number {
  return of.reduce((sum, each) => sum + each, 0)
}

/** No role may be told of, or all of it is told. */
function isWhole(rows: readonly unknown[], told: number, of: number): boolean {
  return rows.length === 0 || told === of
}
