import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeUpdatesQuickly } from './quick-writer.ts'
import { aDocument, aNote, richText } from '../test/records.ts'
import { createRecord } from '../record/write-record.ts'

// Both are called with the writer that they are taken from.
// oxlint-disable-next-line typescript/unbound-method
const { writeAny, writeKey, writeString } = Y.UpdateEncoderV1.prototype

/** Yjs as it writes by itself. */
class PlainWriter extends Y.UpdateEncoderV1 {
  override writeAny(value: unknown): void {
    writeAny.call(this, value)
  }
  override writeKey(text: string): void {
    writeKey.call(this, text)
  }
  override writeString(text: string): void {
    writeString.call(this, text)
  }
}

writeUpdatesQuickly()

describe('writing updates quickly', () => {
  it('[B19] is another way than that of Yjs', () => {
    const methods = Object.getOwnPropertyDescriptors(Y.UpdateEncoderV1.prototype)
    expect([methods.writeAny.value, methods.writeString.value]).not.toContain(writeAny)
    expect([methods.writeAny.value, methods.writeString.value]).not.toContain(writeString)
  })

  it('[B19] writes whatever a map can hold as Yjs writes it', () => {
    fc.assert(
      fc.property(fc.dictionary(texts(), values()), (entries) => {
        const document = aDocument(1)
        const map = document.getMap('any')
        for (const [key, value] of Object.entries(entries)) map.set(key, value)
        expect(bytesOf(document)).toEqual(bytesOf(document, new PlainWriter()))
      }),
    )
  })

  it('[B19] writes boards as Yjs writes them, larger than what it has room for at once', () => {
    const document = aDocument(1)
    for (let number = 0; number < 300; number++) {
      const words = `één brug ${'over het water '.repeat(number % 7)}${number}`
      createRecord(document, aNote(`n${number}`, { props: { richText: richText(words) } }))
    }
    expect(bytesOf(document)).toEqual(bytesOf(document, new PlainWriter()))
  })
})

function bytesOf(document: Y.Doc, writer: Y.UpdateEncoderV1 = new Y.UpdateEncoderV1()): Uint8Array {
  return Y.encodeStateAsUpdateV2(document, undefined, writer)
}

/** Short ones, long ones, and letters of more than one byte. */
function texts(): fc.Arbitrary<string> {
  return fc.oneof(fc.string({ maxLength: 100 }), fc.string({ unit: 'grapheme', maxLength: 30 }))
}

function values(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.jsonValue(),
    texts(),
    fc.double({ noNaN: true }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(texts(), { minLength: 120, maxLength: 140 }),
  )
}
