/** What a reader takes at a time, in bytes. */
const PIECE = 1024 * 1024

/**
 * Hands bytes over in pieces, as fast as they are taken. Who takes none for too long is given up: others wait for the
 * turn that they have.
 *
 * @param patienceMs - How long one piece may lie there.
 */
export async function* atPaceOfReader(
  bytes: AsyncIterable<Uint8Array>,
  patienceMs: number,
  giveUp: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const some of bytes) {
    for (let at = 0; at < some.length; at += PIECE) {
      const late = setTimeout(giveUp, patienceMs).unref()
      try {
        yield some.subarray(at, at + PIECE)
      } finally {
        clearTimeout(late)
      }
    }
  }
}
