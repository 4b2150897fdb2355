import { paths } from '@stip/report/archive'
import type { HistoryFile } from '@stip/report/archive'
import { VisionContent } from '@stip/report'
import type { DocumentKind, Format } from '@stip/report'
import { textBytes } from './archived-file.ts'
import type { ArchivedFile } from './archived-file.ts'
import type { Archiving, DataFile } from './session-files.ts'

/** What people read of each version. */
const documents: readonly (readonly [DocumentKind, Format, name: string, mediaType: string])[] = [
  ['vision', 'pdf', 'visie', 'application/pdf'],
  ['vision', 'html', 'visie', 'text/html'],
  ['vision', 'json', 'visie', 'application/json'],
  ['participation', 'pdf', 'verslag-participatie', 'application/pdf'],
  ['participation', 'html', 'verslag-participatie', 'text/html'],
]

/** The saved versions of the vision: as they were hashed, their pictures, and documents made of them. */
export async function* versionFiles(
  { services, session, asker, pieces }: Archiving,
  { versions }: HistoryFile,
  data: DataFile,
): AsyncGenerator<ArchivedFile> {
  const drawn = new Set<string>()
  for (const { number, at } of versions) {
    // One version at a time, and of that one file.
    // oxlint-disable-next-line no-await-in-loop
    const version = await services.storage.versions.find(session.id, number)
    if (version === undefined) continue
    yield data(paths.version(number), textBytes(version.content))
    for (const hash of picturesIn(version.content)) {
      if (drawn.has(hash)) continue
      drawn.add(hash)
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await services.storage.versions.picture(session.id, hash)
      if (bytes !== undefined) yield data(paths.picture(hash), bytes, 'image/png')
    }
    const piece = `visie-${number}`
    pieces.set(piece, {
      id: piece,
      name: `Visie, versie ${number}`,
      description: `De visie zoals zij als versie ${number} is bewaard, en hoe mensen meededen. Dit is nog geen besluit.`,
      madeAt: at,
    })
    for (const [kind, format, name, mediaType] of documents) {
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await services.reports.make(asker, session.id, { kind, format, number })
      const path = paths.readable(`${name}-versie-${number}.${format}`)
      if (bytes !== undefined) yield { path, bytes, mediaType, use: 'readable', piece }
    }
  }
}

/** The pictures that a version names. */
export function picturesIn(content: string): readonly string[] {
  const { drawings, boards } = VisionContent.parse(JSON.parse(content))
  return [...drawings, ...boards].flatMap(({ picture }) => picture?.sha256 ?? [])
}
