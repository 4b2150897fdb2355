import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ZipReader, ZipRefusedError } from './zip-reader.ts'
import type { ZipLimits, ZipProblem } from './zip-reader.ts'
import { ZipWriter } from './zip-writer.ts'

const limits: ZipLimits = { files: 20, fileBytes: 4_000_000, allBytes: 8_000_000, ratio: 200 }

describe('[R22] a ZIP that was written', () => {
  it('is read again, byte for byte, by us and by another program', () => {
    const names = fc.stringMatching(/^[a-z]{1,8}(\/[a-z0-9][a-z0-9.-]{0,6})?$/)
    const files = fc.dictionary(names, fc.uint8Array({ maxLength: 500 }), { maxKeys: 10 })
    fc.assert(
      fc.property(files, (given) => {
        const zip = zipOf(given)
        const reader = new ZipReader(zip, limits)
        const read = Object.fromEntries(reader.paths.map((path) => [path, reader.read(path)]))
        expect(sorted(read)).toEqual(sorted(given))
        expect(sorted(unzipSync(zip))).toEqual(sorted(given))
      }),
    )
  })

  it('is the same file whenever it is made', () => {
    const files = { 'a/b.txt': bytesOf('een'), 'c.txt': bytesOf('twee') }
    expect(zipOf(files)).toEqual(zipOf(files))
  })
})

describe('[R23] a ZIP of somebody else', () => {
  it('that another program packed is read, with its folders', () => {
    const zip = zipSync({ map: { 'a.txt': bytesOf('een'.repeat(100)) }, 'b.txt': bytesOf('twee') })
    const reader = new ZipReader(zip, limits)
    expect(reader.paths.toSorted()).toEqual(['b.txt', 'map/a.txt'])
    expect(reader.read('map/a.txt')).toEqual(Buffer.from('een'.repeat(100)))
    expect(reader.read('c.txt')).toBeUndefined()
  })

  it.each<[string, Uint8Array, ZipProblem]>([
    ['nothing', new Uint8Array(), 'no-zip'],
    ['a text', bytesOf('Geen archief, maar een brief van meer dan 22 letters.'), 'no-zip'],
    ['a ZIP without its end', zipOf({ a: bytesOf('een') }).subarray(0, -1), 'no-zip'],
    ['a path upwards', zipOf({ '../a.txt': bytesOf('een') }), 'odd-name'],
    ['a path from the top', zipOf({ '/a.txt': bytesOf('een') }), 'odd-name'],
    ['a drive', zipOf({ 'C:\\a.txt': bytesOf('een') }), 'odd-name'],
    ['a hidden file', zipOf({ 'map/.a': bytesOf('een') }), 'odd-name'],
    ['no name', zipOf({ '': bytesOf('een') }), 'odd-name'],
    ['a name of other letters', zipOf({ 'é.txt': bytesOf('een') }), 'odd-name'],
    ['more files than fit', zipOf(many(21)), 'too-many-files'],
    ['a file that is too large', zipOf({ a: new Uint8Array(4_000_001) }), 'too-large'],
    ['more than fits in all', zipOf(stored(3, 3_000_000)), 'too-large'],
    ['a file that unpacks unlikely far', zipOf({ a: new Uint8Array(2_000_000) }), 'unlikely-ratio'],
  ])('with %s is not read', (_what, zip, problem) => {
    expect(problemWith(() => new ZipReader(zip, limits))).toBe(problem)
  })

  it('of which two files lie on each other is not read', () => {
    const zip = zipOf({ a: bytesOf('een'), b: bytesOf('twee') })
    const list = listAt(zip)
    // The second says that it is where the first is.
    new DataView(zip.buffer, zip.byteOffset).setUint32(list + 47 + 42, 0, true)
    expect(problemWith(() => new ZipReader(zip, limits))).toBe('overlapping')
  })

  it('of which a file is listed twice, or locked, is not read', () => {
    const twice = Buffer.from(zipOf({ a: bytesOf('een'), b: bytesOf('twee') }))
    twice[listAt(twice) + 47 + 46] = 'a'.charCodeAt(0)
    expect(problemWith(() => new ZipReader(twice, limits))).toBe('odd-name')
    const locked = Buffer.from(zipOf({ a: bytesOf('een') }))
    locked[listAt(locked) + 8] = 1
    expect(problemWith(() => new ZipReader(locked, limits))).toBe('unknown-kind')
  })

  it('is unpacked no further than it says', () => {
    const words = bytesOf('een '.repeat(1000))
    const zip = Buffer.from(zipOf({ a: words }))
    zip.writeUInt32LE(10, listAt(zip) + 24)
    const reader = new ZipReader(zip, limits)
    expect(problemWith(() => reader.read('a'))).toBe('damaged')
  })

  it('that was changed anywhere gives what was packed, or nothing', () => {
    const words = bytesOf('Elke buurt een gezicht. '.repeat(20))
    const zip = zipOf({ 'a.txt': words })
    const isWhole = (at: number, change: number): boolean => {
      const changed = Buffer.from(zip)
      changed[at] = (changed[at] ?? 0) ^ change
      let read: Uint8Array | undefined
      const problem = problemWith(() => (read = new ZipReader(changed, limits).read('a.txt')))
      return problem !== undefined || read === undefined || Buffer.compare(read, words) === 0
    }
    const changes = fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), isWhole)
    expect(fc.check(changes).failed).toBe(false)
  })
})

function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const writer = new ZipWriter()
  const pieces = Object.entries(files).flatMap(([path, bytes]) => {
    const deflated = deflateRawSync(bytes)
    return writer.add({
      path,
      bytes,
      deflated: deflated.length < bytes.length ? deflated : undefined,
    })
  })
  return Buffer.concat([...pieces, writer.end()])
}

function many(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => [`${place}.txt`, bytesOf('een')]),
  )
}

function stored(count: number, size: number): Record<string, Uint8Array> {
  const bytes = Uint8Array.from({ length: size }, (_, place) => (place * 7919) % 251)
  return Object.fromEntries(Array.from({ length: count }, (_, place) => [`${place}`, bytes]))
}

function listAt(zip: Uint8Array): number {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  return view.getUint32(zip.length - 22 + 16, true)
}

/** Why it is refused; whatever else goes wrong is a fault of ours. */
function problemWith(work: () => unknown): ZipProblem | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof ZipRefusedError) return error.problem
    throw error
  }
}

function bytesOf(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

function sorted(files: Readonly<Record<string, Uint8Array | undefined>>): unknown {
  return Object.entries(files)
    .map(([path, bytes]) => [path, Buffer.from(bytes ?? [])] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}
