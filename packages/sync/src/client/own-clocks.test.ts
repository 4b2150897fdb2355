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

  it('knows letters that were taken away here, and not what a newer value replaced', () => {
    const [clocks, document] = [new OwnClocks(), new Y.Doc()]
    document.on('update', (_update, origin, doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin !== 'server') clocks.wrote(doc, transaction)
    })
    const text = document.getText('t')
    text.insert(0, 'Meer groen')
    document.getMap('notes').set('a', 1)
    document.getMap('notes').set('a', 2)
    clocks.confirmAll(document)
    text.delete(4, 6)
    document.transact(() => text.delete(0, 1), 'server')
    const { clientID: client } = document
    expect(clocks.removed).toEqual([{ client, clock: 4, length: 6 }])
    const next = new OwnClocks()
    next.recall(clocks.asText)
    expect([next.removed, next.of(client)]).toEqual([clocks.removed, clocks.of(client)])
    clocks.confirmAll(document)
    expect(clocks.removed).toEqual([])
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
