import type { BoardRecord } from '@stip/board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { liveRecords } from '../live-records.ts'
import { forged } from '../test/craft.ts'
import { record, words } from '../test/forgeries.ts'
import { aDocument, aFrame, aNote, richText, updatesOf } from '../test/records.ts'
import { toTldrawFile } from '../tldraw-file.ts'
import { changeFields, createRecord } from '../write-record.ts'
import { checkUpdate } from './check-update.ts'
import type { UpdateVerdict, Writer } from './check-update.ts'
import { totalLimits } from './total-limits.ts'
import type { TotalLimits } from './total-limits.ts'

const few = { liveRecords: 4, allRecords: 8, weight: 20_000, recordKeys: 60, metaKeys: 3 }

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
    const more = (doc: Y.Doc): void => createRecord(doc, aNote('new'))
    expect(sent(server, more, { person }, 12)).toMatchObject({
      reason: 'share-is-used-up',
      records: ['shape:new'],
    })
    // Somebody else, and the facilitator.
    expect(sent(server, more, { person }, 20).kind).toBe('accepted')
    expect(sent(server, more, { person }, 12, 'facilitator').kind).toBe('accepted')
  })

  it('[B163] names only what is beyond it', () => {
    const many = (doc: Y.Doc): void => {
      for (const name of ['a', 'b', 'c']) createRecord(doc, aNote(name))
    }
    const verdict = sent(aDocument(7), many, { person }, 10)
    expect(verdict).toMatchObject({ reason: 'share-is-used-up', records: ['shape:c'] })
  })

  it('[B163] has what was deleted in it, and is not used up by what others write in ones notes', () => {
    const server = aDocument(7)
    for (const name of ['a', 'b', 'c']) {
      Y.applyUpdate(
        server,
        forged(server, 10, (doc) => createGone(doc, name)),
      )
    }
    const more = (doc: Y.Doc): void => createRecord(doc, aNote('new'))
    expect(sent(server, more, { person }, 10)).toMatchObject({ reason: 'share-is-used-up' })
    const longer = (doc: Y.Doc): void => words(doc).insert(0, 'x'.repeat(3_500))
    changeFields(server, 'shape:a', { t: richText('kort') })
    Y.applyUpdate(server, forged(server, 20, longer))
    expect(sent(server, longer, { person }, 20)).toMatchObject({ reason: 'share-is-used-up' })
    expect(sent(server, (doc) => words(doc).insert(0, 'mijn'), { person }, 10).kind).toBe(
      'accepted',
    )
  })
})

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

function createGone(document: Y.Doc, name: string): void {
  createRecord(document, aNote(name))
  changeFields(document, `shape:${name}`, { gone: true })
}

function back(document: Y.Doc, number: number): void {
  changeFields(document, `shape:gone${number}`, { gone: false })
}

function meta(document: Y.Doc, names: readonly string[], length = 1): void {
  for (const name of names) record(document)?.set(`m.${name}`, 'x'.repeat(length))
}

/** A limit that leaves so much room: what a board weighs shows in what it refuses. */
function weightLeaving(server: Y.Doc, room: number): number {
  const letter = (doc: Y.Doc): void => words(doc).insert(0, 'x')
  let weight = 0
  while (sent(server, letter, { weight }).kind === 'refused') weight += 50
  return weight + room
}

/** Clients 10 to 19 are Anna's, 20 to 29 Bram's. */
function ownerOf(client: number): string | undefined {
  return { 1: 'anna', 2: 'bram' }[Math.floor(client / 10)]
}

function sent(
  server: Y.Doc,
  change: (document: Y.Doc) => void,
  limits: Partial<TotalLimits> = {},
  client = 50,
  writer: Writer = 'person',
): UpdateVerdict {
  return judged(server, forged(server, client, change), limits, client, writer)
}

function judged(
  server: Y.Doc,
  update: Uint8Array,
  limits: Partial<TotalLimits> = {},
  client = 50,
  writer: Writer = 'person',
): UpdateVerdict {
  const share = { identity: ownerOf(client) ?? 'cato', ownerOf, isBounded: writer === 'person' }
  const totals = { ...totalLimits, ...few, ...limits }
  return checkUpdate(server, update, writer, { updateBytes: 1_000_000, totals, share })
}
