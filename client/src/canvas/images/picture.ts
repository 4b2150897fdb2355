import { drawCovers } from './covers.ts'
import type { Cover } from './covers.ts'

/** What the server takes at most; larger is told before anything is sent. */
const MAX_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 50_000_000
/** What the server keeps of a side; more need not cross the line. Pixels. */
const LONGEST_SIDE = 4096

const takenAsIs: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
])
const drawings: ReadonlySet<string> = new Set(['image/svg+xml', 'application/pdf'])

/** Why a photo cannot go on a board. */
export type PictureRefusal =
  | 'not-an-image'
  | 'drawing'
  | 'board-file'
  | 'too-large'
  | 'too-many-pixels'

/** A photo that this browser can show. */
export type OpenedPicture =
  | { readonly ok: true; readonly bitmap: ImageBitmap }
  | { readonly ok: false; readonly refusal: PictureRefusal }

/** Opens a file as a photo, upright. */
export async function openPicture(file: File): Promise<OpenedPicture> {
  if (drawings.has(file.type)) return { ok: false, refusal: 'drawing' }
  if (/\.(?:tldr|excalidraw|csv|tsv|json|txt)$/i.test(file.name)) {
    return { ok: false, refusal: 'board-file' }
  }
  if (file.size > MAX_BYTES) return { ok: false, refusal: 'too-large' }
  try {
    const bitmap = await createImageBitmap(file)
    if (bitmap.width * bitmap.height <= MAX_PIXELS) return { ok: true, bitmap }
    bitmap.close()
    return { ok: false, refusal: 'too-many-pixels' }
  } catch {
    // Not a photo, broken, or of a kind that this browser cannot show.
    return { ok: false, refusal: 'not-an-image' }
  }
}

/**
 * What is sent to the server. With covers the photo is drawn anew, so that what lies under them
 * never leaves the device; without, the server draws it anew itself.
 */
export async function pictureToSend(
  file: File,
  bitmap: ImageBitmap,
  covers: readonly Cover[],
): Promise<Blob> {
  if (covers.length === 0 && takenAsIs.has(file.type)) return file
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * shrink))
  canvas.height = Math.max(1, Math.round(bitmap.height * shrink))
  paint(canvas, bitmap, covers)
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg'
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The canvas is too large.')) : resolve(blob)),
      type,
      0.9,
    )
  })
}

/** Draws a photo with its covers, as large as the canvas is. */
export function paint(
  canvas: HTMLCanvasElement,
  bitmap: ImageBitmap,
  covers: readonly Cover[],
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  drawCovers(context, covers)
}
