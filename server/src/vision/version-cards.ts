import type { VisionContent } from '@stip/report'
import type { SavedVersion, Session } from '@stip/workshop'
import type { Storage } from '../storage/storage.ts'

/** So many versions are remembered, over all sessions. */
const MOST_KEPT = 100

/** Knows from which cards the statements of saved versions are made; a version never changes. */
export class VersionCards {
  readonly #storage: Pick<Storage, 'versions'>
  /** By the hash of what the version says. */
  readonly #known = new Map<string, Promise<ReadonlySet<string>>>()

  constructor(storage: Pick<Storage, 'versions'>) {
    this.#storage = storage
  }

  /** Of each saved version of a session its number, and the cards behind its statements. */
  async of({ id, versions }: Session) {
    return Promise.all(
      versions.saved.map(async (version) => ({
        number: version.number,
        cards: await this.#cardsIn(id, version),
      })),
    )
  }

  #cardsIn(sessionId: string, { number, hash }: SavedVersion): Promise<ReadonlySet<string>> {
    const known = this.#known.get(hash)
    if (known !== undefined) return known
    const read = this.#storage.versions.find(sessionId, number).then((kept) => {
      if (kept === undefined) return new Set<string>()
      const { statements } = JSON.parse(kept.content) as Pick<VisionContent, 'statements'>
      return new Set(statements.flatMap(({ sources }) => sources.map(({ cardId }) => cardId)))
    })
    this.#known.set(hash, read)
    read.catch(() => this.#known.delete(hash))
    for (const first of this.#known.keys()) {
      if (this.#known.size <= MOST_KEPT) break
      this.#known.delete(first)
    }
    return read
  }
}
