import { isBarePicture } from './bare-picture.ts'
import type { KindOfPicture } from './bare-picture.ts'
import { loadSharp } from './load-sharp.ts'
import { LONGEST_SIDE } from './re-encode.ts'

/**
 * Whether a picture from elsewhere could be one that Stip made: it says nothing beside what is drawn, is no larger
 * than Stip keeps, and can be drawn to its last line. Its name says what is in it, so it cannot be drawn anew here.
 * Dear: one at a time.
 */
export async function isAsKept(bytes: Uint8Array, kind: KindOfPicture): Promise<boolean> {
  if (!isBarePicture(bytes, kind)) return false
  const sharp = await loadSharp()
  // Everything that goes wrong in here means that it is none.
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (format !== kind || Math.max(width, height) > LONGEST_SIDE) return false
    await sharp(bytes, { failOn: 'warning' }).resize(8, 8, { fit: 'fill' }).raw().toBuffer()
    return true
  } catch {
    return false
  }
}
