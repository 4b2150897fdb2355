import * as Y from 'yjs'

// The counterpart of quick-reader.ts. Whoever keeps a copy of a board has Yjs write down all that
// came in, texts by the ten thousand; Yjs has the browser encode each of them.

/** In letters. Of longer texts the browser is as quick. */
const LONGEST = 40

/** Kinds of value, as Yjs numbers them. */
const TEXT = 119
const OBJECT = 118
const LIST = 117
/** From here on a number takes more than one byte, and so does a letter. */
const LONG = 128

type Writer = Y.UpdateEncoderV1

// Both are called with the writer that they are taken from.
// oxlint-disable-next-line typescript/unbound-method
const { writeAny, writeString } = Y.UpdateEncoderV1.prototype
let isQuick = false

/** From now on Yjs writes updates (v1) quicker, for whoever has it do so. They are the same bytes. */
export function writeUpdatesQuickly(): void {
  if (isQuick) return
  isQuick = true
  Object.assign(Y.UpdateEncoderV1.prototype, {
    writeString(this: Writer, text: string): void {
      writeText(this, text)
    },
    writeKey(this: Writer, text: string): void {
      writeText(this, text)
    },
    writeAny(this: Writer, value: unknown): void {
      writeValue(this, value)
    },
  })
}

function writeValue(writer: Writer, value: unknown): void {
  const place = writer.restEncoder
  const hasRoom = place.cpos + 2 <= place.cbuf.length
  if (typeof value === 'string' && hasRoom) {
    place.cbuf[place.cpos++] = TEXT
    writeText(writer, value)
  } else if (typeof value === 'object' && value !== null && hasRoom) {
    if (Array.isArray(value)) writeList(writer, value)
    else writeObject(writer, value)
  } else writeAny.call(writer, value)
}

function writeList(writer: Writer, list: readonly unknown[]): void {
  if (list.length >= LONG) return writeAny.call(writer, list)
  writeHead(writer, LIST, list.length)
  for (const value of list) writeValue(writer, value)
}

function writeObject(writer: Writer, object: object): void {
  const keys = Object.keys(object)
  if (object instanceof Uint8Array || keys.length >= LONG) return writeAny.call(writer, object)
  writeHead(writer, OBJECT, keys.length)
  for (const key of keys) {
    writeText(writer, key)
    writeValue(writer, object[key as keyof typeof object])
  }
}

/** There has to be room for two bytes. */
function writeHead({ restEncoder: place }: Writer, kind: number, size: number): void {
  place.cbuf[place.cpos++] = kind
  place.cbuf[place.cpos++] = size
}

function writeText(writer: Writer, text: string): void {
  const place = writer.restEncoder
  const start = place.cpos + 1
  const size = text.length
  if (size > LONGEST || start + size > place.cbuf.length) return writeString.call(writer, text)
  for (let at = 0; at < size; at++) {
    const letter = text.charCodeAt(at)
    // What was written so far does not count until the place moves on.
    if (letter >= LONG) return writeString.call(writer, text)
    place.cbuf[start + at] = letter
  }
  place.cbuf[place.cpos] = size
  place.cpos = start + size
  return undefined
}
