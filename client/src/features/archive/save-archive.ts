import type { Problem } from '@stip/api'
import { limitedFetch } from '../../live/requests/limited-fetch.ts'
import { saveBlob } from '../../live/save-blob.ts'
import { nlArchive as nl } from './nl-archive.ts'

/** An evening with hundreds of photos takes a while, on a poor line most of all. Milliseconds. */
const LIMIT_MS = 600_000

/** How it ended: the file is saved, or why not, in Dutch. */
export type SaveEnd = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** Fetches the archive of a session and has the browser save it, under the name that the server gives it. */
export async function saveArchive(sessionId: string): Promise<SaveEnd> {
  const address = `/api/sessions/${encodeURIComponent(sessionId)}/archive.zip?as=facilitator`
  const asked = { limitMs: LIMIT_MS, credentials: 'same-origin', cache: 'no-store' } as const
  try {
    return await limitedFetch(address, asked, async (response): Promise<SaveEnd> => {
      if (!response.ok) return { ok: false, message: await messageIn(response) }
      const disposition = response.headers.get('content-disposition') ?? ''
      const name = /filename="([^"]+)"/.exec(disposition)?.[1]
      saveBlob(await response.blob(), name ?? 'archief.zip')
      return { ok: true }
    })
  } catch {
    // A network that fails, an answer that does not come and one that breaks off are the same for who waits.
    return { ok: false, message: nl.unreachable }
  }
}

async function messageIn(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined
  return problem?.message ?? nl.notMade
}
