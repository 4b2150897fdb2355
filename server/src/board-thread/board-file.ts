import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { liveRecords, readBoard as recordsOf, toBoardJson, toTldrawFile } from '@stip/documents'
import { notesAsCsv } from '@stip/documents/files'
import type { SessionId } from '@stip/primitives'
import type * as Y from 'yjs'

/** What a board can be taken home as. */
export type ExportFormat = 'tldr' | 'csv' | 'json'

interface Wanted {
  readonly format: ExportFormat
  readonly sessionId: SessionId
}

const STORED_IMAGE = /^[\da-f]{64}\.(webp|png|jpg)$/
const mimeTypes: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
}

/**
 * A board as a file, images included where the format has them.
 *
 * @param folder - The data folder.
 */
export function boardFile(
  doc: Y.Doc,
  { format, sessionId, folder }: Wanted & { readonly folder: string },
): string {
  switch (format) {
    case 'tldr':
      return JSON.stringify(toTldrawFile(doc, imagesOf(doc, sessionId, folder)))
    case 'json':
      return JSON.stringify(toBoardJson(doc))
    case 'csv':
      return notesAsCsv(liveRecords(doc))
    default:
      return format satisfies never
  }
}

/** The images of a board as data addresses, by the address they have here, so that a file stands alone. */
function imagesOf(doc: Y.Doc, sessionId: SessionId, folder: string): ReadonlyMap<string, string> {
  const data = new Map<string, string>()
  for (const { record } of recordsOf(doc)) {
    const src = record.typeName === 'asset' ? record.props['src'] : undefined
    if (typeof src !== 'string' || data.has(src)) continue
    const [, , place, session, name = ''] = src.split('/')
    const ending = STORED_IMAGE.exec(name)?.[1]
    if (place !== 'assets' || session !== sessionId || ending === undefined) continue
    const bytes = imageAt(join(folder, 'assets', sessionId, name))
    if (bytes !== undefined) {
      data.set(src, `data:${mimeTypes[ending] ?? ''};base64,${bytes.toString('base64')}`)
    }
  }
  return data
}

function imageAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    // A picture that is not there keeps its place in the file.
    return undefined
  }
}
