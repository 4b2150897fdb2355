import { checkRecord, readRecord } from '@stip/documents'
import type { RecordId } from '@stip/primitives'
import type { TLRecord, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import { applyRemote } from './applying.ts'
import { reuseRecord } from './reuse.ts'
import { boardRecordOf, isShared, neededBy, sharedRecordOf } from './shared-record.ts'
import type { SharedRecord } from './shared-record.ts'

interface IncomingOptions {
  readonly store: TLStore
  readonly document: Y.Doc
  /** The shape whose words an open text editor keeps equal by itself. */
  readonly typedIn: () => RecordId | undefined
}

/** Brings what stands in the document to the screen, record by record, once per frame. */
export class Incoming {
  readonly #store: TLStore
  readonly #document: Y.Doc
  readonly #typedIn: () => RecordId | undefined
  readonly #touched = new Set<RecordId>()
  /** For each record, which records cannot be shown without it. */
  readonly #dependents = new Map<RecordId, Set<RecordId>>()
  readonly #quarantine = new Map<RecordId, string>()

  constructor({ store, document, typedIn }: IncomingOptions) {
    this.#store = store
    this.#document = document
    this.#typedIn = typedIn
  }

  /** Records that are on the board but cannot be drawn, and why; they are left as they are. */
  get quarantine(): ReadonlyMap<RecordId, string> {
    return this.#quarantine
  }

  touch(id: RecordId): void {
    this.#touched.add(id)
  }

  flush(): void {
    if (this.#touched.size === 0) return
    const puts: SharedRecord[] = []
    const removals: TLRecord['id'][] = []
    const seen = new Set<RecordId>()
    // A set that grows while it is walked: what depends on a touched record is looked at as well.
    const waiting = new Set(this.#touched)
    this.#touched.clear()
    for (const id of waiting) {
      if (seen.has(id)) continue
      seen.add(id)
      const shown = this.#store.get(id as TLRecord['id'])
      const previous = shown !== undefined && isShared(shown) ? shown : undefined
      const next = this.#alive(id)
      if (next === undefined) {
        if (previous !== undefined) removals.push(previous.id)
      } else {
        const record =
          previous === undefined ? next : reuseRecord(previous, this.#own(previous, next))
        if (record !== previous) puts.push(record)
      }
      if ((next === undefined) !== (previous === undefined)) {
        for (const dependent of this.#dependents.get(id) ?? []) waiting.add(dependent)
      }
    }
    this.#show(puts, removals)
  }

  /** The record as it should be on screen; undefined when it is gone, broken, or misses its parent. */
  #alive(id: RecordId, above: ReadonlySet<RecordId> = new Set()): SharedRecord | undefined {
    const stored = readRecord(this.#document, id)
    if (stored === undefined || stored.isGone || above.has(id)) return undefined
    const checked = checkRecord(stored.record)
    if (!checked.ok) {
      this.#quarantine.set(id, checked.refusal)
      return undefined
    }
    this.#quarantine.delete(id)
    const record = sharedRecordOf(checked.value)
    const needed = neededBy(record)
    for (const other of needed) {
      const dependents = this.#dependents.get(other) ?? new Set()
      this.#dependents.set(other, dependents.add(id))
    }
    const path = new Set(above).add(id)
    return needed.every((other) => this.#alive(other, path) !== undefined) ? record : undefined
  }

  /** An open text editor owns the words of its shape: giving it other words would move the caret. */
  #own(previous: SharedRecord, next: SharedRecord): SharedRecord {
    if (previous.id !== this.#typedIn() || !('richText' in previous.props)) return next
    const { richText } = previous.props
    return sharedRecordOf({
      ...boardRecordOf(next),
      props: { ...boardRecordOf(next).props, richText: richText as never },
    })
  }

  #show(puts: readonly SharedRecord[], removals: readonly TLRecord['id'][]): void {
    if (puts.length === 0 && removals.length === 0) return
    try {
      applyRemote(this.#store, () => {
        // Bindings go first and come last, so that they never point at nothing.
        this.#store.remove(removals.filter((id) => id.startsWith('binding:')))
        this.#store.remove(
          removals.filter((id) => !id.startsWith('binding:') && this.#store.has(id)),
        )
        this.#store.put(puts.filter((record) => record.typeName !== 'binding'))
        this.#store.put(puts.filter((record) => record.typeName === 'binding'))
      })
    } catch (error) {
      // Not one record may take the board down. With one left over, that one is the broken one.
      const [only] = puts
      if (puts.length + removals.length <= 1) {
        if (only !== undefined) this.#quarantine.set(only.id, String(error))
        return
      }
      for (const id of removals)
        this.#show(
          [],
          [id].filter((known) => this.#store.has(known)),
        )
      for (const record of puts) this.#show([record], [])
    }
  }
}
