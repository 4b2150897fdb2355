import { fieldsOf } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { limits } from '../schema/limits.ts'
import { readBoard, textFragment } from '../record/read-record.ts'
import {
  aBinding,
  aDocument,
  aFrame,
  anArrow,
  anAsset,
  anImage,
  aNote,
  aZone,
  exchange,
  richText,
  updatesOf,
} from '../test/records.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { checkUpdate } from './check-update.ts'
import { inspectUpdate } from './inspect-update.ts'

const accepted = { kind: 'accepted', clients: expect.any(Array) as number[] }

describe('what honest clients send enters the board', () => {
  it('[B50] a record of every kind', () => {
    const { server, anna } = aMeeting()
    const update = merged(anna, () => {
      for (const record of [
        aFrame('new'),
        aNote('inside', { parentId: 'shape:new' }),
        anArrow('p'),
        aBinding('b', 'p', 'inside'),
        anAsset('foto'),
        anImage('i', 'foto'),
      ]) {
        createRecord(anna, record)
      }
    })
    expect(checkUpdate(server, update, 'person')).toEqual(accepted)
    expect(inspectUpdate(server, update)).toMatchObject({
      touched: ['shape:new', 'shape:inside', 'shape:p', 'binding:b', 'asset:foto', 'shape:i'],
      clients: [1],
    })
  })

  it('[B50] moves, also of what others move', () => {
    const { server, anna, bram } = aMeeting()
    for (let step = 0; step < 5; step++) {
      for (const person of [anna, bram]) {
        const update = merged(person, () =>
          changeFields(person, 'shape:a', { xy: [step, person.clientID] }),
        )
        expect(checkUpdate(server, update, 'person')).toEqual(accepted)
        Y.applyUpdate(server, update)
      }
    }
    exchange(server, anna, bram)
    expect(readBoard(anna)).toEqual(readBoard(bram))
  })

  it('[B50] deleting, bringing back and typing at once', () => {
    const { server, anna, bram } = aMeeting()
    const updates = [
      merged(anna, () => changeFields(anna, 'shape:a', { gone: true })),
      merged(bram, () => changeFields(bram, 'shape:a', { t: richText('een', 'twee', 'drie') })),
      merged(anna, () => changeFields(anna, 'shape:a', { gone: false })),
      merged(bram, () => changeFields(bram, 'shape:a', { t: richText('drie') })),
    ]
    for (const update of updates) {
      expect(checkUpdate(server, update, 'person')).toEqual(accepted)
      Y.applyUpdate(server, update)
    }
  })

  it('[B50] typing in a paragraph that somebody else just removed', () => {
    const { server, anna, bram } = aMeeting(
      aNote('a', { props: { richText: richText('een', 'twee') } }),
    )
    Y.applyUpdate(
      server,
      merged(anna, () => changeFields(anna, 'shape:a', { t: richText('een') })),
    )
    const update = merged(bram, () =>
      changeFields(bram, 'shape:a', { t: richText('een', 'twee drie') }),
    )
    expect(checkUpdate(server, update, 'person')).toEqual(accepted)
    Y.applyUpdate(server, update)
    exchange(server, anna, bram)
    expect(readBoard(server)).toEqual(readBoard(bram))
  })

  it('[B50] an evening offline as one update, with history thrown away on the way', () => {
    const { server, anna } = aMeeting()
    createRecord(anna, aNote('new'))
    for (let step = 0; step < 50; step++) {
      changeFields(anna, 'shape:new', { xy: [step, step], 'p.color': step % 2 ? 'red' : 'blue' })
      changeFields(anna, 'shape:new', {
        t: richText(...Array.from({ length: step % 4 }, () => 'x')),
      })
    }
    const step2 = Y.encodeStateAsUpdate(anna, Y.encodeStateVector(server))
    expect(checkUpdate(server, step2, 'person')).toEqual(accepted)
  })

  it('[B50] typing that is undone and redone by a text editor', () => {
    const { server, anna } = aMeeting()
    const text = textFragment(anna, 'shape:a')
    const undo = new Y.UndoManager(text ?? [], { captureTimeout: 0 })
    const updates = updatesOf(anna, () => {
      changeFields(anna, 'shape:a', { t: richText('een', 'twee') })
      changeFields(anna, 'shape:a', { t: richText('drie') })
      undo.undo()
      undo.undo()
      undo.redo()
      undo.redo()
      undo.undo()
    })
    for (const update of updates) {
      expect(checkUpdate(server, update, 'person')).toEqual(accepted)
      Y.applyUpdate(server, update)
    }
    expect(readBoard(server)).toEqual(readBoard(anna))
  })

  it('[B51] several updates merged into one, in whatever way', () => {
    const { server, anna } = aMeeting()
    const updates = updatesOf(anna, () => {
      createRecord(anna, aNote('new'))
      changeFields(anna, 'shape:new', { xy: [1, 1] })
      changeFields(anna, 'shape:new', { t: richText('hallo') })
      changeFields(anna, 'shape:new', { xy: [2, 2] })
    })
    expect(checkUpdate(server, Y.mergeUpdates(updates.toReversed()), 'person')).toEqual(accepted)
  })

  it('[B51] work of a page that was reloaded while offline: two client ids, one leaning on the other', () => {
    const { server, anna } = aMeeting()
    createRecord(anna, aNote('new'))
    for (const clientId of [9, 3]) {
      const reloaded = aDocument(clientId)
      Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(anna))
      changeFields(reloaded, 'shape:new', { xy: [clientId, 1], t: richText(`${clientId}`) })
      Y.applyUpdate(anna, Y.encodeStateAsUpdate(reloaded))
    }
    const step2 = Y.encodeStateAsUpdate(anna, Y.encodeStateVector(server))
    expect(checkUpdate(server, step2, 'person')).toEqual(accepted)
    expect(inspectUpdate(server, step2)).toMatchObject({ clients: [9, 3, 1] })
  })

  it('[B52] a circle of parents that two people made together', () => {
    const { server, anna, bram } = aMeeting(aFrame('a'), aFrame('b'))
    const updates = [
      merged(anna, () =>
        changeFields(anna, 'shape:a', fieldsOf(aFrame('a', { parentId: 'shape:b' }))),
      ),
      merged(bram, () =>
        changeFields(bram, 'shape:b', fieldsOf(aFrame('b', { parentId: 'shape:a' }))),
      ),
    ]
    for (const update of updates) {
      expect(checkUpdate(server, update, 'person')).toEqual(accepted)
      Y.applyUpdate(server, update)
    }
  })

  it('[B53] what changes nothing, from anybody', () => {
    const { server, anna, bram } = aMeeting()
    const update = merged(anna, () => changeFields(anna, 'shape:a', { xy: [1, 1] }))
    Y.applyUpdate(server, update)
    const nothing = { kind: 'nothing-new' }
    expect(checkUpdate(server, update, 'person')).toEqual(nothing)
    for (const reader of [anna, bram]) {
      expect(checkUpdate(server, Y.encodeStateAsUpdate(reader), 'person')).toEqual(nothing)
      const step2 = Y.encodeStateAsUpdate(reader, Y.encodeStateVector(server))
      expect(checkUpdate(server, step2, 'person')).toEqual(nothing)
    }
    expect(checkUpdate(server, Uint8Array.of(0, 0), 'person')).toEqual(nothing)
  })

  it('[B54] replaces all of a long text at once', () => {
    const long = aNote('a', { props: { richText: richText('x'.repeat(9000)) } })
    const { server, anna } = aMeeting(long)
    const update = merged(anna, () =>
      changeFields(anna, 'shape:a', { t: richText('y'.repeat(9000)) }),
    )
    expect(checkUpdate(server, update, 'person')).toEqual(accepted)
  })

  it('[B55] lets the facilitator make a zone, and nobody else', () => {
    const { server, anna } = aMeeting()
    const update = merged(anna, () => createRecord(anna, aZone('z')))
    expect(checkUpdate(server, update, 'facilitator')).toEqual(accepted)
    expect(checkUpdate(server, update, 'person')).toMatchObject({ reason: 'zone-of-a-person' })
  })

  it('[B72] takes no new image while photos are off, and names all of them', () => {
    const { server, anna } = aMeeting(anAsset('foto'), anImage('oud', 'foto'))
    const off = { ...limits, refusesImages: true }
    const moved = merged(anna, () => changeFields(anna, 'shape:oud', { xy: [1, 2] }))
    expect(checkUpdate(server, moved, 'person', off)).toEqual(accepted)
    Y.applyUpdate(server, moved)
    const update = merged(anna, () => {
      for (const record of [aNote('n'), anAsset('nieuw'), anImage('i', 'nieuw')]) {
        createRecord(anna, record)
      }
    })
    expect(checkUpdate(server, update, 'facilitator', off)).toEqual({
      kind: 'refused',
      reason: 'images-not-allowed',
      records: ['asset:nieuw', 'shape:i'],
    })
    expect(checkUpdate(server, update, 'person', { ...off, refusesImages: false })).toEqual(
      accepted,
    )
  })

  it('[B73] takes nothing new but notes when those are asked for, and names all else', () => {
    const { server, anna } = aMeeting(aNote('a'), aFrame('f'))
    const rules = { ...limits, takesOnlyNotes: true }
    const moved = merged(anna, () => {
      changeFields(anna, 'shape:f', { xy: [1, 2] })
      createRecord(anna, aNote('n'))
    })
    expect(checkUpdate(server, moved, 'person', rules)).toEqual(accepted)
    Y.applyUpdate(server, moved)
    const update = merged(anna, () => {
      for (const record of [aNote('o'), aFrame('g'), anArrow('p')]) createRecord(anna, record)
    })
    expect(checkUpdate(server, update, 'person', rules)).toEqual({
      kind: 'refused',
      reason: 'notes-only',
      records: ['shape:g', 'shape:p'],
    })
  })

  it('[B56] reads an update without changing the document', () => {
    const { server, anna } = aMeeting()
    const before = Y.encodeStateAsUpdate(server)
    const update = merged(anna, () => {
      textFragment(anna, 'shape:a')?.insert(0, [new Y.XmlElement('paragraph')])
      changeFields(anna, 'shape:a', { xy: [5, 5] })
    })
    checkUpdate(server, update, 'person')
    expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  })

  it('[B102] the first thing that anybody sends after a restart, whatever it is', () => {
    const server = aDocument(1)
    createRecord(server, aNote('a'))
    const stored = Y.encodeStateAsUpdate(server)
    const changes: readonly ((person: Y.Doc) => void)[] = [
      (person) => changeFields(person, 'shape:a', { gone: true }),
      (person) => changeFields(person, 'shape:a', { xy: [8, 8] }),
      (person) => changeFields(person, 'shape:a', { t: richText('Meer groen') }),
      (person) => createRecord(person, aNote('b')),
    ]
    for (const change of changes) {
      const person = aDocument(2)
      Y.applyUpdate(person, stored)
      const [update] = updatesOf(person, () => change(person))
      const justRead = aDocument(3)
      Y.applyUpdate(justRead, stored)
      expect(checkUpdate(justRead, update ?? new Uint8Array(), 'person').kind).toBe('accepted')
    }
  })
})

/** A server and two people who all know the same board: a note `a`, or what is given. */
function aMeeting(...records: readonly ReturnType<typeof aNote>[]) {
  const [server, anna, bram] = [aDocument(7), aDocument(1), aDocument(2)]
  for (const record of records.length > 0 ? records : [aNote('a')]) createRecord(server, record)
  exchange(server, anna, bram)
  return { server, anna, bram }
}

/** All that a change sends, as one update. */
function merged(document: Y.Doc, change: () => void): Uint8Array {
  return Y.mergeUpdates(updatesOf(document, change))
}
