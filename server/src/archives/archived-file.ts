import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { ARCHIVE_FORM, leftOut, mdtoOf, paths, readme, ZipWriter } from '@stip/report/archive'
import type { ArchivedPiece, ListedFile, Manifest } from '@stip/report/archive'
import { sha256 } from '@stip/report/hash'
import type { Session } from '@stip/workshop'

const deflated = promisify(deflateRaw)

/** A file of an archive, with the piece of the dossier that it is of. */
export interface ArchivedFile extends Pick<ListedFile, 'path' | 'mediaType' | 'use'> {
  readonly bytes: Uint8Array
  /** The id of its piece. */
  readonly piece: string
}

/** A piece without its files: those come one by one. */
export type PieceName = Omit<ArchivedPiece, 'files'>

interface Packing {
  readonly session: Session
  readonly pieces: ReadonlyMap<string, PieceName>
  readonly creator: string | undefined
  /** Milliseconds since 1970. */
  readonly madeAt: number
  /** Whether nothing happened since; asked when all else is written. */
  readonly isAsItWas: () => Promise<boolean>
}

/**
 * A ZIP of files, written as it is read: no more than one of them is in memory. What is told of them (manifest and
 * MDTO) comes last.
 *
 * `pieces` is filled while files come.
 *
 * @throws {Error} When something happened meanwhile.
 */
export async function* packed(
  files: AsyncIterable<ArchivedFile>,
  { session, pieces, creator, madeAt, isAsItWas }: Packing,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter()
  const listed: ListedFile[] = []
  const pathsOf = new Map<string, string[]>()
  const note = (file: Omit<ArchivedFile, 'piece'>): void => {
    const { path, mediaType, use, bytes } = file
    listed.push({ path, bytes: bytes.length, sha256: sha256(bytes), mediaType, use })
  }
  for await (const file of files) {
    note(file)
    pathsOf.set(file.piece, [...(pathsOf.get(file.piece) ?? []), file.path])
    yield* await added(zip, file)
  }
  const { title, createdAt, endedAt = madeAt } = session.course
  const words = { path: paths.readme, bytes: textBytes(readme(title)), mediaType: 'text/plain' }
  note({ ...words, use: 'readable' })
  yield* await added(zip, words)
  const described = mdtoOf({
    session: { id: session.id, title, createdAt, endedAt },
    creator,
    madeAt,
    pieces: [...pieces.values()].map((piece) => ({ ...piece, files: pathsOf.get(piece.id) ?? [] })),
    files: listed,
  })
  for (const file of described) {
    note({ ...file, mediaType: 'application/xml', use: 'metadata' })
    // oxlint-disable-next-line no-await-in-loop
    yield* await added(zip, file)
  }
  // Somebody opened the session again, or took something away: half of this is of before.
  if (!(await isAsItWas())) throw new Error('The session went on while its archive was made.')
  const manifest: Manifest = {
    form: ARCHIVE_FORM,
    madeAt: new Date(madeAt).toISOString(),
    session: { id: session.id, title },
    files: listed,
    leftOut: [...leftOut],
  }
  yield* await added(zip, { path: paths.manifest, bytes: jsonBytes(manifest) })
  yield zip.end()
}

/** JSON as people can read it. */
export function jsonBytes(value: unknown): Uint8Array {
  return textBytes(`${JSON.stringify(value, undefined, 1)}\n`)
}

export function textBytes(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

/** Deflated in a thread of Node. */
async function added(
  zip: ZipWriter,
  { path, bytes }: Pick<ArchivedFile, 'path' | 'bytes'>,
): Promise<readonly Uint8Array[]> {
  const smaller = await deflated(bytes)
  return zip.add({ path, bytes, deflated: smaller.length < bytes.length ? smaller : undefined })
}
