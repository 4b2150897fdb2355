import { seededRandom } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from '../../record/read-record.ts'
import { aHistory } from '../../test/histories.ts'
import { atOnce } from './at-once.ts'
import { updateInParts } from './update-in-parts.ts'

describe('[B111] a board in parts', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('is the same board: seed %d', (seed) => {
    const whole = aHistory(seededRandom(seed), 4, 60)
    const update = Y.encodeStateAsUpdate(whole)
    const parts = [...atOnce(updateInParts(update, new Y.Doc(), { structs: 5, bytes: 100 }))]
    expect(parts.length).toBeGreaterThan(3)
    const doc = new Y.Doc()
    doc.getMap('records')
    for (const part of parts) {
      Y.applyUpdate(doc, part)
      // Each stands on those before it.
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    }
    expect(readBoard(doc)).toEqual(readBoard(whole))
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(whole))
    const [one, other] = [doc, whole].map((each) => Y.encodeStateAsUpdate(each))
    expect(Y.diffUpdate(one ?? update, Y.encodeStateVector(whole))).toEqual(
      Y.diffUpdate(other ?? update, Y.encodeStateVector(whole)),
    )
  })

  it('yields between its steps', () => {
    const update = Y.encodeStateAsUpdate(aHistory(seededRandom(1), 4, 60))
    let steps = 0
    for (
      const work = updateInParts(update, new Y.Doc(), { structs: 5, bytes: 100 });
      !work.next().done;
    )
      steps++
    expect(steps).toBeGreaterThan(3)
  })

  it('comes to parts as well when it builds on what was there', () => {
    const doc = aHistory(seededRandom(1), 4, 60)
    const before = Y.encodeStateVector(doc)
    const known = Y.encodeStateAsUpdate(doc)
    doc.clientID = 21
    for (let note = 0; note < 20; note++)
      doc.getMap('records').set(`shape:late-${note}`, new Y.Map())
    const update = Y.encodeStateAsUpdate(doc, before)
    const other = new Y.Doc()
    Y.applyUpdate(other, known)
    const parts = [...atOnce(updateInParts(update, other, { structs: 5, bytes: 100 }))]
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) Y.applyUpdate(other, part)
    expect(Y.encodeSnapshot(Y.snapshot(other))).toEqual(Y.encodeSnapshot(Y.snapshot(doc)))
  })

  it('is given whole when it cannot be told apart', () => {
    const update = Uint8Array.of(1, 2, 3)
    expect([...atOnce(updateInParts(update))]).toEqual([update])
  })
})
