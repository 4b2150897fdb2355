import type { BoardRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeFields, createRecord } from '../record/write-record.ts'
import { aBinding, aDocument, anArrow, aNote, exchange, updatesOf } from '../test/records.ts'
import { checkUpdate } from './check-update.ts'

const meta = { ofScribe: true }

describe('[B75] that a scribe wrote something', () => {
  it('is said of every new shape over the line of a scribe', () => {
    const { server, by } = aBoard()
    const update = by((doc) => {
      createRecord(doc, aNote('n', { meta }))
      createRecord(doc, { ...anArrow('p'), meta })
      createRecord(doc, aBinding('b', 'p', 'n'))
      changeFields(doc, 'shape:a', { xy: [1, 2] })
    })
    expect(checkUpdate(server, update, 'scribe')).toMatchObject({ kind: 'accepted' })
  })

  it.each<[string, BoardRecord['meta']]>([
    ['nothing', {}],
    ['that it is not so', { ofScribe: false }],
    ['something else', { keyCard: true }],
  ])('is not left out there: %s', (_what, said) => {
    const { server, by } = aBoard()
    const update = by((doc) => createRecord(doc, aNote('n', { meta: said })))
    const refused = { reason: 'not-marked', records: ['shape:n'] }
    expect(checkUpdate(server, update, 'scribe')).toMatchObject(refused)
  })

  it.each(['person', 'facilitator'] as const)('is said by no other line: %s', (writer) => {
    const { server, by } = aBoard()
    for (const said of [true, false]) {
      const update = by((doc) => createRecord(doc, aNote('n', { meta: { ofScribe: said } })))
      const refused = { reason: 'invalid: forbidden-meta', records: ['shape:n'] }
      expect(checkUpdate(server, update, writer)).toMatchObject(refused)
    }
  })

  it.each(['person', 'facilitator', 'scribe'] as const)(
    'is neither said of nor taken from what is there, by any line: %s',
    (writer) => {
      const { server, by } = aBoard()
      for (const [id, said] of [
        ['shape:a', true],
        ['shape:of-scribe', false],
        ['shape:of-scribe', null],
      ] as const) {
        const update = by((doc) => changeFields(doc, id, { 'm.ofScribe': said }))
        const refused = { reason: 'invalid: forbidden-meta', records: [id] }
        expect(checkUpdate(server, update, writer)).toMatchObject(refused)
      }
    },
  )

  it('keeps nobody from working on what a scribe wrote', () => {
    const { server, by } = aBoard()
    const update = by((doc) => {
      changeFields(doc, 'shape:of-scribe', { 'p.color': 'red', gone: true })
      changeFields(doc, 'shape:of-scribe', { gone: false })
    })
    expect(checkUpdate(server, update, 'person')).toMatchObject({ kind: 'accepted' })
  })
})

/** A board with a note, and with one of a scribe; each change is made by somebody who has it as it is. */
function aBoard() {
  const server = aDocument(7)
  createRecord(server, aNote('a'))
  createRecord(server, aNote('of-scribe', { meta }))
  const by = (change: (doc: Y.Doc) => void): Uint8Array => {
    const doc = aDocument(1)
    exchange(server, doc)
    return Y.mergeUpdates(updatesOf(doc, () => change(doc)))
  }
  return { server, by }
}
