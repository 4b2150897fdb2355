import { array, assert, boolean, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagesOf } from './fill-pages.ts'
import { room } from './paper.ts'
import type { Row } from './paper.ts'

const rows = array(
  record({
    height: integer({ min: 1, max: 300 }),
    before: integer({ min: 0, max: 20 }),
    keepsNext: boolean(),
  }),
  { maxLength: 80 },
).map((all) => all.map((row, place) => aRow(`${place}`, row)))

describe('[I71] pages of a document', () => {
  it('[I71] have every row once and in order, and none of them cut', () => {
    assert(
      property(rows, (all) => {
        const pages = pagesOf(all)
        expect(namesOn(pages)).toEqual(all.map((_, place) => `${place}`))
        for (const { used } of pagesOf(all.map((one) => ({ ...one, keepsNext: false })))) {
          expect(used).toBeLessThanOrEqual(room.height)
        }
      }),
    )
  })

  it('[I71] have a heading with what comes after it, never at their foot', () => {
    const heading = aRow('kop', { height: 20, keepsNext: true })
    const all = [aRow('eerst', { height: room.height - 40 }), heading, aRow('briefjes', {})]
    const pages = pagesOf(all)
    expect(pages.map((page) => namesOn([page]))).toEqual([['eerst'], ['kop', 'briefjes']])
  })

  it('[I71] repeat the heading of what goes on', () => {
    const further = aRow('kop (vervolg)', { height: 20 })
    const notes = Array.from({ length: 5 }, (_, place) => ({
      ...aRow(`rij ${place}`, { height: 300 }),
      further,
    }))
    const pages = pagesOf([aRow('kop', { height: 20, keepsNext: true }), ...notes])
    expect(pages.map((page) => namesOn([page])[0])).toEqual([
      'kop',
      'kop (vervolg)',
      'kop (vervolg)',
    ])
  })

  it('[I71] know the steps that are on them', () => {
    const all = ['6 · Start', '6 · Start', '7 · Openstaan'].map((step) => aRow(step, { step }))
    expect(pagesOf(all)[0]?.steps).toEqual(['6 · Start', '7 · Openstaan'])
  })
})

function aRow(name: string, row: Partial<Row>): Row {
  const plain = { height: 100, before: 10, keepsNext: false, step: '', ...row }
  return { ...plain, piecesAt: () => [{ tag: 'P', said: name, marks: [] }] }
}

function namesOn(pages: ReturnType<typeof pagesOf>): readonly (string | undefined)[] {
  return pages.flatMap(({ pieces }) => pieces.map(({ said }) => said))
}
