import { below, seededRandom } from '@stip/primitives'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { forged } from '../test/craft.ts'
import { aServer, words } from '../test/forgeries.ts'
import { aHistory, anyChange, atOnePlace, relay } from '../test/histories.ts'
import { aDocument, aNote, exchange, updatesOf } from '../test/records.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { checkUpdate } from './check-update.ts'
import { IncomingStructs } from './structs/incoming-structs.ts'
import { inspectUpdate } from './inspect-update.ts'
import { moverOf } from './plain-move.ts'

describe('the order in which structs go', () => {
  it.each([2, 3, 20])('[B107] %i clients who each go on where another stopped', (clients) => {
    for (const length of [100, 200]) {
      const incoming = new IncomingStructs(aServer())
      incoming.add(Y.decodeUpdate(relay(clients, length)).structs)
      const order = [...incoming.inOrder()]
      expect(order.length).toBeGreaterThanOrEqual(length)
      expect(incoming.asked).toBeLessThanOrEqual(4 * order.length)
    }
  })
})

describe('putting items in their place', () => {
  it('[B108] costs a few looks each when people write one after the other', () => {
    for (const length of [50, 100]) {
      expect(stepsOf(aServer(), relay(3, length, aServer()))).toBeLessThanOrEqual(6 * length)
    }
  })

  it('[B108] costs a walk each when all stand behind the same neighbour', () => {
    const [few, many] = [20, 40].map((count) => stepsOf(aServer(), atOnePlace(aServer(), count)))
    expect(many).toBeGreaterThan(3 * (few ?? 0))
  })

  it('[B108] is counted as at least as many walks as Yjs takes', () => {
    const random = seededRandom(108)
    let walks = 0
    for (let attempt = 0; attempt < 60; attempt++) {
      const server = aHistory(random, 2, 10)
      const people = Array.from({ length: 4 }, (_, person) => {
        const document = aDocument(50 + below(random, 1000) * 4 + person)
        Y.applyUpdate(document, Y.encodeStateAsUpdate(server))
        return document
      })
      for (const person of people)
        for (let change = 0; change < 12; change++) anyChange(person, random)
      if (attempt % 2 === 0) exchange(...people)
      const update = Y.mergeUpdates(
        people.map((person) => Y.encodeStateAsUpdate(person, Y.encodeStateVector(server))),
      )
      const counted = stepsOf(server, update)
      const passed = passedByYjs(server, update)
      expect(passed.items).toBeLessThanOrEqual(counted + passed.placed)
      walks += passed.items
    }
    expect(walks).toBeGreaterThan(500)
  })

  it('[B108] words cut out of one long word cost more the longer the history is', () => {
    const steps = [200, 400].map((length) => {
      const server = aServer()
      // Each letter of another client than the one before: nothing can be joined.
      Y.applyUpdate(server, relay(2, length, server))
      return stepsOf(
        server,
        forged(server, 9, (doc) => everySecondLetter(words(doc))),
      )
    })
    expect(steps[1]).toBeGreaterThan(steps[0] ?? 0)
  })
})

describe('moves on the short way', () => {
  it('[B109] go the long way when many have moved the shape meanwhile', () => {
    const server = aServer()
    const late = aDocument(9)
    createRecord(server, aNote('b'))
    changeFields(server, 'shape:b', { xy: [1, 1] })
    Y.applyUpdate(late, Y.encodeStateAsUpdate(server))
    const [update = new Uint8Array()] = updatesOf(late, () =>
      changeFields(late, 'shape:b', { xy: [2, 2] }),
    )
    const [anna, bram] = [aDocument(11), aDocument(12)]
    const took: (number | undefined)[] = []
    for (let turn = 0; turn < 20; turn++) {
      const mover = turn % 2 === 0 ? anna : bram
      Y.applyUpdate(mover, Y.encodeStateAsUpdate(server))
      changeFields(mover, 'shape:b', { xy: [turn, 3] })
      Y.applyUpdate(server, Y.encodeStateAsUpdate(mover))
      took.push(moverOf(server, update))
    }
    expect(took.slice(0, 3)).toEqual([9, 9, 9])
    expect(moverOf(server, update)).toBeUndefined()
    expect(checkUpdate(server, update, 'person')).toMatchObject({ kind: 'accepted' })
  })
})

describe('a large update', () => {
  it('[B110] in steps is judged as at once, and in parts it is the same board', () => {
    const random = seededRandom(110)
    for (let attempt = 0; attempt < 30; attempt++) {
      const server = aHistory(random, 2, 10)
      const all = aDocument(3)
      Y.applyUpdate(all, Y.encodeStateAsUpdate(server))
      for (let change = 0; change < 40; change++) anyChange(all, random)
      const known = below(random, 2) === 0 ? undefined : Y.encodeStateVector(server)
      const update = Y.encodeStateAsUpdate(all, known)
      const pieces = { structs: 1 + below(random, 9), bytes: 100 }
      const inspection = inspectUpdate(server, update, { updateBytes: 1e6, pieces })
      expect(inspection).toMatchObject({
        ...inspectUpdate(server, update),
        parts: expect.any(Function),
      })
      if (!inspection.ok) throw new Error(inspection.reason)
      const parts = [...inspection.parts()]
      expect(parts.length).toBeGreaterThan(2)
      const [whole, inParts] = [aDocument(1), aDocument(1)]
      for (const document of [whole, inParts])
        Y.applyUpdate(document, Y.encodeStateAsUpdate(server))
      Y.applyUpdate(whole, update)
      for (const part of parts) {
        Y.applyUpdate(inParts, part)
        expect(inParts.store.pendingStructs).toBeNull()
      }
      expect(Y.encodeStateAsUpdate(inParts)).toEqual(Y.encodeStateAsUpdate(whole))
    }
  })
})

function stepsOf(server: Y.Doc, update: Uint8Array): number {
  const inspection = inspectUpdate(server, update)
  if (!inspection.ok) throw new Error(inspection.reason)
  return inspection.findings.work.steps
}

function everySecondLetter(word: Y.XmlText): void {
  for (let letter = word.length - 1; letter >= 0; letter -= 2) word.delete(letter, 1)
}

/** How many items Yjs passes by while it puts those of an update in their place, and how many it puts. */
function passedByYjs(server: Y.Doc, update: Uint8Array): { items: number; placed: number } {
  const document = aDocument(1)
  Y.applyUpdate(document, Y.encodeStateAsUpdate(server))
  // What stands between an item and its place goes into two sets.
  const add = vi.spyOn(Set.prototype, 'add')
  const integrate = vi.spyOn(Y.Item.prototype, 'integrate')
  try {
    Y.applyUpdate(document, update)
    const items = add.mock.calls.filter(([value]) => value instanceof Y.Item).length / 2
    return { items, placed: integrate.mock.calls.length }
  } finally {
    add.mockRestore()
    integrate.mockRestore()
  }
}
