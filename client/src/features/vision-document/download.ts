import type { Role } from '@stip/api'
import { limitMs } from '../../live/requests/ask.ts'
import { limitedFetch } from '../../live/requests/limited-fetch.ts'
import { saveBlob } from '../../live/save-blob.ts'

/** What can be taken home: the vision in every format, the report of how people took part as a text. */
export const files = {
  document: ['pdf', 'docx', 'html', 'md', 'csv', 'json'],
  participation: ['pdf', 'docx', 'html', 'md'],
} as const

export type FileKind = keyof typeof files
export type FileFormat = (typeof files)['document'][number]

/** Which file of which version. */
export interface WantedFile {
  readonly sessionId: string
  readonly version: string
  readonly as: Exclude<Role, 'wall'>
  readonly kind: FileKind
  readonly format: FileFormat
}

/** How it ended: the file is saved, the server was not reached, or it could not make it. */
export type DownloadEnd = 'made' | 'unreachable' | 'not-made'

/** Fetches a file of a version and has the browser save it, under the name that the server gives it. */
export async function download(wanted: WantedFile): Promise<DownloadEnd> {
  const { sessionId, version, as, kind, format } = wanted
  const place = `/api/sessions/${encodeURIComponent(sessionId)}/vision/${encodeURIComponent(version)}`
  try {
    return await limitedFetch(
      `${place}/${kind}.${format}?as=${as}`,
      { limitMs: limitMs.long, credentials: 'same-origin', cache: 'no-store' },
      async (response) => {
        if (!response.ok) return 'not-made'
        const name = nameIn(response.headers.get('content-disposition'))
        saveBlob(await response.blob(), name ?? `visie-versie-${version}.${format}`)
        return 'made'
      },
    )
  } catch {
    // A network that fails and an answer that does not come are the same for who waits.
    return 'unreachable'
  }
}

function nameIn(disposition: string | null): string | undefined {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1]
}
