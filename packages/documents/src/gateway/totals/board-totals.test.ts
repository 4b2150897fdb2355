import { below, seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBoard, textFragment } from '../../record/read-record.ts'
import { Host, Person } from '../../test/person.ts'
import { aDocument, aNote } from '../../test/records.ts'
import { changeFields, createRecord } from '../../record/write-record.ts'
import { totalsOf } from './board-totals.ts'
import type { BoardTotals } from './board-totals.ts'
import { checkUpdate } from '../check-update.ts'

describe('the totals of a board', () => {
  it.each(seedsToTry())(
    '[B162] kept along are those counted anew, whatever people do (seed %d)',
    (seed) => {
      const random = seededRandom(seed)
      const host = new Host()
      const people = [1, 2, 3].map((number) => new Person(number, host))
      const totals = totalsOf(host.document, ownerOf)
      const within: [kept: number, counted: number][] = []
      for (let action = 0; action < 150; action++) {
        const person = people[below(random, people.length)]
        if (below(random, 3) === 0) writeSomethingOdd(random, host.document)
        else if (below(random, 12) === 0) {
          // Many at once, as the room takes what comes in one tick.
          host.document.transact(() => {
            for (const each of people) {
              each.send(below(random, 2) === 0)
              within.push([totals.live, liveIn(host.document)])
            }
          })
        } else person?.actAtRandom(random)
        expect(seen(totals)).toEqual(countedAnew(host.document))
      }
      expect(host.refusals).toEqual([])
      for (const [kept, counted] of within) expect(kept).toBe(counted)
      expect(totals.records).toBe(readBoard(host.document).length)
      expect(totals.live).toBe(liveIn(host.document))
    },
  )

  it('[B162] are right when asked for the first time in the middle of a transaction', () => {
    const document = aDocument(1)
    document.transact(() => {
      createRecord(document, aNote('a'))
      expect(totalsOf(document, ownerOf).live).toBe(1)
      createRecord(document, aNote('b'))
    })
    expect(seen(totalsOf(document, ownerOf))).toEqual(countedAnew(document))
  })

  it('[B162] do not count what was found good and never applied', () => {
    const document = aDocument(1)
    const update = aNewNote(document)
    const before = seen(totalsOf(document, ownerOf))
    const rules = { updateBytes: 1_000_000, share: { identity: 'p2', ownerOf, isBounded: true } }
    for (let time = 0; time < 3; time++) {
      expect(checkUpdate(document, update, 'person', rules).kind).toBe('accepted')
    }
    document.transact(() => {
      checkUpdate(document, update, 'person', rules)
      expect(seen(totalsOf(document))).toEqual(before)
      checkUpdate(document, update, 'person', rules)
      Y.applyUpdate(document, update)
      expect(totalsOf(document).live).toBe(1)
      expect(totalsOf(document).of('p2').records).toBe(1)
    })
    expect(seen(totalsOf(document))).toEqual(countedAnew(document))
  })

  it('[B161] do not change when a shape is moved, turned, hidden or brought back', () => {
    const document = aDocument(1)
    createRecord(document, aNote('a'))
    const { weight } = totalsOf(document)
    for (const fields of [{ xy: [1, 2] }, { rotation: 2 }, { gone: true }, { gone: false }]) {
      changeFields(document, 'shape:a', fields)
      expect(totalsOf(document).weight).toBe(weight)
    }
    expect(weight).toBeGreaterThan(0)
  })
})

function ownerOf(client: number): string {
  return `p${client}`
}

function seen(totals: BoardTotals) {
  return {
    live: totals.live,
    records: totals.records,
    weight: totals.weight,
    people: [1, 2, 3, 1_000].map((client) => totals.of(ownerOf(client))),
  }
}

function countedAnew(document: Y.Doc) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document))
  return seen(totalsOf(copy, ownerOf))
}

function liveIn(document: Y.Doc): number {
  return readBoard(document).filter(({ isGone }) => !isGone).length
}

function aNewNote(document: Y.Doc): Uint8Array {
  const writer = aDocument(2)
  Y.applyUpdate(writer, Y.encodeStateAsUpdate(document))
  const before = Y.encodeStateVector(writer)
  createRecord(writer, aNote('n'))
  return Y.encodeStateAsUpdate(writer, before)
}

/** What the people of the simulation do not do: marks, keys taken away, metadata, whole paragraphs. */
function writeSomethingOdd(random: Random, document: Y.Doc): void {
  const notes = readBoard(document).filter(({ record }) => record.type === 'note')
  const id = notes[below(random, notes.length)]?.record.id
  const fragment = id === undefined ? undefined : textFragment(document, id)
  if (id === undefined || fragment === undefined) return
  const map = document.getMap<Y.Map<unknown>>('records').get(id)
  const paragraph = fragment.get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  switch (below(random, 6)) {
    case 0:
      if (words instanceof Y.XmlText && words.length > 2) {
        words.format(0, 2, { bold: below(random, 2) === 0 ? {} : null })
      }
      break
    case 1:
      map?.delete('gone')
      break
    case 2:
      map?.set('m.x', 'x'.repeat(below(random, 30)))
      break
    case 3:
      if (fragment.length > 1) fragment.delete(0, 1)
      break
    case 4:
      map?.set('gone', below(random, 2) === 0)
      break
    default:
      document.transact(() => {
        createRecord(document, aNote(`odd-${below(random, 10)}`))
        if (words instanceof Y.XmlText && words.length > 1) words.delete(0, 1)
        map?.set('m.y', [1, 2, 3])
        map?.delete('m.y')
      })
  }
}

function seedsToTry(): readonly number[] {
  const { STIP_FUZZ_SEED: seed, STIP_FUZZ_RUNS: runs = '12' } = process.env
  if (seed !== undefined) return [Number(seed)]
  return Array.from({ length: Number(runs) }, (_, index) => index + 1)
}
