import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkRecord } from '../record/check-record.ts'
import { readBoard } from '../record/read-record.ts'
import { forged } from '../test/craft.ts'
import { aServer, record, words } from '../test/forgeries.ts'
import { aDocument, aNote, richText } from '../test/records.ts'
import { createRecord } from '../record/write-record.ts'
import { checkUpdate } from './check-update.ts'

describe('updates that were damaged on the way', () => {
  it('[B57] three thousand updates with a flipped bit: refused or harmless, never a throw', () => {
    const random = seededRandom(11)
    const server = aServer()
    const updates = [
      forged(server, 1, (doc) => record(doc)?.set('xy', [5, 5])),
      forged(server, 1, (doc) =>
        createRecord(doc, aNote('n', { props: { richText: richText('hoi') } })),
      ),
      forged(server, 1, (doc) => words(doc).insert(1, 'nieuw')),
      // What the server has already is read by Yjs as well.
      Y.mergeUpdates([
        Y.encodeStateAsUpdate(server),
        forged(server, 2, (doc) => words(doc).format(0, 2, { bold: {} })),
      ]),
    ]
    const tally = { accepted: 0, refused: 0, 'nothing-new': 0 }
    for (let attempt = 0; attempt < 3000; attempt++) {
      const update = Uint8Array.from(updates[attempt % updates.length] ?? [])
      const position = below(random, update.length)
      update[position] = (update[position] ?? 0) ^ (1 << below(random, 8))
      const { kind } = checkUpdate(server, update, 'person')
      tally[kind]++
      if (kind === 'accepted') expectNoHarm(server, update)
    }
    expect(tally.refused).toBeGreaterThan(1000)
    expect(tally.accepted).toBeGreaterThan(100)
  }, 30_000)
})

/** What was let in leaves nothing waiting, makes no root, and leaves every record valid. */
function expectNoHarm(server: Y.Doc, update: Uint8Array): void {
  const copy = aDocument(8)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server))
  Y.applyUpdate(copy, update)
  expect(copy.store.pendingStructs).toBeNull()
  expect(copy.store.pendingDs).toBeNull()
  for (const { record } of readBoard(copy)) expect(checkRecord(record)).toMatchObject({ ok: true })
  expect([...copy.share.keys()]).toEqual(['records'])
}
