import * as Y from 'yjs'
import type { DeleteSet } from './read-deletes.ts'
import type { PieceLimits, Scan, Stretch } from './scan-update.ts'
import type { Struct } from './yjs-internals.ts'

/**
 * What an update holds in smaller ones, so that others can go between them. After the last one a
 * document is as if it had taken the update at once: Yjs does not mind in how many pieces it comes.
 *
 * @param structs - Each after everything that it names.
 */
export function* partsOf(
  structs: readonly Struct[],
  deletes: DeleteSet,
  pieces: PieceLimits,
): Generator<Uint8Array> {
  let part = new Part()
  for (const struct of structs) {
    if (part.size >= pieces.structs || !part.fits(struct)) {
      yield part.bytes()
      part = new Part()
    }
    part.add(struct)
  }
  if (part.size > 0) yield part.bytes()
  for (const [client, ranges] of deletes.clients) {
    for (let from = 0; from < ranges.length; from += pieces.structs) {
      yield deletesOf(client, ranges.slice(from, from + pieces.structs))
    }
  }
}

/** The structs of one stretch as an update of its own, without anything it deletes. */
export function stretchAlone(update: Uint8Array, stretch: Stretch): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  for (const number of [1, stretch.structs, stretch.client, stretch.clock]) encoder.writeLen(number)
  return joined(
    encoder.toUint8Array(),
    update.subarray(stretch.start, stretch.end),
    Uint8Array.of(0),
  )
}

/** What an update deletes, as an update of its own. */
export function deletesAlone(update: Uint8Array, { deletesAt }: Scan): Uint8Array {
  return joined(Uint8Array.of(0), update.subarray(deletesAt))
}

class Part {
  readonly #lines = new Map<number, Struct[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  /** In one update, the structs of one client follow upon each other. */
  fits({ id }: Struct): boolean {
    const last = this.#lines.get(id.client)?.at(-1)
    return last === undefined || last.id.clock + last.length === id.clock
  }

  add(struct: Struct): void {
    const line = this.#lines.get(struct.id.client)
    if (line === undefined) this.#lines.set(struct.id.client, [struct])
    else line.push(struct)
    this.#size++
  }

  bytes(): Uint8Array {
    const encoder = new Y.UpdateEncoderV1()
    // Numbers of any kind are written as lengths are.
    encoder.writeLen(this.#lines.size)
    for (const [client, structs] of this.#lines) {
      encoder.writeLen(structs.length)
      encoder.writeClient(client)
      encoder.writeLen(structs[0]?.id.clock ?? 0)
      for (const struct of structs) struct.write(encoder, 0)
    }
    encoder.writeLen(0)
    return encoder.toUint8Array()
  }
}

function deletesOf(
  client: number,
  ranges: readonly { readonly clock: number; readonly len: number }[],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  for (const number of [0, 1, client, ranges.length]) encoder.writeLen(number)
  for (const { clock, len } of ranges) {
    encoder.writeLen(clock)
    encoder.writeLen(len)
  }
  return encoder.toUint8Array()
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
