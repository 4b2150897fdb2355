import type { PartsMessage } from '@stip/api'
import { withMessage } from '@stip/api/parts'
import type { KnownParts } from '@stip/api/parts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartSet } from './part-set.ts'

describe('parts with revisions', () => {
  it('[F1] say what changed after what somebody has', () => {
    const set = new PartSet()
    set.update({ title: 'a', position: 1 }, 10)
    set.update({ title: 'b', position: 1 }, 11)
    expect(set.since(10)).toBe('"set":{"title":"b"}')
    expect(set.since(11)).toBe('')
    expect(set.since()).toBe('"set":{"title":"b","position":1}')
    set.update({ position: 1 }, 12)
    expect(set.since(11)).toBe('"set":{"title":null}')
    expect(set.since()).toBe('"set":{"position":1}')
  })

  it('[F3] are no news when they are made anew and are the same', () => {
    const set = new PartSet()
    set.update({ clock: { endsAt: 1 }, people: [{ id: 'a', name: 'A' }] }, 10)
    set.update({ clock: { endsAt: 1 }, people: [{ id: 'a', name: 'A' }] }, 11)
    expect(set.changedAt).toBe(10)
  })

  it('[F1] bring every screen to what is, whatever it has', () => {
    const item = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), name: fc.nat(3) })
    const people = fc.uniqueArray(item, { selector: ({ id }) => id })
    const parts = fc.record(
      { title: fc.nat(3), spotlight: fc.constantFrom(undefined, 'x'), people, boards: people },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 12 }), fc.nat(), (course, chance) => {
        const set = new PartSet()
        const screens: { known: KnownParts; at: number }[] = []
        for (const [at, values] of course.entries()) {
          const revision = at + 1
          set.update(values, revision)
          screens.push({ known: told(undefined, set.since(), revision), at: revision })
          for (const [place, screen] of screens.entries()) {
            // Some hear of every change, others of several at once.
            const isLast = at === course.length - 1
            if (!isLast && (chance >> ((at + place) % 20)) % 2 === 0) continue
            screen.known = told(screen.known, set.since(screen.at), revision)
            screen.at = revision
            expect(screen.known.parts).toEqual(JSON.parse(JSON.stringify(values)))
          }
        }
      }),
    )
  })
})

function told(known: KnownParts | undefined, fields: string, revision: number): KnownParts {
  const begin = known === undefined ? '"key":"k",' : ''
  const text = `{${begin}"type":"parts","revision":${revision}${fields === '' ? '' : `,${fields}`}}`
  const after = withMessage(known, JSON.parse(text) as PartsMessage)
  if (after === undefined) throw new Error('It has something.')
  return after
}
