import { keepFew } from './few.ts'
import { isList, KeyedList } from './keyed-list.ts'

interface Part {
  /** The revision at which it last changed. */
  version: number
  /** As JSON; undefined when it is not there. */
  text: string | undefined
  value: unknown
  /** Of what travels item by item. */
  list?: KeyedList
}

/** The parts that some screens share, each with the revision at which it last changed. */
export class PartSet {
  readonly #parts = new Map<string, Part>()
  #changedAt = 0
  /** What was asked for since the last change, by what the asker has. */
  readonly #asked = new Map<number, string>()

  /** The revision of the last change. */
  get changedAt(): number {
    return this.#changedAt
  }

  /** Notes how all parts are now. @param revision - Above that of every earlier call with other parts. */
  update(values: Readonly<Record<string, unknown>>, revision: number): void {
    for (const [name, value] of Object.entries(values)) this.#note(name, value, revision)
    for (const name of this.#parts.keys()) {
      if (!(name in values)) this.#note(name, undefined, revision)
    }
  }

  /**
   * The fields of a message (see `PartsMessage`) for who has everything up to a revision; without
   * one for who has nothing. Empty when nothing changed.
   */
  since(revision?: number): string {
    if (revision !== undefined && this.#changedAt <= revision) return ''
    const place = revision ?? -1
    let text = this.#asked.get(place)
    if (text === undefined) {
      text = this.#textSince(revision)
      keepFew(this.#asked, place, text)
    }
    return text
  }

  #note(name: string, value: unknown, revision: number): void {
    const part = this.#parts.get(name)
    if (part !== undefined && part.value === value) return
    const text = value === undefined ? undefined : JSON.stringify(value)
    if (part === undefined) {
      if (text === undefined) return
      const list = isList(name, value) ? new KeyedList(value, revision) : undefined
      this.#parts.set(name, { version: revision, text, value, ...(list && { list }) })
    } else {
      part.value = value
      if (part.text === text) return
      part.text = text
      part.version = revision
      if (!isList(name, value)) delete part.list
      else if (part.list === undefined) part.list = new KeyedList(value, revision)
      else part.list.update(value, revision)
    }
    this.#changedAt = revision
    this.#asked.clear()
  }

  #textSince(revision: number | undefined): string {
    const set: string[] = []
    const items: string[] = []
    for (const [name, { version, text, list }] of this.#parts) {
      if (revision !== undefined && version <= revision) continue
      const changed = revision === undefined ? undefined : list?.since(revision)
      const label = JSON.stringify(name)
      if (changed !== undefined) items.push(`${label}:[${changed.join()}]`)
      // Who has nothing need not hear what is no more.
      else if (text !== undefined || revision !== undefined) set.push(`${label}:${text ?? null}`)
    }
    return [
      ...(set.length > 0 ? [`"set":{${set.join()}}`] : []),
      ...(items.length > 0 ? [`"items":{${items.join()}}`] : []),
    ].join()
  }
}
