import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contributionsTo, CREATION } from './contributions.ts'
import { textFragment } from '../record/read-record.ts'
import { aDocument, aNote, richText } from '../test/records.ts'
import { changeFields, createRecord } from '../record/write-record.ts'

const id = 'shape:een'

describe('who wrote what', () => {
  it('[B90] names the client of whoever made it and of whoever changed each field last', () => {
    const doc = aDocument(1)
    createRecord(doc, aNoteSaying('eerste'))
    as(2, doc, (other) => changeFields(other, id, { 'p.color': 'red', xy: [5, 5] }))
    as(3, doc, (other) => changeFields(other, id, { 'p.color': 'blue' }))
    expect(clientsOf(doc, CREATION)).toEqual([1])
    expect(clientsOf(doc, 'p.color')).toEqual([3])
    expect(clientsOf(doc, 'xy')).toEqual([2])
  })

  it('[B90] names everybody who wrote letters that still stand', () => {
    const doc = aDocument(1)
    createRecord(doc, aNoteSaying('eerste'))
    as(2, doc, (other) => changeFields(other, id, { t: richText('eerste en meer') }))
    expect(clientsOf(doc, 't')).toEqual([1, 2])
    as(3, doc, (other) => {
      textFragment(other, id)?.delete(0, 1)
      changeFields(other, id, { t: richText('nieuw') })
    })
    expect(clientsOf(doc, 't')).toEqual([3])
  })

  it('[B90] says until which clock a client wrote', () => {
    const doc = aDocument(1)
    createRecord(doc, aNoteSaying('abc'))
    const letters = contributionsTo(doc, id).find(({ field }) => field === 't')
    expect(letters && letters.to - letters.from).toBe(2)
  })

  it('[B90] leaves out what only the server writes, and knows nothing of what is not there', () => {
    const doc = aDocument(1)
    createRecord(doc, aNoteSaying(''), { isTemplate: true, base: { x: 1 } })
    expect(contributionsTo(doc, id).map(({ field }) => field)).toEqual([CREATION])
    expect(contributionsTo(doc, 'shape:niet')).toEqual([])
  })
})

function clientsOf(doc: Y.Doc, field: string): readonly number[] {
  const clients = contributionsTo(doc, id).flatMap((each) =>
    each.field === field ? [each.client] : [],
  )
  return [...new Set(clients)].toSorted((one, other) => one - other)
}

function as(client: number, doc: Y.Doc, change: (other: Y.Doc) => void): void {
  const other = aDocument(client)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  change(other)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
}

function aNoteSaying(text: string) {
  return aNote('een', { props: { richText: richText(text) } })
}
