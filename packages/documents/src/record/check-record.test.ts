import { isOrderKey, zoneRecord } from '@stip/board'
import type { Json, JsonObject } from '@stip/primitives'
import { T } from '@tldraw/validate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemWithField } from './check-field.ts'
import { checkRecord } from './check-record.ts'
import { boardSchema } from '../schema/schema.ts'
import {
  aBinding,
  aFrame,
  aHorizon,
  anArrow,
  anAsset,
  anImage,
  aNote,
  aStip,
  aZone,
  richText,
} from '../test/records.ts'

describe('a record that may be on a board', () => {
  it.each([
    aNote('a'),
    aFrame('f'),
    anArrow('p'),
    aBinding('b', 'p', 'a'),
    anAsset('foto'),
    anImage('i', 'foto'),
    aZone('z'),
    aStip('s'),
    aHorizon('h'),
    aNote('k', { meta: { keyCard: true, describes: 'shape:z' } }),
    aNote('m', { meta: { zone: 'shape:z' } }),
    aNote('n', { meta: { zone: null } }),
    aNote('l', { props: { richText: linked('https://gemeente.nl') } }),
    aNote('m', { props: { richText: linked('mailto:info@gemeente.nl') } }),
    aNote('from.b1.a', { parentId: 'shape:from.b%2E1.f' }),
    zoneRecord({ ...aZonePlace, id: 'shape:lane.g1', index: 'G00000000000000000000' }),
  ])('[B20] is every kind that people and steps make: $id', (record) => {
    expect(checkRecord(record)).toEqual({ ok: true, value: record })
  })

  it.each<[string, ReturnType<typeof aNote>]>([
    ['[B20] an embed', { ...aNote('a'), type: 'embed' }],
    ['[B20] a bookmark', { ...aNote('a'), type: 'bookmark' }],
    ['[B20] a prop too many', aNote('a', { props: { onclick: 'x' } })],
    ['[B20] a prop too few', { ...aNote('a'), props: {} }],
    ['[B20] a name that is none', aNote('a', { id: 'shape:__proto__ ' })],
    ['[B20] a stip without words', { ...aStip('s'), props: { w: 1, scale: 1, color: 'red' } }],
    ['[B25] a hoofdpunt that is neither', aNote('a', { meta: { keyCard: 'yes' } })],
    ['[B25] a zone that is no name', aNote('a', { meta: { zone: { id: 'shape:z' } } })],
    ['[B25] a zone that is no shape', aNote('a', { meta: { zone: 'asset:z' } })],
    ['[B25] a copy of no board', aNote('a', { meta: { copyOf: 'shape:b' } })],
    ['[B25] a copy of no shape', aNote('a', { meta: { copyOf: 'bord/asset:b' } })],
    ['[B25] a description of nothing', aNote('a', { meta: { describes: 'binding:b' } })],
    ['[B21] a place too far away', aNote('a', { x: 1_000_001 })],
    ['[B21] a place that is no number', aNote('a', { x: Number.NaN })],
    [
      '[B21] an endless size',
      aFrame('f', { props: { w: Infinity, h: 1, name: '', color: 'red' } }),
    ],
    ['[B21] a huge size', aFrame('f', { props: { w: 1_000_001, h: 1, name: '', color: 'red' } })],
    [
      '[B22] a text that is too long',
      aNote('a', { props: { richText: richText('x'.repeat(10_001)) } }),
    ],
    ['[B22] an element unknown to tldraw', aNote('a', { props: { richText: element('iframe') } })],
    ['[B22] a name that is too long', aZone('z', { title: 'x'.repeat(10_001) })],
    ['[B23] a link that runs', aNote('a', { props: { richText: linked('javascript:alert(1)') } })],
    [
      '[B23] a link that hides',
      aNote('a', { props: { richText: linked(' java\nscript:alert(1)') } }),
    ],
    ['[B23] a link to data', aNote('a', { props: { url: 'data:text/html,x' } })],
    ['[B24] an image from elsewhere', anAsset('s', 'https://elders.nl/foto.png')],
    ['[B24] an image as data', anAsset('s', 'data:image/svg+xml,<svg/>')],
    ['[B24] an image that climbs', anAsset('s', '/api/assets/../secrets')],
    ['[B25] forged authors', aNote('a', { meta: { authors: ['Anna'] } })],
    ['[B25] forged sources', aNote('a', { meta: { sources: [] } })],
    [
      '[B26] a dangerous name',
      aNote('a', { meta: JSON.parse('{"m":{"__proto__":1}}') as JsonObject }),
    ],
    ['[B26] a dangerous meta', aNote('a', { meta: JSON.parse('{"constructor":1}') as JsonObject })],
    ['[B26] no plain data', aNote('a', { meta: { n: 1n as unknown as Json } })],
  ])('is never %s', (_name, record) => {
    expect(checkRecord(record).ok).toBe(false)
  })

  it('[B20] passes the validators of tldraw, also when it looks like one that passed', () => {
    const examples = [aNote('a'), aFrame('f'), anArrow('p'), anImage('i', 'foto'), aZone('z')]
    for (const example of examples) expect(checkRecord(example).ok).toBe(true)
    fc.assert(
      fc.property(fc.constantFrom(...examples), changes(), (example, [key, value]) => {
        for (const changed of [
          { ...example, [key]: value },
          { ...example, props: { ...example.props, [key]: value } },
          { ...example, props: { ...example.props, richText: { type: 'doc', [key]: value } } },
        ]) {
          const isAccepted = checkRecord(changed).ok
          expect(!isAccepted || isValid(changed)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('[B20] has an index that every version of tldraw takes', () => {
    const digits = fc.constantFrom(...'0 1 8 9 A B Y Z a b c x y z - é'.split(' '))
    fc.assert(
      fc.property(fc.string({ unit: digits, maxLength: 12 }), (index) => {
        const problem = problemWithField(aNote('a'), 'pi', ['page:page', index])
        expect(problem === undefined).toBe(isOrderKey(index))
        // Ours is the stricter of the two: no zero behind the point, and nothing at the ends.
        expect(T.indexKey.isValid(index) || problem !== undefined).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

/** What tldraw itself says. */
function isValid(record: unknown): boolean {
  try {
    boardSchema.types.shape.validate(record)
    return true
  } catch {
    return false
  }
}

/** A field or prop, and something that it might be. */
function changes(): fc.Arbitrary<readonly [string, Json]> {
  const names = ['x', 'index', 'parentId', 'rotation', 'isLocked', 'opacity', 'type', 'id']
  const props = ['color', 'size', 'growY', 'w', 'name', 'url', 'content', 'text', 'start', 'crop']
  return fc.tuple(
    fc.constantFrom(...names, ...props),
    fc.oneof(
      fc.jsonValue() as fc.Arbitrary<Json>,
      fc.constantFrom<Json>('red', 'm', 'a1', 'a0', 'page:page', 'shape:f', [], {}, null, 0, 1),
    ),
  )
}

const aZonePlace = {
  x: 0,
  y: 0,
  w: 800,
  h: 600,
  title: 'Noord',
  question: '',
  color: 'group-a',
  style: 'lane',
  letter: 'A',
} as const

function linked(href: string): JsonObject {
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'hier', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  }
}

function element(type: string): JsonObject {
  return { type: 'doc', content: [{ type }] }
}
