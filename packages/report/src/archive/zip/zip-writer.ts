import { crc32 } from 'node:zlib'
import { method, MOST_BYTES, MOST_FILES, signature, size } from './format.ts'

/** A file as it stands in a ZIP. */
export interface ZipFile {
  readonly path: string
  /** What is in it. */
  readonly bytes: Uint8Array
  /** The same, deflated; undefined when that is no smaller. */
  readonly deflated: Uint8Array | undefined
}

/** Says that names are UTF-8. */
const UTF8 = 0x08_00
/** What reads it needs no more than deflate. */
const VERSION = 20
/** 1 January 1980, at midnight: the same files are the same ZIP, whenever it is made. */
const DATE = 0x00_21

interface Listed {
  readonly path: Uint8Array
  readonly facts: Facts
  readonly at: number
}

interface Facts {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** Writes a ZIP file piece by piece: nothing of a file is kept once it was given. */
export class ZipWriter {
  readonly #listed: Listed[] = []
  #written = 0

  /**
   * The bytes of one file, in order.
   *
   * @throws {RangeError} When it becomes more than a ZIP holds.
   */
  add({ path, bytes, deflated }: ZipFile): readonly Uint8Array[] {
    const name = new TextEncoder().encode(path)
    const data = deflated ?? bytes
    const facts = {
      method: deflated === undefined ? method.stored : method.deflated,
      crc: crc32(bytes),
      packed: data.length,
      size: bytes.length,
    }
    this.#listed.push({ path: name, facts, at: this.#written })
    const head = new Uint8Array(size.file + name.length)
    const view = new DataView(head.buffer)
    view.setUint32(0, signature.file, true)
    writeFacts(view, 4, facts, name.length)
    head.set(name, size.file)
    return this.#counted([head, data])
  }

  /** What comes after the last file. */
  end(): Uint8Array {
    const listAt = this.#written
    const rows = this.#listed.map(listed)
    const listBytes = rows.reduce((sum, row) => sum + row.length, 0)
    const end = new Uint8Array(size.end)
    const view = new DataView(end.buffer)
    view.setUint32(0, signature.end, true)
    view.setUint16(8, rows.length, true)
    view.setUint16(10, rows.length, true)
    view.setUint32(12, listBytes, true)
    view.setUint32(16, listAt, true)
    return Buffer.concat(this.#counted([...rows, end]))
  }

  #counted(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
    for (const { length } of pieces) this.#written += length
    if (this.#written > MOST_BYTES || this.#listed.length > MOST_FILES) {
      throw new RangeError('This is more than one ZIP file holds.')
    }
    return pieces
  }
}

function listed({ path, facts, at }: Listed): Uint8Array {
  const row = new Uint8Array(size.listed + path.length)
  const view = new DataView(row.buffer)
  view.setUint32(0, signature.listed, true)
  view.setUint16(4, VERSION, true)
  writeFacts(view, 6, facts, path.length)
  view.setUint32(42, at, true)
  row.set(path, size.listed)
  return row
}

/** What stands the same before the file and in the list. */
function writeFacts(view: DataView, at: number, facts: Facts, nameLength: number): void {
  view.setUint16(at, VERSION, true)
  view.setUint16(at + 2, UTF8, true)
  view.setUint16(at + 4, facts.method, true)
  view.setUint16(at + 6, 0, true)
  view.setUint16(at + 8, DATE, true)
  view.setUint32(at + 10, facts.crc, true)
  view.setUint32(at + 14, facts.packed, true)
  view.setUint32(at + 18, facts.size, true)
  view.setUint16(at + 22, nameLength, true)
}
