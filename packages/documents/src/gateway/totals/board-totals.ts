import type { RecordId } from '@stip/primitives'
import * as Y from 'yjs'
import { recordMap, recordMaps } from '../../schema/layout.ts'
import { isGone } from '../../record/read-record.ts'
import { contentWeight, isWeightless } from './weights.ts'
import { entryCount, itemOf, parentOf, stateOf, structsBetween } from '../structs/yjs-internals.ts'
import type { SharedType } from '../structs/yjs-internals.ts'

/** Whose a Yjs client id is; undefined for what the server itself writes with. */
export type OwnerOf = (client: number) => string | undefined

/** What one person brought to a board. */
export interface PersonTotals {
  readonly live: number
  readonly records: number
  readonly weight: number
}

/** What an update that is about to be taken will add. It only counts once it was applied. */
export interface Expected {
  /** One of the clients that wrote what is new in it; undefined when it only deletes. */
  readonly client: number | undefined
  readonly identity: string | undefined
  readonly created: number
  readonly weight: number
  /** The records that it may hide or bring back. */
  readonly records: Iterable<RecordId>
}

interface Awaited extends Omit<Expected, 'records'> {
  readonly clock: number
  readonly wasGone: readonly (readonly [RecordId, boolean])[]
}

interface Person {
  gone: number
  records: number
  weight: number
}

const known = new WeakMap<Y.Doc, BoardTotals>()
const nobody: OwnerOf = () => undefined

/**
 * The totals of a board. The first call reads the whole document, after which they are kept.
 *
 * @param ownerOf - Always the same function for one document; left out, nobody's part is counted.
 */
export function totalsOf(document: Y.Doc, ownerOf?: OwnerOf): BoardTotals {
  const found = known.get(document)
  if (found !== undefined && (ownerOf === undefined || found.ownerOf === ownerOf)) return found
  found?.forget()
  const totals = new BoardTotals(document, ownerOf ?? nobody)
  known.set(document, totals)
  return totals
}

/**
 * What a board comes to, kept while it changes: each transaction is counted by what is new and what
 * is deleted in it. Many updates may share a transaction, and each is judged after those before it:
 * what was taken so far is counted provisionally, and exactly when the transaction ends.
 */
export class BoardTotals {
  readonly ownerOf: OwnerOf
  readonly #document: Y.Doc
  readonly #records: SharedType
  readonly #people = new Map<string, Person>()
  #gone = 0
  #weight = 0
  #awaited: Awaited | undefined
  /** Taken in the transaction that is still running. */
  #soFar = { gone: 0, weight: 0, people: new Map<string, Person>() }
  /** Made in the middle of a transaction: what that brought is counted already. */
  #startedIn: Y.Transaction | null

  constructor(document: Y.Doc, ownerOf: OwnerOf) {
    this.#document = document
    // Yjs may make the map of this root now, and hang what is in it over to that.
    this.#records = recordMaps(document)
    this.ownerOf = ownerOf
    this.#startedIn = transactionOf(document)
    this.#countAll()
    document.on('afterTransaction', this.#take)
  }

  /** Records that are not gone. */
  get live(): number {
    this.#note()
    return this.records - this.#gone - this.#soFar.gone
  }

  /** Records that there ever were. */
  get records(): number {
    return entryCount(this.#records)
  }

  get weight(): number {
    this.#note()
    return this.#weight + this.#soFar.weight
  }

  of(identity: string): PersonTotals {
    this.#note()
    const { gone, records, weight } = this.#people.get(identity) ?? nothing
    const more = this.#soFar.people.get(identity) ?? nothing
    return {
      live: records - gone + more.records,
      records: records + more.records,
      weight: weight + more.weight,
    }
  }

  /** An update was found good. Whether it was applied shows when totals are next asked for. */
  expect({ records, ...expected }: Expected): void {
    this.#note()
    const { client } = expected
    const clock = client === undefined ? 0 : stateOf(this.#document, client)
    const wasGone = [...records].map((record) => [record, this.#isGone(record)] as const)
    this.#awaited = { ...expected, clock, wasGone }
  }

  /** Counts no longer. */
  forget(): void {
    this.#document.off('afterTransaction', this.#take)
  }

  /** Counts what was expected as far as it happened, while its transaction runs. */
  #note(): void {
    const awaited = this.#awaited
    if (awaited === undefined) return
    this.#awaited = undefined
    for (const [record, wasGone] of awaited.wasGone) {
      this.#soFar.gone += Number(this.#isGone(record)) - Number(wasGone)
    }
    const { client, clock, weight, created, identity } = awaited
    if (client === undefined || stateOf(this.#document, client) <= clock) return
    this.#soFar.weight += weight
    if (identity === undefined) return
    const person = personIn(this.#soFar.people, identity)
    person.records += created
    person.weight += Math.max(0, weight)
  }

  readonly #take = (transaction: Y.Transaction): void => {
    this.#awaited = undefined
    this.#soFar = { gone: 0, weight: 0, people: new Map() }
    if (this.#startedIn === transaction) {
      this.#startedIn = null
      this.#countAll()
      return
    }
    const { beforeState, afterState, deleteSet } = transaction
    for (const [client, after] of afterState) {
      const before = beforeState.get(client) ?? 0
      if (after > before) this.#countRange(client, before, after, 1)
    }
    for (const [client, ranges] of deleteSet.clients) {
      const before = beforeState.get(client) ?? 0
      for (const { clock, len } of ranges) {
        // What came and went in one transaction was never counted.
        if (clock < before) this.#countRange(client, clock, Math.min(clock + len, before), -1)
      }
    }
  }

  #countRange(client: number, start: number, end: number, sign: 1 | -1): void {
    for (const struct of structsBetween(this.#document, client, start, end)) {
      if (struct instanceof Y.Item && (sign < 0 || !struct.deleted)) this.#count(struct, sign)
    }
  }

  #countAll(): void {
    this.#gone = 0
    this.#weight = 0
    this.#people.clear()
    for (const structs of this.#document.store.clients.values()) {
      for (const struct of structs) {
        if (struct instanceof Y.Item && !struct.deleted) this.#count(struct, 1)
      }
    }
  }

  #count(item: Y.Item, sign: 1 | -1): void {
    const { content, parentSub } = item
    if (isWeightless(parentSub)) {
      if (parentSub === 'gone') this.#countGone(item, sign)
      return
    }
    const weight = sign * contentWeight(parentSub, content, item.length)
    const isRecord = parentSub !== null && parentOf(item) === this.#records
    if (weight === 0 && !isRecord) return
    this.#weight += weight
    const owner = this.#ownerOfItem(item)
    if (owner === undefined) return
    const person = personIn(this.#people, owner)
    person.weight += weight
    if (isRecord) person.records += sign
  }

  /** Who wrote something; of what the server notes of a copy, who made the copy. */
  #ownerOfItem(item: Y.Item): string | undefined {
    const isNoted = item.parentSub === 'sources' || item.parentSub === 'base'
    const record = isNoted ? itemOf(parentOf(item)) : null
    const isOfRecord = record !== null && parentOf(record) === this.#records
    return this.ownerOf(isOfRecord ? record.id.client : item.id.client)
  }

  #countGone(item: Y.Item, sign: 1 | -1): void {
    const { content } = item
    const record = itemOf(parentOf(item))
    const isOfRecord = record !== null && parentOf(record) === this.#records
    if (!isOfRecord || !(content instanceof Y.ContentAny) || content.arr[0] !== true) return
    this.#gone += sign
    const owner = this.ownerOf(record.id.client)
    if (owner !== undefined) personIn(this.#people, owner).gone += sign
  }

  #isGone(record: RecordId): boolean {
    const map = recordMap(this.#document, record)
    return map !== undefined && isGone(map)
  }
}

const nothing: Readonly<Person> = { gone: 0, records: 0, weight: 0 }

function personIn(people: Map<string, Person>, identity: string): Person {
  const found = people.get(identity)
  if (found !== undefined) return found
  const person = { ...nothing }
  people.set(identity, person)
  return person
}

function transactionOf(document: Y.Doc): Y.Transaction | null {
  // oxlint-disable-next-line no-underscore-dangle
  return document._transaction
}
