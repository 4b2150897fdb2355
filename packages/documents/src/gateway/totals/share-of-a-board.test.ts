import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { forged } from '../../test/craft.ts'
import { words } from '../../test/forgeries.ts'
import { aDocument, aNote, richText } from '../../test/records.ts'
import { createGone, sent } from '../../test/totals.ts'
import { changeFields, createRecord } from '../../record/write-record.ts'

describe('the part of one participant', () => {
  const person = { liveRecords: 2, allRecords: 3, weight: 4_000 }

  it('[B163] is counted over all connections, and names what did not fit', () => {
    const server = aDocument(7)
    for (const client of [10, 11]) {
      Y.applyUpdate(
        server,
        forged(server, client, (doc) => createRecord(doc, aNote(`n${client}`))),
      )
    }
    expect(sent(server, more, { person }, 12)).toMatchObject({
      reason: 'share-is-used-up',
      records: ['shape:new'],
    })
    // Somebody else, and the facilitator.
    expect(sent(server, more, { person }, 20).kind).toBe('accepted')
    expect(sent(server, more, { person }, 12, 'facilitator').kind).toBe('accepted')
  })

  it('[B163] names only what is beyond it', () => {
    const verdict = sent(aDocument(7), many, { person }, 10)
    expect(verdict).toMatchObject({ reason: 'share-is-used-up', records: ['shape:c'] })
  })

  it('[B190] has in it what its owner brings back, and not what others made', () => {
    const server = aDocument(7)
    Y.applyUpdate(
      server,
      forged(server, 10, (doc) => createGone(doc, 'old')),
    )
    const roomy = { ...person, allRecords: 9 }
    for (const name of ['a', 'b']) {
      Y.applyUpdate(
        server,
        forged(server, 11, (doc) => createRecord(doc, aNote(name))),
      )
    }
    expect(sent(server, back, { person: roomy }, 10)).toMatchObject({
      reason: 'share-is-used-up',
      records: ['shape:old'],
    })
    const more = { ...roomy, liveRecords: 3 }
    expect(sent(server, back, { person: more }, 10).kind).toBe('accepted')
    expect(sent(server, back, { person: roomy }, 20).kind).toBe('accepted')
    expect(sent(server, back, { person: roomy }, 10, 'facilitator').kind).toBe('accepted')
  })

  it('[B163] has what was deleted in it, and is not used up by what others write in ones notes', () => {
    const server = aDocument(7)
    for (const name of ['a', 'b', 'c']) {
      Y.applyUpdate(
        server,
        forged(server, 10, (doc) => createGone(doc, name)),
      )
    }
    expect(sent(server, more, { person }, 10)).toMatchObject({ reason: 'share-is-used-up' })
    changeFields(server, 'shape:a', { t: richText('kort') })
    Y.applyUpdate(server, forged(server, 20, longer))
    expect(sent(server, longer, { person }, 20)).toMatchObject({ reason: 'share-is-used-up' })
    expect(sent(server, (doc) => words(doc).insert(0, 'mijn'), { person }, 10).kind).toBe(
      'accepted',
    )
  })
})

function more(document: Y.Doc): void {
  createRecord(document, aNote('new'))
}

function back(document: Y.Doc): void {
  changeFields(document, 'shape:old', { gone: false })
}

function many(document: Y.Doc): void {
  for (const name of ['a', 'b', 'c']) createRecord(document, aNote(name))
}

function longer(document: Y.Doc): void {
  words(document).insert(0, 'x'.repeat(3_500))
}
