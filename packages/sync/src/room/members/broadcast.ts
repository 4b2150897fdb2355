import { encodeAwareness, encodeUpdate } from '../../protocol/index.ts'
import type { AwarenessEntry } from '../../protocol/index.ts'

/** What a room tells everybody in one tick, put together once for all who get the same. */
export class Broadcast {
  readonly #update: Uint8Array | undefined
  readonly #presences: Uint8Array | undefined
  readonly #found: (readonly Uint8Array[] | undefined)[] = []

  constructor(update: Uint8Array | undefined, presences: readonly AwarenessEntry[]) {
    this.#update = update && encodeUpdate(update)
    this.#presences = presences.length > 0 ? encodeAwareness(presences) : undefined
  }

  get hasPresences(): boolean {
    return this.#presences !== undefined
  }

  /** The frames for somebody, in one array per kind of reader; undefined when there are none. */
  find(wantsUpdate: boolean, wantsPresences: boolean): readonly Uint8Array[] | undefined {
    const update = wantsUpdate ? this.#update : undefined
    const presences = wantsPresences ? this.#presences : undefined
    if (update === undefined && presences === undefined) return undefined
    const kind = (update === undefined ? 0 : 1) + (presences === undefined ? 0 : 2)
    const found = this.#found[kind]
    if (found !== undefined) return found
    const frames = [update, presences].filter((frame) => frame !== undefined)
    this.#found[kind] = frames
    return frames
  }
}
