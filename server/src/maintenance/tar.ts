import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs'

const BLOCK = 512
const CHUNK = 1024 * 1024
/** Fields of a header: where, and for how many bytes. */
const NAME_BYTES = 100
const PREFIX_AT = 345
const PREFIX_BYTES = 155

/** Writes a tar file (ustar), entry by entry, so that any tool can look into a backup. */
export class TarWriter {
  readonly #file: number

  /** @param path - Readable by its owner only: a backup holds the key of the server. */
  constructor(path: string) {
    this.#file = openSync(path, 'w', 0o600)
  }

  addBytes(name: string, bytes: Buffer): void {
    writeFileSync(this.#file, header(name, bytes.length))
    writeFileSync(this.#file, bytes)
    this.#pad(bytes.length)
  }

  /** @param seen - Gets every piece of the file, for a checksum. */
  addFile(name: string, path: string, seen: (piece: Buffer) => void): void {
    const { size } = statSync(path)
    writeFileSync(this.#file, header(name, size))
    const source = openSync(path, 'r')
    try {
      copy(source, this.#file, size, seen)
    } finally {
      closeSync(source)
    }
    this.#pad(size)
  }

  /** @returns The file, still open, so that it can be synced. */
  end(): number {
    writeFileSync(this.#file, Buffer.alloc(2 * BLOCK))
    return this.#file
  }

  close(): void {
    closeSync(this.#file)
  }

  #pad(size: number): void {
    const rest = size % BLOCK
    if (rest > 0) writeFileSync(this.#file, Buffer.alloc(BLOCK - rest))
  }
}

/** A file in a tar file. */
export interface TarEntry {
  readonly name: string
  readonly size: number
  /** Copies what is in it to an open file. */
  readonly copyTo: (file: number, seen: (piece: Buffer) => void) => void
}

/** Gives the files in a tar file, in order. @throws {Error} When it is no tar file, or cut off. */
export function readTar(path: string, onEntry: (entry: TarEntry) => void): void {
  const file = openSync(path, 'r')
  try {
    let at = 0
    for (;;) {
      const block = readAt(file, at, BLOCK)
      if (block.every((byte) => byte === 0)) return
      const { name, size } = readHeader(block)
      const from = at + BLOCK
      onEntry({ name, size, copyTo: (target, seen) => copy(file, target, size, seen, from) })
      at = from + Math.ceil(size / BLOCK) * BLOCK
    }
  } finally {
    closeSync(file)
  }
}

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  const { prefix, name } = inTwo(path)
  block.write(name, 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write(`${'0'.repeat(11)}\0`, 136)
  block.write('0', 156)
  block.write('ustar\x0000', 257, 'latin1')
  block.write(prefix, PREFIX_AT)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** A long name is cut at a slash: ustar has a hundred bytes for what comes after it. */
function inTwo(path: string): { readonly prefix: string; readonly name: string } {
  if (Buffer.byteLength(path) < NAME_BYTES) return { prefix: '', name: path }
  const cut = path.lastIndexOf('/')
  const [prefix, name] = [path.slice(0, Math.max(0, cut)), path.slice(cut + 1)]
  if (Buffer.byteLength(name) >= NAME_BYTES || Buffer.byteLength(prefix) >= PREFIX_BYTES) {
    throw new RangeError(`The name ${path} is too long for tar.`)
  }
  return { prefix, name }
}

function readHeader(block: Buffer): { readonly name: string; readonly size: number } {
  const stored = Number.parseInt(block.toString('latin1', 148, 154), 8)
  if (stored !== checksum(block)) throw new Error('This is not a backup, or it is damaged.')
  const prefix = textAt(block, PREFIX_AT, PREFIX_BYTES)
  const name = textAt(block, 0, NAME_BYTES)
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: Number.parseInt(block.toString('latin1', 124, 135), 8),
  }
}

function textAt(block: Buffer, at: number, most: number): string {
  const field = block.subarray(at, at + most)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end === -1 ? most : end)
}

/** Of a header with its own field blank. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

function copy(
  source: number,
  target: number,
  size: number,
  seen: (piece: Buffer) => void,
  from = 0,
): void {
  for (let done = 0; done < size;) {
    const piece = readAt(source, from + done, Math.min(CHUNK, size - done))
    seen(piece)
    writeFileSync(target, piece)
    done += piece.length
  }
}

function readAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const read = readSync(file, bytes, done, length - done, at + done)
    if (read === 0) throw new Error('This is not a backup, or it was cut off.')
    done += read
  }
  return bytes
}
