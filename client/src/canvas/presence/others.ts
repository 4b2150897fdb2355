import { atom } from 'tldraw'
import type { Atom } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { browserFrames } from '../binding/frames.ts'
import type { Frames } from '../binding/frames.ts'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { nameOf, safeColor } from './person.ts'
import { readSaid } from './said.ts'
import type { Said } from './said.ts'

/** Somebody else on the board, as far as anybody may know. */
export interface Somebody {
  readonly id: string
  readonly name: string
  readonly color: string
}

/** Somebody with what they last told. */
export interface Telling extends Somebody, Said {
  /** When they last told something, in milliseconds of `performance.now()`. */
  readonly at: number
}

/** What somebody has chosen, in their colour. */
export interface Choice {
  readonly id: string
  readonly color: string
  readonly shapes: readonly string[]
}

/**
 * Who else is on the board, and what they tell of themselves as far as the server passes it on.
 * Kept outside tldraw's store: forty people who point are a thousand changes a second, of which
 * only the place of an arrow on the screen follows.
 */
export class Others {
  /** Changes only when somebody comes, goes, or is called otherwise. */
  readonly people: Atom<readonly Somebody[]> = atom('others', [])
  /** Changes only when somebody chooses something else. */
  readonly choices: Atom<readonly Choice[]> = atom('choices of others', [])
  readonly #awareness: Awareness
  readonly #tellings = new Map<number, Telling>()
  readonly #listeners = new Set<() => void>()
  readonly #changed: Set<number>
  readonly #frames: Frames

  constructor(awareness: Awareness, frames: (work: () => void) => Frames = browserFrames) {
    this.#awareness = awareness
    this.#changed = new Set(awareness.getStates().keys())
    // Forty people who move are forty messages, and one change on screen.
    this.#frames = frames(() => this.#read())
  }

  /** Listens to the others until the returned function is called. */
  start(): () => void {
    const note = ({ added, updated, removed }: AwarenessChange): void => {
      for (const client of [...added, ...updated, ...removed]) this.#changed.add(client)
      this.#frames.request()
    }
    this.#read()
    this.#awareness.on('change', note)
    return () => {
      this.#frames.stop()
      this.#awareness.off('change', note)
    }
  }

  /** Everybody with what they last told. */
  get all(): Iterable<Telling> {
    return this.#tellings.values()
  }

  /** Calls back once per frame in which somebody told something, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #read(): void {
    const now = performance.now()
    for (const client of this.#changed) {
      const telling =
        client === this.#awareness.clientID
          ? undefined
          : tellingOf(client, this.#awareness.getStates().get(client), now)
      if (telling === undefined) this.#tellings.delete(client)
      else this.#tellings.set(client, telling)
    }
    this.#changed.clear()
    const all = [...this.#tellings.values()]
    keep(
      this.people,
      all.map(({ id, name, color }) => ({ id, name, color })),
    )
    keep(
      this.choices,
      all.flatMap(({ id, color, selected }) =>
        selected.length === 0 ? [] : [{ id, color, shapes: selected }],
      ),
    )
    for (const listener of this.#listeners) listener()
  }
}

interface AwarenessChange {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

/** Undefined for who says nothing, and for whom nobody may know of. */
function tellingOf(
  client: number,
  state: Readonly<Record<string, unknown>> | undefined,
  at: number,
): Telling | undefined {
  // The server stamps everybody that it passes on.
  if (state?.['user'] === undefined) return undefined
  const said = readSaid(state)
  if (said.pointer == null && said.view === null) return undefined
  const user = state['user']
  const name = nameOf(user) ?? nlCanvas.somebody
  return { id: String(client), name, color: safeColor(user), at, ...said }
}

/** Leaves an atom alone when it says the same already. */
function keep<Value>(kept: Atom<Value>, value: Value): void {
  if (JSON.stringify(kept.get()) !== JSON.stringify(value)) kept.set(value)
}
