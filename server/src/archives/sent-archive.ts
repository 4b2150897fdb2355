import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RequestRefusedError } from '../errors.ts'

/** An archive that somebody sent, in a file of its own until it was read. */
export class SentArchive {
  readonly path: string
  readonly #sha256: string

  constructor(path: string, sha256: string) {
    this.path = path
    this.#sha256 = sha256
  }

  /** What tells two requests apart: what is in it, wherever it lies. */
  toJSON(): string {
    return this.#sha256
  }

  /** Nothing of it is left on the disk. */
  async remove(): Promise<void> {
    await rm(join(this.path, '..'), { recursive: true, force: true })
  }
}

/**
 * Takes in an archive as it comes: it goes to the disk piece by piece, to a folder that only this server reads.
 *
 * @throws {RequestRefusedError} 'archive-too-large'.
 */
export async function receive(sent: Readable, mostBytes: number): Promise<SentArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'stip-archive-'))
  const path = join(folder, `${randomBytes(8).toString('hex')}.zip`)
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      bytes += piece.length
      if (bytes > mostBytes) throw new RequestRefusedError('archive-too-large')
      hash.update(piece)
      yield piece
    }
  }
  try {
    await pipeline(sent, counted, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return new SentArchive(path, hash.digest('hex'))
}
