import * as Y from 'yjs'
import type { Contents } from './crashing-disk.ts'
import { standingOf } from './replayed.ts'

/** Where a generation of the board begins: client id and clock of the server's mark. */
interface Mark {
  readonly client: number
  readonly clock: number
}

/** A board as it was, to be put back. */
export interface Backup {
  readonly contents: Contents
  readonly marks: Generations['marks']
}

/** Which documents belong to the board as it is now, as the server knows it: see [R21] and [R42]. */
export class Generations {
  #marks: readonly Mark[] = []
  readonly #closed = new Set<number>()

  /** To be put back with a backup. */
  get marks(): readonly Mark[] {
    return this.#marks
  }

  /** Marks the board, before anybody joins. */
  begin(doc: Y.Doc, generation: number): void {
    if (this.#marks.length > 0) this.#close(doc)
    const client = doc.clientID
    this.#marks = [...this.#marks, { client, clock: Y.getState(doc.store, client) }]
    doc.getMap('board').set('generation', generation)
  }

  /** A backup with these marks is put back. */
  replace(replaced: Y.Doc, marks: readonly Mark[]): void {
    this.#close(replaced)
    this.#marks = marks
  }

  readonly fits = (stateVector: Uint8Array): boolean => {
    const known = Y.decodeStateVector(stateVector)
    const has = ({ client, clock }: Mark): boolean => (known.get(client) ?? 0) > clock
    const now = this.#marks.at(-1)
    return now === undefined || has(now) || !this.#marks.some(has)
  }

  readonly fitsClient = (clientId: number): boolean => !this.#closed.has(clientId)

  #close(doc: Y.Doc): void {
    for (const client of Object.keys(standingOf(doc).clocks)) this.#closed.add(Number(client))
  }
}
