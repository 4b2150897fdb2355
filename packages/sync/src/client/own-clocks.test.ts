import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { OwnClocks } from './own-clocks.ts'

describe('[K9] how far the server confirmed what this device wrote', () => {
  it('is nothing before it said so, and everything after that', () => {
    const [clocks, document] = [new OwnClocks(), new Y.Doc()]
    clocks.wrote(document)
    document.getMap('notes').set('a', 1)
    document.getMap('notes').set('b', 1)
    expect(clocks.of(document.clientID)).toBe(0)
    clocks.confirmAll(document)
    document.getMap('notes').set('c', 1)
    expect(clocks.of(document.clientID)).toBe(2)
  })

  it('says nothing of what others wrote', () => {
    expect(new OwnClocks().of(12)).toBe(Infinity)
  })

  it('is remembered over pages, whatever was kept', () => {
    const [before, document] = [new OwnClocks(), new Y.Doc()]
    before.wrote(document)
    document.getMap('notes').set('a', 1)
    before.confirmAll(document)
    const after = new OwnClocks()
    for (const kept of [before.asText, 'broken', '[[1,"x"],7]', undefined]) after.recall(kept)
    expect([after.of(document.clientID), after.of(1)]).toEqual([1, Infinity])
  })
})
