import { once } from 'node:events'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { atPaceOfReader } from './reader-pace.ts'

const MB = 1024 * 1024

it('[AR2] what is read comes whole, in pieces', async () => {
  const bytes = Uint8Array.from({ length: 2 * MB + 7 }, (_, place) => place % 251)
  const pieces: Uint8Array[] = []
  const source = async function* () {
    yield bytes.subarray(0, 5)
    yield bytes.subarray(5)
  }
  for await (const piece of atPaceOfReader(source(), 60_000, () => expect.unreachable())) {
    expect(piece.length).toBeLessThanOrEqual(MB)
    pieces.push(piece)
  }
  expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0)
})

it('[AR2] who takes nothing of it is given up, and what was begun for them ends', async () => {
  const ended = Promise.withResolvers<string>()
  const source = async function* () {
    try {
      for (;;) yield new Uint8Array(4 * MB)
    } finally {
      ended.resolve('ended')
    }
  }
  const archive: Readable = Readable.from(
    atPaceOfReader(source(), 50, () => archive.destroy()),
    { objectMode: false },
  )
  // One piece is taken, and then no more.
  archive.read(0)
  await once(archive, 'readable')
  expect(archive.read(10)).toHaveLength(10)
  expect(await ended.promise).toBe('ended')
  expect(archive.destroyed).toBe(true)
})
