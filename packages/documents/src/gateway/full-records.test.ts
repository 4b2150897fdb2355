import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { record } from '../test/forgeries.ts'
import { aDocument, aNote } from '../test/records.ts'
import { sent } from '../test/totals.ts'
import { createRecord } from '../record/write-record.ts'
import type { TotalLimits } from './totals/total-limits.ts'

describe('one record', () => {
  it.each<[string, Partial<TotalLimits>, (doc: Y.Doc) => void]>([
    ['more keys of metadata', { metaKeys: 2 }, (doc) => meta(doc, ['a', 'b', 'c'])],
    ['metadata that weighs more', { metaWeight: 100 }, (doc) => meta(doc, ['a'], 200)],
    ['more keys', { recordKeys: 4 }, (doc) => meta(doc, ['a', 'b', 'c'])],
    [
      'more keys that were taken away at once, of any name',
      { recordKeys: 4 },
      (doc) => {
        for (const name of ['o', 'p.p', 'm.q', 'r']) {
          record(doc)?.set(name, 1)
          record(doc)?.delete(name)
        }
      },
    ],
    [
      'more metadata at its creation',
      { metaKeys: 2 },
      (doc) => createRecord(doc, aNote('b', { meta: { a: 1, b: 2, c: 3 } })),
    ],
    [
      'heavier metadata at its creation',
      { metaWeight: 100 },
      (doc) => createRecord(doc, aNote('b', { meta: { a: 'x'.repeat(200) } })),
    ],
  ])('[B164] has not %s than it may', (_name, limits, change) => {
    const server = aDocument(7)
    createRecord(server, aNote('a'))
    expect(sent(server, change, limits)).toMatchObject({ reason: 'record-is-full' })
    expect(sent(server, change).kind).toBe('accepted')
  })

  it('[B164] that has too much may have less', () => {
    const server = aDocument(7)
    createRecord(server, aNote('a'))
    meta(server, ['a', 'b', 'c'], 300)
    const limits = { metaKeys: 2, metaWeight: 100 }
    expect(sent(server, (doc) => meta(doc, ['a'], 10), limits).kind).toBe('accepted')
    expect(sent(server, (doc) => meta(doc, ['a'], 301), limits).kind).toBe('refused')
  })
})

function meta(document: Y.Doc, names: readonly string[], length = 1): void {
  for (const name of names) record(document)?.set(`m.${name}`, 'x'.repeat(length))
}
