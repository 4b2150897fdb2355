import * as Y from 'yjs'
import { deletionsAlone } from '../room/storing/deletions.ts'

/**
 * What an update holds, struct by struct, each after everything that it stands on; then what it
 * deletes. As it is when it stands on more than is known.
 */
export function inParts(
  update: Uint8Array,
  known: ReadonlyMap<number, number> = new Map(),
): readonly Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const clocks = new Map(known)
  const parts: Uint8Array[] = []
  let left = structs.filter((struct) => !(struct instanceof Y.Skip))
  for (let before = Infinity; left.length < before;) {
    before = left.length
    const waiting: typeof left = []
    for (const struct of left) {
      if (namesOf(struct).every(({ client, clock }) => clock < (clocks.get(client) ?? 0))) {
        const { client, clock } = struct.id
        clocks.set(client, Math.max(clocks.get(client) ?? 0, clock + struct.length))
        parts.push(alone(struct))
      } else waiting.push(struct)
    }
    left = waiting
  }
  return left.length > 0 ? [update] : [...parts, deletionsAlone(ds)]
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** What has to be there before a struct is. */
function namesOf(struct: Struct): readonly { client: number; clock: number }[] {
  const { client, clock } = struct.id
  const own = clock === 0 ? [] : [{ client, clock: clock - 1 }]
  if (!(struct instanceof Y.Item)) return own
  const { origin, rightOrigin, parent } = struct
  return [...own, ...[origin, rightOrigin, parent].filter((id) => id instanceof Y.ID)]
}

function alone(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  for (const number of [1, 1, struct.id.client, struct.id.clock]) encoder.writeLen(number)
  struct.write(encoder, 0)
  encoder.writeLen(0)
  return encoder.toUint8Array()
}
