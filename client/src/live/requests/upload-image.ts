import type { AssetAnswer, Problem, Role } from '@stip/api'
import { nl } from '../../texts/nl.ts'
import { again } from './again.ts'
import { newKey } from './keys.ts'

/** What becomes of a picture: where it stands on the server, or why not, in Dutch. */
export type UploadOutcome =
  | { readonly ok: true; readonly asset: AssetAnswer }
  | { readonly ok: false; readonly message: string }

interface UploadOptions {
  readonly boardId: string
  readonly role: Role
  /** From 0 up to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** How long nothing of a picture may get across, in milliseconds. */
const STANDS_STILL_MS = 20_000
/** How long the server may take to draw it anew, in turn with others, in milliseconds. */
const ANSWER_MS = 60_000

/** What came of one try; 'lost' when nobody can tell. */
type Try = UploadOutcome | 'lost' | 'stopped'

/**
 * Sends one picture to the server, which checks it and makes it safe. Never throws. Tries again
 * when the line broke or stands still; the server stores it once.
 */
export async function uploadImage(picture: Blob, options: UploadOptions): Promise<UploadOutcome> {
  const key = newKey()
  const outcome = await again(
    () => sendOnce(picture, key, options),
    (tried) => tried === 'lost' && options.signal?.aborted !== true,
  )
  return typeof outcome === 'string' ? { ok: false, message: nl.problems.noConnection } : outcome
}

/** By XMLHttpRequest, because fetch does not tell how far an upload is. */
function sendOnce(picture: Blob, key: string, options: UploadOptions): Promise<Try> {
  const { boardId, role, onProgress, signal } = options
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let limit: ReturnType<typeof setTimeout> | undefined
    const giveUp = (): void => request.abort()
    const wait = (ms: number): void => {
      clearTimeout(limit)
      limit = setTimeout(giveUp, ms)
    }
    const end = (outcome: Try): void => {
      clearTimeout(limit)
      signal?.removeEventListener('abort', giveUp)
      resolve(outcome)
    }
    request.open('POST', `/api/boards/${encodeURIComponent(boardId)}/images?as=${role}`)
    if (picture.type !== '') request.setRequestHeader('content-type', picture.type)
    request.setRequestHeader('idempotency-key', key)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      wait(STANDS_STILL_MS)
      onProgress?.(total === 0 ? 0 : loaded / total)
    })
    request.upload.addEventListener('load', () => wait(ANSWER_MS))
    request.addEventListener('load', () => end(outcomeOf(request)))
    request.addEventListener('error', () => end('lost'))
    request.addEventListener('abort', () => end(signal?.aborted === true ? 'stopped' : 'lost'))
    signal?.addEventListener('abort', giveUp)
    wait(STANDS_STILL_MS)
    if (signal?.aborted === true) end('stopped')
    else request.send(picture)
  })
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Try {
  try {
    // Our own server checked what it says; the schemas stay out of the browser.
    const answer: unknown = JSON.parse(responseText)
    if (status === 200) return { ok: true, asset: answer as AssetAnswer }
    const { message } = answer as Partial<Problem>
    return { ok: false, message: message ?? nl.problems.unknown }
  } catch {
    // A proxy without its server, or an answer that was cut off: it may have been stored.
    return status >= 502 || status === 200 ? 'lost' : { ok: false, message: nl.problems.unknown }
  }
}
