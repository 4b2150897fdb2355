import { listParts } from '@stip/workshop'

interface Item {
  readonly id: string
}

interface KnownItem {
  version: number
  text: string
  item: Item
}

/** The lists whose items travel one by one: of a thousand people one comes in. */
const keyed: ReadonlySet<string> = new Set(['boards', 'groups', 'people', 'zones', ...listParts])
/** With more items gone than this, the list travels whole. */
const MOST_DROPPED = 50

/** Whether a part travels item by item. */
export function isList(name: string, value: unknown): value is readonly Item[] {
  return keyed.has(name) && Array.isArray(value)
}

/** A list of items with ids, each with the revision at which it last changed. */
export class KeyedList {
  readonly #items = new Map<string, KnownItem>()
  readonly #dropped = new Map<string, number>()
  /** Who has an earlier revision cannot be told by items: their order changed. */
  #arrangedAt: number

  constructor(items: readonly Item[], revision: number) {
    this.#arrangedAt = revision
    for (const item of items) this.#items.set(item.id, known(item, revision))
  }

  update(items: readonly Item[], revision: number): void {
    const there = new Set(items.map(({ id }) => id))
    for (const id of this.#items.keys()) {
      if (there.has(id)) continue
      this.#items.delete(id)
      this.#dropped.set(id, revision)
    }
    let isInOrder = this.#dropped.size <= MOST_DROPPED
    for (const item of items) {
      const before = this.#items.get(item.id)
      if (before === undefined) {
        // Who has it from before it went has it in another place.
        if (this.#dropped.has(item.id)) isInOrder = false
        this.#items.set(item.id, known(item, revision))
      } else if (before.item !== item) {
        before.item = item
        const text = JSON.stringify(item)
        if (before.text !== text) Object.assign(before, { text, version: revision })
      }
    }
    // New ones stand at the end here, as they will on screens.
    const order = [...this.#items.keys()]
    if (isInOrder && items.every(({ id }, place) => order[place] === id)) return
    this.#arrange(items, revision)
  }

  /** What changed after a revision, as JSON each; undefined when that cannot be said by items. */
  since(revision: number): readonly string[] | undefined {
    if (this.#arrangedAt > revision) return undefined
    const changed: string[] = []
    for (const [id, version] of this.#dropped) {
      if (version > revision) changed.push(JSON.stringify(id))
    }
    for (const { version, text } of this.#items.values()) if (version > revision) changed.push(text)
    return changed
  }

  #arrange(items: readonly Item[], revision: number): void {
    const known = new Map(this.#items)
    this.#items.clear()
    for (const { id } of items) {
      const item = known.get(id)
      if (item !== undefined) this.#items.set(id, item)
    }
    this.#dropped.clear()
    this.#arrangedAt = revision
  }
}

function known(item: Item, version: number): KnownItem {
  return { version, text: JSON.stringify(item), item }
}
