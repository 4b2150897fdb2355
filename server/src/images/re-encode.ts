import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { loadSharp } from './load-sharp.ts'

const MAXIMUM_INPUT_PIXELS = 50_000_000
/** Of any picture that is kept, in pixels. */
export const LONGEST_SIDE = 4096

/** An image as Stip keeps it. */
export interface KeptImage {
  readonly bytes: Buffer
  readonly mimeType: 'image/webp' | 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

/** A picture as Stip keeps it, or why it takes none of it. */
export type EncodeOutcome = Result<KeptImage, 'not-an-image' | 'image-too-many-pixels'>

/** Bitmap formats that phones and computers make. Not SVG: that can carry scripts and addresses. */
const readable = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff'])

/**
 * Draws an image anew: upright, without where and when it was taken, and no larger than a board
 * needs. What comes out was made here, so nothing hidden in the file comes through. Dear: one at a
 * time.
 */
export async function reEncode(bytes: Uint8Array): Promise<EncodeOutcome> {
  const sharp = await loadSharp()
  // The bytes are untrusted: everything that goes wrong in here means "not an image".
  try {
    // Only the first bytes are read for this, however large the picture says it is.
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (!readable.has(format)) return refuse('not-an-image')
    if (width * height > MAXIMUM_INPUT_PIXELS) return refuse('image-too-many-pixels')
    const image = sharp(bytes, { limitInputPixels: MAXIMUM_INPUT_PIXELS, failOn: 'error' })
    const upright = image.rotate().resize({
      width: LONGEST_SIDE,
      height: LONGEST_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    })
    // Photos lose nothing that anyone sees; drawings and screenshots must stay sharp.
    const isPhoto = format === 'jpeg' || format === 'heif'
    const { data, info } = await upright
      .webp(isPhoto ? { quality: 85 } : { quality: 92, nearLossless: true })
      .toBuffer({ resolveWithObject: true })
    return ok({ bytes: data, mimeType: 'image/webp', width: info.width, height: info.height })
  } catch {
    return refuse('not-an-image')
  }
}
