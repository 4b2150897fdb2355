import { changeFields, createRecord, textFragment, writeRichText } from '@stip/documents'
import type { WorkLimits } from '@stip/documents'
import { aDelete, forged } from '@stip/documents/forgeries'
import { below } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import { VICTIM } from '../hostile-parts.ts'
import { hostileUpdates } from '../hostile-updates.ts'
import type { HostileUpdate } from '../hostile-updates.ts'

/** Numbers that Yjs reads with a meaning of its own, and ends of ranges. */
const telling = [0, 1, 2, 127, 128, 255, 119, 120, 121, 122, 123, 124, 125, 126, 116, 117, 118]

/** Honest originals at a time; the hostile ones are about half as many. */
const HONEST = 80

/** Honest updates of a board and hostile ones, and what becomes of them when bytes change. */
export class Mutations {
  readonly #random: Random
  readonly #hostileUpdates: readonly HostileUpdate[]
  #originals: readonly Uint8Array[] = []
  #names = 0

  /** @param work - The limits of the board that they are for. */
  constructor(random: Random, work?: WorkLimits) {
    this.#hostileUpdates = hostileUpdates(work)
    this.#random = random
  }

  /** Makes new originals, from the board as it is now. */
  lookAt(board: Y.Doc): void {
    const honest = Array.from({ length: HONEST }, () => this.#honest(board))
    const hostile = this.#hostileUpdates.flatMap((attack) => this.#hostile(attack, board))
    this.#originals = [...honest, ...hostile]
  }

  /** One update; one in eight is an original. */
  next(): Uint8Array {
    let update = this.#original()
    if (below(this.#random, 8) === 0) return update
    for (let times = 1 + below(this.#random, 3); times > 0; times--) update = this.#mutated(update)
    return update
  }

  #original(): Uint8Array {
    return this.#originals[below(this.#random, this.#originals.length)] ?? Uint8Array.of(0, 0)
  }

  #clientId(): number {
    return 1 + below(this.#random, 2 ** 31 - 2)
  }

  #hostile({ bytes }: HostileUpdate, board: Y.Doc): readonly Uint8Array[] {
    try {
      return [bytes(board, this.#clientId())]
    } catch {
      // An accepted mutation took away what this attack aims at, as anybody might have done.
      return []
    }
  }

  #honest(board: Y.Doc): Uint8Array {
    const id = this.#record(board)
    const [x, y] = [below(this.#random, 4000), below(this.#random, 4000)]
    const text = textFragment(board, id)
    return forged(board, this.#clientId(), (doc) => {
      switch (below(this.#random, 5)) {
        case 0:
          createRecord(doc, { ...aNote(`m${this.#names++}`, `Idee ${x}`), x, y })
          break
        case 1:
          if (text === undefined) return
          writeRichText(textFragment(doc, id) as Y.XmlFragment, aText(`Meer ${x} groen`))
          break
        case 2:
          changeFields(doc, id, { gone: x % 2 === 0 && id !== VICTIM })
          break
        default:
          changeFields(doc, id, { xy: [x, y] })
      }
    })
  }

  #record(board: Y.Doc): string {
    const notes = [...board.getMap('records').keys()].filter((id) =>
      /^shape:(?:m\d|victim)/.test(id),
    )
    return notes[below(this.#random, notes.length)] ?? VICTIM
  }

  #mutated(update: Uint8Array): Uint8Array {
    const random = this.#random
    const at = below(random, Math.max(1, update.length))
    const length = 1 + below(random, 8)
    switch (below(random, 9)) {
      case 0: {
        const changed = update.slice()
        changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8))
        return changed
      }
      case 1: {
        const changed = update.slice()
        changed[at] = telling[below(random, telling.length)] ?? 0
        return changed
      }
      case 2:
        return joined(update.subarray(0, at), update.subarray(at + length))
      case 3:
        return joined(update.subarray(0, at + length), update.subarray(at))
      case 4:
        return joined(update.subarray(0, at), this.#garbage(length), update.subarray(at))
      case 5:
        return joined(
          update.subarray(0, at),
          // A number of two bytes: nearly always more than what follows.
          Uint8Array.of(128 + below(random, 128), 1 + below(random, 16)),
          update.subarray(at + 1),
        )
      case 6: {
        const other = this.#original()
        return joined(update.subarray(0, at), other.subarray(below(random, other.length)))
      }
      case 7:
        return update.subarray(0, at)
      default:
        return below(random, 4) === 0
          ? aDelete(this.#clientId(), below(random, 100), 1 + below(random, 20))
          : this.#garbage(2 + below(random, 60))
    }
  }

  #garbage(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => below(this.#random, 256))
  }
}

function aText(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
