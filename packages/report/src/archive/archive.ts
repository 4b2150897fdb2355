import { z } from 'zod'
import { sha256 } from '../canonical/hash.ts'
import { isShallow } from './depth.ts'
import { ARCHIVE_FORM, Manifest } from './form.ts'
import type { ListedFile } from './form.ts'
import { paths } from './paths.ts'
import { ZipReader, ZipRefusedError } from './zip/zip-reader.ts'
import type { ZipLimits } from './zip/zip-reader.ts'

/** Why a file is not taken for an archive: it is none, a newer Stip made it, or it is not as it was made. */
export type ArchiveProblem =
  | 'no-archive'
  | 'newer-archive'
  | 'archive-damaged'
  | 'archive-too-large'

/** What somebody sent as an archive is not read, with why. */
export class ArchiveRefusedError extends Error {
  override readonly name = 'ArchiveRefusedError'
  readonly problem: ArchiveProblem

  constructor(problem: ArchiveProblem, options?: ErrorOptions) {
    super(`This archive is not read: ${problem}.`, options)
    this.problem = problem
  }
}

/** An archive that somebody sent. What is read of it is, byte for byte, what its manifest says. */
export class Archive {
  readonly manifest: Manifest
  readonly #zip: ZipReader
  readonly #listed: ReadonlyMap<string, ListedFile>

  /** @throws {ArchiveRefusedError} */
  constructor(bytes: Uint8Array, limits: ZipLimits) {
    this.#zip = refusing(() => new ZipReader(bytes, limits))
    const manifest = refusing(() => this.#zip.read(paths.manifest))
    if (manifest === undefined) throw new ArchiveRefusedError('no-archive')
    this.manifest = manifestOf(manifest)
    this.#listed = new Map(this.manifest.files.map((file) => [file.path, file]))
  }

  /**
   * A file; undefined when the manifest has none of that name.
   *
   * @throws {ArchiveRefusedError} When it is not there, or not what the manifest says.
   */
  read(path: string): Uint8Array | undefined {
    const listed = this.#listed.get(path)
    if (listed === undefined) return undefined
    const bytes = refusing(() => this.#zip.read(path))
    if (bytes === undefined || bytes.length !== listed.bytes || sha256(bytes) !== listed.sha256) {
      throw new ArchiveRefusedError('archive-damaged')
    }
    return bytes
  }

  /**
   * A file that has to be there.
   *
   * @throws {ArchiveRefusedError}
   */
  need(path: string): Uint8Array {
    const bytes = this.read(path)
    if (bytes === undefined) throw new ArchiveRefusedError('archive-damaged')
    return bytes
  }

  /**
   * A file of JSON that has to be there, as words.
   *
   * @throws {ArchiveRefusedError}
   */
  words(path: string): string {
    return wordsOf(this.need(path))
  }

  /**
   * What stands in a file of JSON that has to be there.
   *
   * @throws {ArchiveRefusedError}
   */
  json<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
    const read = schema.safeParse(jsonOf(this.need(path)))
    if (!read.success) throw new ArchiveRefusedError('archive-damaged', { cause: read.error })
    return read.data
  }
}

function manifestOf(bytes: Uint8Array): Manifest {
  const json = jsonOf(bytes)
  const read = Manifest.safeParse(json)
  if (read.success) return read.data
  const named = z.looseObject({ form: z.string() }).safeParse(json)
  const form = named.success ? named.data.form : ''
  const isNewer = form.startsWith('stip-archive/') && form !== ARCHIVE_FORM
  throw new ArchiveRefusedError(isNewer ? 'newer-archive' : 'no-archive', { cause: read.error })
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(wordsOf(bytes))
  } catch (cause) {
    throw new ArchiveRefusedError('archive-damaged', { cause })
  }
}

function wordsOf(json: Uint8Array): string {
  if (!isShallow(json)) throw new ArchiveRefusedError('archive-damaged')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(json)
  } catch (cause) {
    throw new ArchiveRefusedError('archive-damaged', { cause })
  }
}

const tooLarge: ReadonlySet<string> = new Set(['too-many-files', 'too-large', 'unlikely-ratio'])

function refusing<Outcome>(read: () => Outcome): Outcome {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof ZipRefusedError)) throw cause
    if (cause.problem === 'damaged') throw new ArchiveRefusedError('archive-damaged', { cause })
    throw new ArchiveRefusedError(
      tooLarge.has(cause.problem) ? 'archive-too-large' : 'no-archive',
      { cause },
    )
  }
}
