import type { AssetAnswer, Problem, Role } from '@stip/api'
import type { BoardId } from '@stip/primitives'
import { nlCanvas } from '../../texts/nl-canvas.ts'

/** What becomes of a picture: where it stands on the server, or why not, in Dutch. */
export type UploadOutcome =
  | { readonly ok: true; readonly asset: AssetAnswer }
  | { readonly ok: false; readonly message: string }

const MAX_BYTES = 10 * 1024 * 1024

const kinds: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** What a person may choose from the device. */
export const acceptedImages = [...kinds].join(',')

/** Sends one picture to the server, which checks it and makes it safe. Never throws. */
export async function uploadImage(
  file: File,
  boardId: BoardId,
  role: Role,
): Promise<UploadOutcome> {
  if (!kinds.has(file.type)) return { ok: false, message: nlCanvas.image.notAnImage }
  if (file.size > MAX_BYTES) return { ok: false, message: nlCanvas.image.tooLarge }
  try {
    const response = await fetch(`/api/boards/${encodeURIComponent(boardId)}/images?as=${role}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': file.type },
    })
    // Our own server checked what it says; the schemas stay out of the browser.
    if (response.ok) return { ok: true, asset: (await response.json()) as AssetAnswer }
    const { message } = (await response.json()) as Partial<Problem>
    return { ok: false, message: message ?? nlCanvas.image.failed }
  } catch {
    // The network, or an answer that is not ours: for the person it is the same, and they can try again.
    return { ok: false, message: nlCanvas.image.failed }
  }
}
