import type { VisionContent } from '../content/content.ts'
import { sealed } from '../canonical/hash.ts'

/** The content as it was sealed: the SHA-256 of this very file is the hash of the version. */
export function writeJson(content: VisionContent): Uint8Array {
  return Buffer.from(sealed(content).text)
}
