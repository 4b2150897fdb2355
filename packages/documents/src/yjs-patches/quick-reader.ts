import * as Y from 'yjs'

// A board of 5,000 notes holds 150,000 texts. Nearly all of them are short, and all but a few the
// same: names of fields, kinds, colours. Yjs has the browser decode each of them anew, which takes
// half of the time of reading a board.

/** Longer texts are mostly words that people wrote. In bytes. */
const LONGEST = 24
const SLOTS = 2048
/** Texts that were read before, each where its bytes lead to. */
const known: string[] = Array.from({ length: SLOTS }, () => '')

/** Kinds of value, as Yjs numbers them. */
const TEXT = 119
const OBJECT = 118
const LIST = 117
/** From here on a number takes more than one byte. */
const LONG_NUMBER = 128

type Reader = Y.UpdateDecoderV1

// Both are called with the reader that they are taken from.
// oxlint-disable-next-line typescript/unbound-method
const { readAny, readString } = Y.UpdateDecoderV1.prototype
let isQuick = false

/**
 * From now on Yjs reads updates (v1) quicker, for whoever has it do so: the connection and the copy
 * on this device know nothing of it. What it reads is the same, and what it throws is too.
 */
export function readUpdatesQuickly(): void {
  if (isQuick) return
  isQuick = true
  Object.assign(Y.UpdateDecoderV1.prototype, {
    readString(this: Reader): string {
      return textIn(this)
    },
    readKey(this: Reader): string {
      return textIn(this)
    },
    readAny(this: Reader): unknown {
      return valueIn(this)
    },
  })
}

function valueIn(reader: Reader): unknown {
  const place = reader.restDecoder
  const kind = place.arr[place.pos]
  if (kind === TEXT) {
    place.pos++
    return textIn(reader)
  }
  if (kind !== OBJECT && kind !== LIST) return readAny.call(reader)
  const size = place.arr[place.pos + 1]
  if (size === undefined || size >= LONG_NUMBER) return readAny.call(reader)
  place.pos += 2
  return kind === LIST ? listIn(reader, size) : objectIn(reader, size)
}

function listIn(reader: Reader, size: number): unknown[] {
  const list: unknown[] = []
  for (let left = size; left > 0; left--) list.push(valueIn(reader))
  return list
}

function objectIn(reader: Reader, size: number): object {
  const object: Record<string, unknown> = {}
  for (let left = size; left > 0; left--) {
    const key = textIn(reader)
    object[key] = valueIn(reader)
  }
  return object
}

function textIn(reader: Reader): string {
  const { arr: bytes, pos } = reader.restDecoder
  const size = bytes[pos] ?? LONG_NUMBER
  const start = pos + 1
  const end = start + size
  if (size > LONGEST || end > bytes.length) return readString.call(reader)
  let hash = size
  let allBits = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    hash = (Math.imul(hash, 31) + byte) | 0
    allBits |= byte
  }
  // A letter of more than one byte.
  if (allBits > 127) return readString.call(reader)
  const slot = hash & (SLOTS - 1)
  const before = known[slot] ?? ''
  const text = isText(before, bytes, start, size) ? before : lettersIn(bytes, start, end)
  known[slot] = text
  reader.restDecoder.pos = end
  return text
}

function isText(text: string, bytes: Uint8Array, start: number, size: number): boolean {
  if (text.length !== size) return false
  for (let at = 0; at < size; at++) {
    if (text.charCodeAt(at) !== bytes[start + at]) return false
  }
  return true
}

/** Four at a time: a text that is put together letter by letter is kept as as many pieces. */
function lettersIn(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  let at = start
  for (; at + 4 <= end; at += 4) {
    text += String.fromCharCode(
      bytes[at] ?? 0,
      bytes[at + 1] ?? 0,
      bytes[at + 2] ?? 0,
      bytes[at + 3] ?? 0,
    )
  }
  for (; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}
