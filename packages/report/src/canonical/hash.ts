import { createHash } from 'node:crypto'
import type { VisionContent } from '../content/content.ts'
import { canonical } from './canonical.ts'

/** A version as it is kept: its canonical text, and the SHA-256 of that text in UTF-8. */
export interface Sealed {
  readonly text: string
  readonly hash: string
}

/** Writes a content down in its canonical form, and seals it with its hash. */
export function sealed(content: VisionContent): Sealed {
  const text = canonical(content)
  return { text, hash: sha256(text) }
}

/** The SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function sha256(given: string | Uint8Array): string {
  return createHash('sha256').update(given).digest('hex')
}
