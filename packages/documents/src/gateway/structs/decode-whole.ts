import * as Y from 'yjs'
import { UpdateRefusedError } from '../refusal.ts'

/** What an update holds: structs, and what it deletes. */
export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** How many bytes the last reader left; Yjs makes the reader itself and shows it to nobody. */
let remaining: () => number = () => 0

class WatchedDecoder extends Y.UpdateDecoderV1 {
  constructor(bytes: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
    super(bytes)
    remaining = () => bytes.arr.length - bytes.pos
  }
}

/**
 * Reads an update (v1 encoding) to its last byte. Yjs itself stops where it thinks that the update
 * ends, and takes an update in another encoding for an empty one.
 *
 * @throws {UpdateRefusedError} When it cannot be read, or goes on after its end.
 */
export function decodeWhole(update: Uint8Array): Decoded {
  let decoded: Decoded
  try {
    decoded = Y.decodeUpdateV2(update, WatchedDecoder)
  } catch {
    // Untrusted bytes: whatever the reader chokes on, they are to blame.
    throw new UpdateRefusedError(whyUnreadable(update))
  }
  if (remaining() === 0) return decoded
  throw new UpdateRefusedError(looksLikeV2(update) ? 'other-encoding' : 'bytes-left-over')
}

/** What to call bytes that cannot be read. */
export function whyUnreadable(update: Uint8Array): 'malformed' | 'other-encoding' {
  return looksLikeV2(update) ? 'other-encoding' : 'malformed'
}

/** V2 begins with a zero, where v1 says how many clients wrote something. */
function looksLikeV2(update: Uint8Array): boolean {
  return update[0] === 0
}
