import type { BoardRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { liveRecords } from '../../record/live-records.ts'
import { forged } from '../../test/craft.ts'
import { record, words } from '../../test/forgeries.ts'
import { aDocument, aFrame, aNote, richText, updatesOf } from '../../test/records.ts'
import { createGone, few, judged, sent } from '../../test/totals.ts'
import { toTldrawFile } from '../../tldraw-file.ts'
import { changeFields, createRecord } from '../../record/write-record.ts'

describe('a board that has what it may have', () => {
  it.each<[string, string, (doc: Y.Doc) => void]>([
    ['one note more', 'board-is-full', (doc) => createRecord(doc, aNote('new'))],
    ['a deleted one brought back', 'board-is-full', (doc) => back(doc, 0)],
    [
      'many brought back in one update',
      'board-is-full',
      (doc) => [0, 1].forEach((n) => back(doc, n)),
    ],
    [
      'one brought back by taking away that it is gone',
      'board-is-full',
      (doc) => record(doc, 'shape:gone0')?.delete('gone'),
    ],
    [
      'one brought back by making it again',
      'board-is-full',
      (doc) => createRecord(doc, aNote('gone0')),
    ],
  ])('[B160] takes not %s', (_name, reason, change) => {
    const server = aFullBoard()
    expect(sent(server, change)).toMatchObject({ kind: 'refused', reason })
  })

  it('[B160] counts what comes back although the update also says that it is gone', () => {
    const server = aFullBoard()
    const earlier = aDocument(5)
    Y.applyUpdate(earlier, Y.encodeStateAsUpdate(server))
    // Hidden anew by who did not know that it was hidden, and what hid it before taken away.
    const hidden = updatesOf(earlier, () => record(earlier, 'shape:gone0')?.set('gone', true))
    const shown = updatesOf(earlier, () => record(earlier, 'shape:gone0')?.delete('gone'))
    const verdict = judged(server, Y.mergeUpdates([...hidden, ...shown]))
    expect(verdict).toMatchObject({ kind: 'refused', reason: 'board-is-full' })
  })

  it('[B160] counts many updates of one tick one after the other', () => {
    const server = aFullBoard(2)
    const updates = [0, 1, 2].map((number) =>
      forged(server, 60 + number, (doc) => back(doc, number)),
    )
    const verdicts = server.transact(() =>
      updates.map((update) => {
        const verdict = judged(server, update)
        if (verdict.kind === 'accepted') Y.applyUpdate(server, update)
        return verdict.kind
      }),
    )
    expect(verdicts).toEqual(['accepted', 'accepted', 'refused'])
    expect(liveRecords(server)).toHaveLength(few.liveRecords)
  })

  it('[B161] takes back and forth as often as one likes, in one tick too', () => {
    const server = aFullBoard()
    const person = aDocument(5)
    Y.applyUpdate(person, Y.encodeStateAsUpdate(server))
    server.transact(() => {
      for (let time = 0; time < 20; time++) {
        for (const update of updatesOf(person, () => {
          changeFields(person, 'shape:live0', { gone: time % 2 === 0 })
        })) {
          expect(judged(server, update).kind).toBe('accepted')
          Y.applyUpdate(server, update)
        }
      }
    })
    expect(liveRecords(server)).toHaveLength(few.liveRecords)
  })

  it('[B160] takes no record when there were too many ever, whatever is shown', () => {
    const server = aDocument(7)
    for (let number = 0; number < few.allRecords; number++) createGone(server, `gone${number}`)
    expect(sent(server, (doc) => createRecord(doc, aNote('new')))).toMatchObject({
      kind: 'refused',
      reason: 'board-is-used-up',
    })
    expect(sent(server, (doc) => back(doc, 0)).kind).toBe('accepted')
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['words in a note', (doc) => words(doc).insert(0, 'x'.repeat(3_000))],
    ['words as a prop', (doc) => changeFields(doc, 'shape:f', { 'p.name': 'x'.repeat(3_000) })],
    ['metadata', (doc) => void record(doc)?.set('m.x', 'x'.repeat(3_000))],
    [
      'a new note',
      (doc) => createRecord(doc, aNote('b', { props: { richText: richText('x'.repeat(3_000)) } })),
    ],
    ['ink, unfolded', (doc) => createRecord(doc, aDrawing(200))],
  ])('[B160] weighs %s', (_name, change) => {
    const server = aHeavyBoard()
    const limits = { weight: weightLeaving(server, 2_500) }
    expect(sent(server, change, limits)).toMatchObject({ reason: 'board-is-used-up' })
    expect(sent(server, change, { weight: few.weight * 10 }).kind).toBe('accepted')
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['a move', (doc) => changeFields(doc, 'shape:a', { xy: [5, 5] })],
    ['a turn', (doc) => changeFields(doc, 'shape:a', { rotation: 1 })],
    ['another colour', (doc) => changeFields(doc, 'shape:a', { 'p.color': 'red' })],
    ['a deletion', (doc) => changeFields(doc, 'shape:a', { gone: true })],
    ['words taken away', (doc) => words(doc).delete(0, 3)],
    [
      'a word in place of a longer one',
      (doc) => {
        words(doc).delete(0, 8)
        words(doc).insert(0, 'kort')
      },
    ],
    ['less metadata', (doc) => void record(doc)?.set('m.x', 'x')],
  ])('[B161] that is over every limit takes %s, and can be read and saved', (_name, change) => {
    const server = aHeavyBoard()
    const none = {
      liveRecords: 0,
      allRecords: 0,
      weight: 0,
      recordKeys: 0,
      metaKeys: 0,
      metaWeight: 0,
    }
    const verdict = sent(server, change, none)
    expect(verdict.kind).toBe('accepted')
    expect(toTldrawFile(server).records.length).toBeGreaterThan(0)
  })
})

/** As many notes as may be shown, less some, and four that are gone. */
function aFullBoard(free = 0): Y.Doc {
  const server = aDocument(7)
  for (let number = 0; number < few.liveRecords - free; number++) {
    createRecord(server, aNote(`live${number}`))
  }
  for (let number = 0; number < 4; number++) createGone(server, `gone${number}`)
  return server
}

function aHeavyBoard(): Y.Doc {
  const server = aDocument(7)
  createRecord(server, aNote('a', { props: { richText: richText('woorden '.repeat(100)) } }))
  record(server)?.set('m.x', 'lang')
  createRecord(server, aFrame('f'))
  return server
}

/** A straight line of many points, which is short as it is written. */
function aDrawing(points: number): BoardRecord {
  const props = {
    segments: [{ type: 'free', points: Array.from({ length: points }, (_, x) => ({ x, y: 0 })) }],
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
  }
  return { ...aNote('ink'), type: 'draw', props }
}

function back(document: Y.Doc, number: number): void {
  changeFields(document, `shape:gone${number}`, { gone: false })
}

/** A limit that leaves so much room: what a board weighs shows in what it refuses. */
function weightLeaving(server: Y.Doc, room: number): number {
  let weight = 0
  while (sent(server, letter, { weight }).kind === 'refused') weight += 50
  return weight + room
}

function letter(document: Y.Doc): void {
  words(document).insert(0, 'x')
}
