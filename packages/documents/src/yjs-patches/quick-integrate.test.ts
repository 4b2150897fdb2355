import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { placeItemsQuickly } from './quick-integrate.ts'

// It is called with the item that it is taken from.
// oxlint-disable-next-line typescript/unbound-method
const plain = Y.Item.prototype.integrate
placeItemsQuickly()
// oxlint-disable-next-line typescript/unbound-method
const quick = Y.Item.prototype.integrate

/** What somebody does, and to whom what they made until then is given. */
type Deed = readonly [who: number, kind: number, key: string, value: number]

describe('[B19] items that come first in an empty place', () => {
  it('is another way than that of Yjs', () => {
    expect(quick).not.toBe(plain)
  })

  it('stand where Yjs puts them, whoever writes and in whatever order it comes', () => {
    fc.assert(
      fc.property(fc.array(deeds(), { maxLength: 40 }), (history) => {
        expect(playedBy(quick, history)).toEqual(playedBy(plain, history))
      }),
      { numRuns: 300 },
    )
  })

  it('tell whoever listens of the same keys', () => {
    fc.assert(
      fc.property(fc.array(deeds(), { maxLength: 40 }), (history) => {
        expect(toldBy(quick, history)).toEqual(toldBy(plain, history))
      }),
      { numRuns: 100 },
    )
  })
})

/** What three people and who hears it all at the end have, with all that Yjs keeps of it. */
function playedBy(integrate: typeof plain, history: readonly Deed[]): unknown {
  return withWay(integrate, () => {
    const updates: Uint8Array[] = []
    const people = [1, 2, 3].map((id) => aPerson(id, updates))
    for (const deed of history) carryOut(people, updates, deed)
    const late = new Y.Doc()
    for (const update of updates.toReversed()) Y.applyUpdate(late, update)
    return [...people, late].map((document) => [
      document.getMap('records').toJSON(),
      document.getXmlFragment('words').toJSON(),
      Y.encodeStateAsUpdate(document),
    ])
  })
}

function toldBy(integrate: typeof plain, history: readonly Deed[]): unknown {
  return withWay(integrate, () => {
    const updates: Uint8Array[] = []
    const people = [1, 2, 3].map((id) => aPerson(id, updates))
    const told: unknown[] = []
    for (const [number, document] of people.entries()) {
      document.getMap('records').observeDeep((events) => {
        for (const { path, keys } of events) told.push([number, path, [...keys.keys()].toSorted()])
      })
    }
    for (const deed of history) carryOut(people, updates, deed)
    return told
  })
}

function withWay<Outcome>(integrate: typeof plain, work: () => Outcome): Outcome {
  Object.assign(Y.Item.prototype, { integrate })
  try {
    return work()
  } finally {
    Object.assign(Y.Item.prototype, { integrate: quick })
  }
}

function aPerson(clientID: number, updates: Uint8Array[]): Y.Doc {
  const document = new Y.Doc()
  document.clientID = clientID
  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'line') updates.push(update)
  })
  return document
}

function carryOut(
  people: readonly Y.Doc[],
  updates: readonly Uint8Array[],
  [who, kind, key, value]: Deed,
): void {
  const document = people[who % people.length]
  if (document === undefined) return
  const records = document.getMap<unknown>('records')
  const words = document.getXmlFragment('words')
  const held = records.get(key)
  switch (kind) {
    case 0:
      records.set(key, value)
      break
    case 1:
      records.set(key, new Y.Map([['$', { x: value }]]))
      break
    case 2:
      if (held instanceof Y.Map) held.set('xy', [value, value])
      break
    case 3:
      records.delete(key)
      break
    case 4: {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(key.repeat(3))])
      words.insert(value % (words.length + 1), [paragraph])
      break
    }
    case 5:
      if (words.length > 0) words.delete(value % words.length, 1)
      break
    default: {
      // Something of others comes in, also before what it builds on.
      const update = updates[value % Math.max(1, updates.length)]
      if (update !== undefined) Y.applyUpdate(document, update, 'line')
    }
  }
}

function deeds(): fc.Arbitrary<Deed> {
  return fc.tuple(fc.nat(2), fc.nat(9), fc.constantFrom('a', 'b', 'c', '$'), fc.nat(99))
}
