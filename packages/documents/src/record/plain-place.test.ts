import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { plainPlace, plainShape } from './plain-place.ts'
import { readRecord } from './read-record.ts'
import { aDocument, aFrame, aNote } from '../test/records.ts'
import { changeFields, createRecord } from './write-record.ts'

const id = 'shape:wens'

describe('the short way to a place', () => {
  it('[B7] reads what the long way reads, or leaves it to the long way', () => {
    const random = seededRandom(7)
    const document = aDocument(1)
    createRecord(document, aFrame('lijst'))
    createRecord(document, aNote('wens'))
    for (let change = 0; change < 200; change++) {
      const parent = ['page:page', 'shape:lijst'][below(random, 2)] ?? 'page:page'
      const place = [below(random, 900) / 8, below(random, 900) / 8]
      if (below(random, 3) === 0) changeFields(document, id, { pi: [parent, 'a1'] })
      else changeFields(document, id, { xy: parent === 'page:page' ? place : [...place, parent] })
      const record = readRecord(document, id)?.record
      const places = [undefined, [record?.['x'], record?.['y']]]
      expect(places).toContainEqual(plainPlace(document, id))
    }
  })

  it('[B3] writes what the long way writes', () => {
    const [short, long] = [aDocument(1), aDocument(1)]
    for (const document of [short, long]) createRecord(document, aNote('wens'))
    const shape = plainShape(short, id)
    shape?.moveTo(10.01, 20.99)
    changeFields(long, id, { xy: [10.01, 20.99] })
    expect(readRecord(short, id)).toEqual(readRecord(long, id))
    expect(shape?.moveTo(10, 21)).toEqual({ before: [10, 21], after: [10, 21] })
    expect(shape?.moveTo(11, 21)).toEqual({ before: [10, 21], after: [11, 21] })
    expect(plainPlace(short, id)).toEqual([11, 21])
    expect(plainShape(short, id)?.moveTo(0, 0)?.before).toEqual([11, 21])
  })

  it('[B21] leaves alone what is gone, lies in something, or would go too far', () => {
    const document = aDocument(1)
    createRecord(document, aNote('wens'))
    expect(plainShape(document, id)?.moveTo(1e9, 0)).toBeUndefined()
    expect(plainShape(document, id)?.moveTo(Number.NaN, 0)).toBeUndefined()
    expect(plainShape(document, 'shape:niets')).toBeUndefined()
    changeFields(document, id, { gone: true })
    expect(plainShape(document, id)).toBeUndefined()
  })
})
