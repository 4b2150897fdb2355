import { crc32, inflateRawSync } from 'node:zlib'
import { method, signature, size } from './format.ts'

/** What a ZIP of somebody else may come to before anything of it is unpacked. */
export interface ZipLimits {
  readonly files: number
  /** Of one file, unpacked. */
  readonly fileBytes: number
  /** Of all files, unpacked. */
  readonly allBytes: number
  /** How many times as large a file of more than a megabyte may become. */
  readonly ratio: number
}

/** Why a ZIP is not read. */
export type ZipProblem =
  | 'no-zip'
  | 'too-many-files'
  | 'too-large'
  | 'unlikely-ratio'
  | 'odd-name'
  | 'unknown-kind'
  | 'overlapping'
  | 'damaged'

/** A ZIP that is not read, with why. */
export class ZipRefusedError extends Error {
  override readonly name = 'ZipRefusedError'
  readonly problem: ZipProblem

  constructor(problem: ZipProblem, options?: ErrorOptions) {
    super(`This ZIP is not read: ${problem}.`, options)
    this.problem = problem
  }
}

interface Entry {
  readonly path: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** A file of this size may be as repetitive as it likes. */
const SMALL = 1024 * 1024
/** A remark at the end of a ZIP is no longer. */
const LONGEST_REMARK = 0xff_ff
const ENCRYPTED = 1

/** Letters, digits and a few signs, in folders: nothing that leads anywhere else on a disk. */
const safePath = /^(?:[\w-][\w.-]{0,127}\/){0,8}[\w-][\w.-]{0,127}$/
const safeFolder = /^(?:[\w-][\w.-]{0,127}\/){1,8}$/

/**
 * Reads what somebody sent. All that the list of a ZIP says is looked at before anything is unpacked: how many
 * files, how large they say that they are, how they are called and that they do not lie on each other. A file
 * that becomes larger than it says is not unpacked further.
 */
export class ZipReader {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, Entry>

  /** @throws {ZipRefusedError} */
  constructor(bytes: Uint8Array, limits: ZipLimits) {
    this.#bytes = bytes
    const entries = checked(listIn(bytes, limits), bytes, limits)
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]))
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /**
   * What is in a file; undefined when there is none.
   *
   * @throws {ZipRefusedError} When it is not what the list says.
   */
  read(path: string): Uint8Array | undefined {
    const entry = this.#entries.get(path)
    if (entry === undefined) return undefined
    const packed = this.#bytes.subarray(dataAt(this.#bytes, entry)).subarray(0, entry.packed)
    const bytes = entry.method === method.stored ? packed : inflated(packed, entry.size)
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged()
    return bytes
  }
}

function inflated(packed: Uint8Array, length: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, length) })
  } catch (cause) {
    throw damaged(cause)
  }
}

function damaged(cause?: unknown): ZipRefusedError {
  return new ZipRefusedError('damaged', cause === undefined ? undefined : { cause })
}

function listIn(bytes: Uint8Array, limits: ZipLimits): Entry[] {
  const view = viewOf(bytes)
  const endAt = endIn(view)
  const count = view.getUint16(endAt + 10, true)
  if (count > limits.files) throw new ZipRefusedError('too-many-files')
  const entries: Entry[] = []
  let at = view.getUint32(endAt + 16, true)
  for (let place = 0; place < count; place++) {
    if (at + size.listed > endAt || view.getUint32(at, true) !== signature.listed) throw damaged()
    const name = view.getUint16(at + 28, true)
    const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const next = at + size.listed + name + more
    if (next > endAt) throw damaged()
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new ZipRefusedError('unknown-kind')
    entries.push({
      path: textOf(bytes.subarray(at + size.listed, at + size.listed + name)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

/** Where the end of the list is told; it may have a remark behind it. */
function endIn(view: DataView): number {
  const first = Math.max(0, view.byteLength - size.end - LONGEST_REMARK)
  for (let at = view.byteLength - size.end; at >= first; at--) {
    if (view.getUint32(at, true) !== signature.end) continue
    if (at + size.end + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw new ZipRefusedError('no-zip')
}

function checked(all: readonly Entry[], bytes: Uint8Array, limits: ZipLimits): readonly Entry[] {
  // Programs that pack a folder list the folders as well.
  const entries = all.filter(({ path, size: length }) => length > 0 || !safeFolder.test(path))
  if (!entries.every(({ path }) => safePath.test(path))) throw new ZipRefusedError('odd-name')
  if (new Set(entries.map(({ path }) => path)).size !== entries.length) {
    throw new ZipRefusedError('odd-name')
  }
  const isKnown = (entry: Entry): boolean =>
    entry.method === method.deflated ||
    (entry.method === method.stored && entry.packed === entry.size)
  if (!entries.every(isKnown)) throw new ZipRefusedError('unknown-kind')
  const bytesInAll = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (bytesInAll > limits.allBytes || entries.some((entry) => entry.size > limits.fileBytes)) {
    throw new ZipRefusedError('too-large')
  }
  const isUnlikely = (entry: Entry): boolean =>
    entry.size > SMALL && entry.size > entry.packed * limits.ratio
  if (entries.some(isUnlikely)) throw new ZipRefusedError('unlikely-ratio')
  let end = 0
  for (const entry of entries.toSorted((one, other) => one.at - other.at)) {
    if (entry.at < end) throw new ZipRefusedError('overlapping')
    end = dataAt(bytes, entry) + entry.packed
    if (end > bytes.length) throw damaged()
  }
  return entries
}

/** Where the bytes of a file begin: what stands before them has a length of its own. */
function dataAt(bytes: Uint8Array, { at }: Entry): number {
  const view = viewOf(bytes)
  if (at + size.file > bytes.length || view.getUint32(at, true) !== signature.file) throw damaged()
  return at + size.file + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ZipRefusedError('odd-name', { cause })
  }
}
