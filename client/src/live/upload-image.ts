import type { AssetAnswer, Problem, Role } from '@stip/api'
import { nl } from '../texts/nl.ts'

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

/**
 * Sends one picture to the server, which checks it and makes it safe. Never throws. By
 * XMLHttpRequest, because fetch does not tell how far an upload is.
 */
export function uploadImage(picture: Blob, options: UploadOptions): Promise<UploadOutcome> {
  const { boardId, role, onProgress, signal } = options
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const failed = (): void => resolve({ ok: false, message: nl.problems.noConnection })
    request.open('POST', `/api/boards/${encodeURIComponent(boardId)}/images?as=${role}`)
    if (picture.type !== '') request.setRequestHeader('content-type', picture.type)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress?.(total === 0 ? 0 : loaded / total),
    )
    request.addEventListener('load', () => resolve(outcomeOf(request)))
    request.addEventListener('error', failed)
    request.addEventListener('abort', failed)
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    if (signal?.aborted === true) failed()
    else request.send(picture)
  })
}

function outcomeOf({ status, responseText }: XMLHttpRequest): UploadOutcome {
  try {
    // Our own server checked what it says; the schemas stay out of the browser.
    const answer: unknown = JSON.parse(responseText)
    if (status === 200) return { ok: true, asset: answer as AssetAnswer }
    const { message } = answer as Partial<Problem>
    return { ok: false, message: message ?? nl.problems.unknown }
  } catch {
    // An answer that is not ours: for the person it is the same, and they can try again.
    return { ok: false, message: nl.problems.unknown }
  }
}
