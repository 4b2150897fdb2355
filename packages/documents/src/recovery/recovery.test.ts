import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { prepareBoard } from '../generation/generation.ts'
import { readBoard, readRecord, textFragment } from '../record/read-record.ts'
import { plainTextOf } from '../text/rich-text.ts'
import { aDocument, aFrame, anArrow, aBinding, aNote, exchange, richText } from '../test/records.ts'
import { record } from '../test/forgeries.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { writeRichText } from '../text/write-rich-text.ts'
import { describeNotPlaced } from './not-placed.ts'
import { changesBeyond, unconfirmedChanges } from './own-changes.ts'
import type { Removed } from './own-changes.ts'
import { lostWork, recoverWork } from './recover.ts'
import { reissue } from './re-issue.ts'
import type { Reissue } from './re-issue.ts'

describe('what somebody did and the server does not have', () => {
  it('[B80] is found by record and field: made, moved, typed, taken away', () => {
    const { server, mine } = aMeeting()
    createRecord(mine, aNote('new'))
    changeFields(mine, 'shape:a', { xy: [9, 9] })
    say(mine, 'shape:b', 'Meer bomen')
    changeFields(mine, 'shape:c', { gone: true })
    const found = changesBeyond(mine, server)
    expect(new Map(found.map(({ id, keys }) => [id, [...keys]]))).toEqual(
      new Map([
        ['shape:new', expect.arrayContaining(['', '$', 't'])],
        ['shape:a', ['xy']],
        ['shape:b', ['t']],
        ['shape:c', ['gone']],
      ]),
    )
  })

  it('[B80] is also letters that were only taken away', () => {
    const { server, mine } = aMeeting()
    say(mine, 'shape:b', 'Me')
    expect(changesBeyond(mine, server)).toEqual([{ id: 'shape:b', keys: new Set(['t']) }])
  })

  it('[B80] is nothing when the server has it all, whatever others did', () => {
    const { server, mine } = aMeeting()
    changeFields(mine, 'shape:a', { xy: [9, 9] })
    exchange(mine, server)
    changeFields(server, 'shape:a', { xy: [1, 1] })
    say(server, 'shape:b', 'Anders')
    expect(changesBeyond(mine, server)).toEqual([])
  })

  it('[B81] is told without the server by the own client ids and what it confirmed of them', () => {
    const { server, mine } = aMeeting()
    changeFields(mine, 'shape:a', { xy: [9, 9] })
    const confirmed = Y.getState(mine.store, 1)
    createRecord(mine, aNote('new'))
    createRecord(server, aNote('by-others'))
    exchange(mine, server)
    const own = unconfirmedChanges(mine, (client) => (client === 1 ? confirmed : Infinity))
    expect(own.map(({ id }) => id)).toEqual(['shape:new'])
  })
})

describe('making lost changes again', () => {
  it('[B82] one bad change among fourteen: thirteen find their place, one is told', () => {
    const { server, mine } = aMeeting()
    for (let note = 0; note < 14; note++) {
      createRecord(mine, aNote(`n${note}`, { props: { richText: richText(`idee ${note}`) } }))
    }
    record(mine, 'shape:n7')?.set('p.color', 'javascript')
    const { lost, board } = again({ mine, server })
    expect(describeNotPlaced(mine, lost, board)).toEqual([
      { id: 'shape:n7', kind: 'note', what: 'made', text: 'idee 7' },
    ])
    const placed = readBoard(board).filter(({ record }) => /^shape:n\d/.test(record.id))
    expect(placed).toHaveLength(13)
    expect(wordsIn(board, 'shape:n13')).toBe('idee 13')
  })

  it('[B82] leaves the board that it makes equal to what the server gets', () => {
    const { server, mine } = aMeeting()
    createRecord(mine, aNote('new'))
    record(mine, 'shape:a')?.set('p.color', 'javascript')
    const { board } = again({ mine, server })
    Y.applyUpdate(server, Y.encodeStateAsUpdate(board, Y.encodeStateVector(server)))
    expect(readBoard(server)).toEqual(readBoard(board))
    expect(readRecord(server, 'shape:a')?.record.props['color']).toBe('yellow')
  })

  it('[B83] what others did meanwhile stays, letter by letter', () => {
    const { server, mine } = aMeeting()
    say(mine, 'shape:b', 'Meer groen graag')
    changeFields(mine, 'shape:a', { xy: [9, 9] })
    say(server, 'shape:b', 'Nog Meer groen')
    changeFields(server, 'shape:a', { 'p.color': 'blue' })
    const { lost, board } = again({ mine, server })
    expect(lost).toEqual([])
    expect(wordsIn(board, 'shape:b')).toBe('Nog Meer groen graag')
    expect(readRecord(board, 'shape:a')?.record).toMatchObject({ x: 9, props: { color: 'blue' } })
  })

  it('[B82] [B75] what is no longer there comes back as one’s own: of no scribe and of no group', () => {
    const { server, mine } = aMeeting()
    const meta = { ofScribe: true, group: 'B', keyCard: true }
    createRecord(mine, aNote('theirs', { meta }))
    const { lost, board } = again({ mine, server })
    expect(lost).toEqual([])
    expect(readRecord(board, 'shape:theirs')?.record.meta).toEqual({ keyCard: true })
  })

  it('[B84] frames come before what is in them, ends before what ties them', () => {
    const { server, mine } = aMeeting()
    createRecord(mine, anArrow('p'))
    createRecord(mine, aBinding('tie', 'p', 'inside'))
    createRecord(mine, aNote('inside', { parentId: 'shape:z-frame' }))
    createRecord(mine, aFrame('z-frame'))
    const changes = changesBeyond(mine, server).toReversed()
    const { lost, board } = again({ mine, server, changes })
    expect(lost).toEqual([])
    expect(readBoard(board)).toEqual(readBoard(mine))
  })

  it('[B85] records that the server named are told and not tried again', () => {
    const { server, mine } = aMeeting()
    createRecord(mine, aNote('one'))
    createRecord(mine, aNote('two'))
    const { lost, board } = again({ mine, server, refused: new Set(['shape:one']) })
    expect(lost.map(({ id }) => id)).toEqual(['shape:one'])
    expect(readRecord(board, 'shape:two')).toBeDefined()
  })

  it('[B86] work on an older generation is ported; words only where nobody loses any', () => {
    const { server, mine } = aMeeting()
    const start = Y.getState(mine.store, 1)
    createRecord(mine, aNote('new', { props: { richText: richText('Een bank') } }))
    changeFields(mine, 'shape:a', { xy: [9, 9] })
    say(mine, 'shape:b', 'Meer groen graag')
    say(mine, 'shape:c', 'Geen groen')
    const next = aDocument(50)
    prepareBoard(next, 2)
    for (const { record } of readBoard(server)) createRecord(next, record)
    say(next, 'shape:c', 'Meer groen en water')
    const changes = unconfirmedChanges(mine, (client) => (client === 1 ? start : Infinity))
    const { lost, board } = again({ mine, server: next, changes, isSameGeneration: false })
    expect(describeNotPlaced(mine, lost, board)).toEqual([
      { id: 'shape:c', kind: 'note', what: 'changed', text: 'Geen groen' },
    ])
    expect(['new', 'b', 'c'].map((id) => wordsIn(board, `shape:${id}`))).toEqual([
      'Een bank',
      'Meer groen graag',
      'Meer groen en water',
    ])
    expect(readRecord(board, 'shape:a')?.record['x']).toBe(9)
  })

  it('[B88] letters that were only taken away on an older generation are taken away, or told', () => {
    const { server, mine } = aMeeting()
    const start = Y.getState(mine.store, 1)
    const removed: Removed[] = []
    mine.on('update', (_update, _origin, _doc, transaction: Y.Transaction) => {
      Y.iterateDeletedStructs(transaction, transaction.deleteSet, ({ id, length }) => {
        removed.push({ client: id.client, clock: id.clock, length })
      })
    })
    say(mine, 'shape:a', 'Meer')
    say(mine, 'shape:b', 'groen')
    say(mine, 'shape:c', 'Me groen ja')
    const next = aDocument(50)
    prepareBoard(next, 2)
    for (const { record } of readBoard(server)) createRecord(next, record)
    say(next, 'shape:b', 'Veel meer groen')
    const stranded = {
      mine,
      confirmed: (client: number) => (client === 1 ? start : Infinity),
      removed,
    }
    expect(
      lostWork(stranded)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['shape:a', 'shape:b', 'shape:c'])
    const lost = recoverWork(stranded, { board: next, writer: 'person', refused: new Set() })
    expect(lost).toEqual([{ id: 'shape:b', kind: 'note', what: 'changed', text: 'groen' }])
    expect(['a', 'b', 'c'].map((name) => wordsIn(next, `shape:${name}`))).toEqual([
      'Meer',
      'Veel meer groen',
      'Me groen ja',
    ])
  })

  it('[B87] tells what was made, changed and removed; not what came and went', () => {
    const { server, mine } = aMeeting()
    createRecord(mine, aNote('made', { props: { richText: richText('Nieuw') } }))
    createRecord(mine, aNote('short-lived'))
    changeFields(mine, 'shape:short-lived', { gone: true })
    changeFields(mine, 'shape:a', { xy: [9, 9] })
    changeFields(mine, 'shape:b', { gone: true })
    const changes = changesBeyond(mine, server)
    const told = new Map(
      describeNotPlaced(mine, changes, server).map(({ id, what, text }) => [id, [what, text]]),
    )
    expect(told).toEqual(
      new Map([
        ['shape:made', ['made', 'Nieuw']],
        ['shape:a', ['changed', 'Meer groen']],
        ['shape:b', ['removed', 'Meer groen']],
      ]),
    )
    expect(describeNotPlaced(mine, changes).map(({ what }) => what)).toEqual(
      describeNotPlaced(mine, changes, server).map(({ what }) => what),
    )
  })
})

/** A server and somebody whose document was equal to it a moment ago: client id 1. */
function aMeeting() {
  const server = aDocument(7)
  prepareBoard(server)
  for (const name of ['a', 'b', 'c']) {
    createRecord(server, aNote(name, { props: { richText: richText('Meer groen') } }))
  }
  const mine = aDocument(1)
  exchange(server, mine)
  return { server, mine }
}

/** Makes changes again on a fresh copy of the server's board. */
function again({
  mine,
  server,
  ...differences
}: { mine: Y.Doc; server: Y.Doc } & Partial<Reissue>) {
  const board = aDocument(2)
  Y.applyUpdate(board, Y.encodeStateAsUpdate(server))
  const lost = reissue({
    mine,
    board,
    changes: changesBeyond(mine, server),
    isSameGeneration: true,
    writer: 'person',
    refused: new Set(),
    ...differences,
  })
  return { lost, board }
}

function say(document: Y.Doc, id: string, words: string): void {
  const fragment = textFragment(document, id)
  if (fragment !== undefined) document.transact(() => writeRichText(fragment, richText(words)))
}

function wordsIn(document: Y.Doc, id: string): string {
  return plainTextOf(readRecord(document, id)?.record.props['richText'])
}
