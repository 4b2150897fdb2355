import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'

/** Deletions as an update that holds nothing else. */
export function deletionsAlone({ clients }: Y.Transaction['deleteSet']): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, clients.size)
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, len)
      }
    }
  })
}
