import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { CopyWrites } from './copy-writes.ts'
import {
  forgetKey,
  keepUnloadBackup,
  unloadBackupKey,
  recallUnloadBackups,
} from './unload-backup.ts'
import type { UnloadBackup } from './unload-backup.ts'
import type { UpdateEvent } from '../own-clocks.ts'
import { PacedWrites } from './paced-writes.ts'
import { within } from '../within.ts'

/** How long a fact may take to be read, in ms ([K22]). */
const readMs = 5_000

/** Keeps in a local copy what y-indexeddb would keep, but not update by update, and to the last. */
export class CopyKeeper {
  readonly #persistence: IndexeddbPersistence
  readonly #document: Y.Doc
  readonly #writes: CopyWrites
  readonly #paced: PacedWrites
  readonly #ownKey: string
  readonly #backups: readonly UnloadBackup[]
  /** In the other storage, and in the copy as soon as nothing is on its way any more. */
  readonly #told = new Set<string>()

  constructor(name: string, persistence: IndexeddbPersistence, document: Y.Doc) {
    this.#persistence = persistence
    this.#document = document
    this.#ownKey = unloadBackupKey(name)
    this.#backups = recallUnloadBackups(name)
    const writes = new CopyWrites(persistence, () => this.#arrived())
    this.#writes = writes
    this.#paced = new PacedWrites({
      write: (update) => writes.write(update),
      keep: (fact, value) => writes.keep(fact, value),
      isLeaving: () => globalThis.document?.visibilityState === 'hidden',
    })
    // Its own listener, which we take the place of.
    // oxlint-disable-next-line no-underscore-dangle
    document.off('update', persistence._storeUpdate)
    document.on('update', this.#note)
    globalThis.addEventListener?.('pagehide', this.#leave)
    globalThis.document?.addEventListener('visibilitychange', this.#leave)
  }

  /** What was last kept under a name; undefined when nothing is known. Never rejects. */
  async recall(fact: string): Promise<unknown> {
    const told = this.#backups.findLast(({ facts }) => facts[fact] !== undefined)
    if (told !== undefined) return told.facts[fact]
    const kept = this.#persistence.get(fact).catch(() => undefined)
    return within(readMs, kept, undefined)
  }

  keep(fact: string, value: string | number): void {
    this.#paced.fact(fact, value)
  }

  /** Brings what an earlier page kept at the last moment, once the copy itself is read. */
  addUnloadBackups(): void {
    for (const { key, update, facts } of this.#backups) {
      // In this order: it may be that nothing else is on its way, so the last write tells.
      this.#told.add(key)
      if (update !== undefined) {
        Y.applyUpdate(this.#document, update, this.#persistence)
        this.#writes.write(update)
      }
      for (const [name, fact] of Object.entries(facts)) this.#writes.keep(name, fact)
    }
  }

  /** Keeps what waits, and nothing after that. */
  stop(): void {
    this.#paced.flush()
    this.#document.off('update', this.#note)
    globalThis.removeEventListener?.('pagehide', this.#leave)
    globalThis.document?.removeEventListener('visibilitychange', this.#leave)
  }

  readonly #note = (...[update, origin, , { local }]: UpdateEvent): void => {
    if (origin !== this.#persistence) this.#paced.update(update, local)
  }

  readonly #leave = (): void => {
    this.#paced.flush()
    const { updatesOnTheirWay, factsOnTheirWay } = this.#writes
    keepUnloadBackup(this.#ownKey, updatesOnTheirWay, factsOnTheirWay)
    this.#told.add(this.#ownKey)
  }

  #arrived(): void {
    for (const key of this.#told) forgetKey(key)
    this.#told.clear()
  }
}
