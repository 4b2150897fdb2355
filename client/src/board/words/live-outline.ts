import { outlineOf } from '@stip/board'
import type { BoardRecord, Outline, StoredRecord } from '@stip/board'
import { liveOf, readRecord } from '@stip/documents/light'
import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { recordsIn } from '../records-in.ts'

/** A board in words at one moment. */
export interface OutlineMoment {
  readonly outline: Outline
  /** What the board shows, for edits to look at. */
  readonly records: readonly BoardRecord[]
  /** What people deleted, and can bring back. */
  readonly gone: readonly BoardRecord[]
  /** What others touched since the moment before. */
  readonly byOthers: ReadonlySet<RecordId>
}

/** Often enough to be in step within a second, seldom enough for twelve people who draw. Milliseconds. */
const EVERY_MS = 150

const nothing: ReadonlySet<RecordId> = new Set()

/** Follows a document and puts it into words, a few times a second at most. */
export class LiveOutline {
  readonly #document: Y.Doc
  readonly #stored = new Map<RecordId, StoredRecord>()
  readonly #touched = new Set<RecordId>()
  #byOthers = new Set<RecordId>()
  #moment: OutlineMoment
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  constructor(document: Y.Doc) {
    this.#document = document
    this.#touchAll()
    this.#moment = this.#read()
  }

  get moment(): OutlineMoment {
    return this.#moment
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const records = this.#document.getMap('records')
    if (this.#listeners.size === 0) {
      records.observeDeep(this.#observe)
      this.#touchAll()
      this.#timer ??= setTimeout(this.#renew, 0)
    }
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      records.unobserveDeep(this.#observe)
      clearTimeout(this.#timer)
      this.#timer = undefined
    }
  }

  /** Shows at once what this person just did. */
  readonly renewNow = (): void => {
    clearTimeout(this.#timer)
    this.#renew()
  }

  readonly #observe = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    { local }: Y.Transaction,
  ): void => {
    for (const id of recordsIn(events)) {
      this.#touched.add(id)
      if (!local) this.#byOthers.add(id)
    }
    this.#timer ??= setTimeout(this.#renew, EVERY_MS)
  }

  readonly #renew = (): void => {
    this.#timer = undefined
    if (this.#touched.size === 0) return
    this.#moment = this.#read()
    for (const listener of this.#listeners) listener()
  }

  #touchAll(): void {
    for (const id of this.#document.getMap('records').keys()) this.#touched.add(id)
  }

  #read(): OutlineMoment {
    for (const id of this.#touched) {
      const stored = readRecord(this.#document, id)
      if (stored !== undefined) this.#stored.set(id, stored)
    }
    this.#touched.clear()
    const byOthers = this.#byOthers.size > 0 ? this.#byOthers : nothing
    this.#byOthers = new Set()
    const all = [...this.#stored.values()]
    const records = liveOf(all)
    const gone = all
      .filter(({ isGone, isTemplate, isTakenAway }) => isGone && !isTemplate && !isTakenAway)
      .map(({ record }) => record)
    return { outline: outlineOf(records), records, gone, byOthers }
  }
}
