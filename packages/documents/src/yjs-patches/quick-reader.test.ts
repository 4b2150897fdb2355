import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readUpdatesQuickly } from './quick-reader.ts'
import { createRecord } from '../record/write-record.ts'
import { aDocument, aNote, richText } from '../test/records.ts'

// Both are called with the reader that they are taken from.
// oxlint-disable-next-line typescript/unbound-method
const { readAny, readKey, readString } = Y.UpdateDecoderV1.prototype

/** Yjs as it reads by itself. */
class PlainReader extends Y.UpdateDecoderV1 {
  override readAny(): unknown {
    return readAny.call(this)
  }
  override readKey(): string {
    return readKey.call(this)
  }
  override readString(): string {
    return readString.call(this)
  }
}

readUpdatesQuickly()

describe('reading updates quickly', () => {
  it('[B19] is another way than that of Yjs', () => {
    const methods = Object.getOwnPropertyDescriptors(Y.UpdateDecoderV1.prototype)
    expect([methods.readAny.value, methods.readString.value]).not.toContain(readAny)
    expect([methods.readAny.value, methods.readString.value]).not.toContain(readString)
  })

  it('[B19] reads whatever a map can hold as Yjs reads it', () => {
    fc.assert(
      fc.property(fc.dictionary(texts(), values()), (entries) => {
        const update = updateOf((document) => {
          const map = document.getMap('any')
          for (const [key, value] of Object.entries(entries)) map.set(key, value)
        })
        expect(read(update)).toEqual(read(update, PlainReader))
      }),
      // A name that would become the prototype of whatever it is put in.
      { examples: [[JSON.parse('{"__proto__":0}')], [bytesCalled('__proto__')]] },
    )
  })

  it('[B19] reads boards and their words as Yjs reads them', () => {
    fc.assert(
      fc.property(fc.array(texts(), { maxLength: 20 }), (lines) => {
        const update = updateOf((document) => {
          for (const [number, line] of lines.entries()) {
            createRecord(document, aNote(`n${number}`, { props: { richText: richText(line) } }))
          }
        })
        expect(read(update)).toEqual(read(update, PlainReader))
      }),
    )
  })

  it('[B19] fails on damaged bytes where Yjs fails', () => {
    const sound = updateOf((document) => {
      createRecord(document, aNote('n', { props: { richText: richText('één brug') } }))
    })
    fc.assert(
      fc.property(
        fc.nat(sound.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        (place, byte, isCut) => {
          const damaged = isCut ? sound.slice(0, place) : sound.with(place, byte)
          expect(read(damaged)).toEqual(read(damaged, PlainReader))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('[B19] takes a name that reaches into a prototype as Yjs takes it', () => {
    const update = updateOf((document) => {
      document.getMap('any').set('a', JSON.parse('{"x":1,"__proto__":{"y":2}}'))
    })
    const value = (Reader?: typeof Y.UpdateDecoderV1): unknown => {
      const document = new Y.Doc()
      Y.applyUpdateV2(document, update, null, Reader ?? Y.UpdateDecoderV1)
      return document.getMap('any').get('a')
    }
    expect(Object.getPrototypeOf(value())).toEqual(Object.getPrototypeOf(value(PlainReader)))
    expect(value()).toEqual(value(PlainReader))
  })
})

/** What an update makes of an empty document, or how reading it fails. */
function read(update: Uint8Array, Reader: typeof Y.UpdateDecoderV1 = Y.UpdateDecoderV1): unknown {
  const document = new Y.Doc()
  try {
    Y.applyUpdateV2(document, update, null, Reader)
  } catch (error) {
    return String(error)
  }
  return [Y.encodeStateAsUpdate(document), [...document.getMap('any').entries()]]
}

function updateOf(change: (document: Y.Doc) => void): Uint8Array {
  const document = aDocument(1)
  change(document)
  return Y.encodeStateAsUpdate(document)
}

function bytesCalled(name: string): Record<string, unknown> {
  return Object.fromEntries([[name, new Uint8Array()]])
}

/** Short ones that come back, long ones, and letters of more than one byte. */
function texts(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('', '$', 't', 'xy', 'p.color', 'yellow', '__proto'),
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
}

function values(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.jsonValue(),
    texts(),
    fc.double({ noNaN: true }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(fc.integer(), { minLength: 120, maxLength: 140 }),
  )
}
