import { createHmac } from 'node:crypto'
import type { PersonId } from '@stip/primitives'

/** So many bytes tell all that was said in a session apart. */
const SAID_BYTES = 12

/** Under what a ballot is kept: without the secret of the question it leads to nobody, and nobody to it. */
export function voterName(secret: Uint8Array, personId: PersonId): Uint8Array {
  return createHmac('sha256', secret).update(`voter ${personId}`).digest()
}

/**
 * The name of something that somebody wrote: the same for as long as it says the same, and otherwise by
 * chance. Whoever changes it has written something else, to which nobody said "Ik ook" yet.
 */
export function saidName(secret: Uint8Array, ...about: readonly string[]): string {
  const hash = createHmac('sha256', secret)
    .update(JSON.stringify(['said', ...about]))
    .digest()
  return hash.subarray(0, SAID_BYTES).toString('base64url')
}
