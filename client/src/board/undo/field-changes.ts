import { sameJson } from '@stip/primitives'
import type { RecordId } from '@stip/primitives'
import type { Patch } from '../patch.ts'

/** A field that this person changed, and the moment of the last time in this step. */
export interface FieldChange extends Patch {
  readonly at: number
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The fields that changed in one step: what each was before it, and is after it. */
export class FieldChanges {
  // By record and then by key: a drag adds to five hundred of them in every frame.
  readonly #records = new Map<RecordId, Map<string, Mutable<FieldChange>>>()

  get isEmpty(): boolean {
    return this.#records.size === 0
  }

  /** Adds what was just written. A field that is as it was before the step did not change. */
  add({ id, key, before, after }: Patch, at: number): void {
    const fields = this.#records.get(id)
    const known = fields?.get(key)
    if (sameJson(known === undefined ? before : known.before, after)) this.#remove(id, key)
    else if (known !== undefined) {
      known.after = after
      known.at = at
    } else if (fields !== undefined) fields.set(key, { id, key, before, after, at })
    else this.#records.set(id, new Map([[key, { id, key, before, after, at }]]))
  }

  /** What changed in one record. */
  of(id: RecordId): readonly FieldChange[] {
    return [...(this.#records.get(id)?.values() ?? [])]
  }

  all(): readonly FieldChange[] {
    return [...this.#records.values()].flatMap((fields) => [...fields.values()])
  }

  forget(id: RecordId): void {
    this.#records.delete(id)
  }

  #remove(id: RecordId, key: string): void {
    const fields = this.#records.get(id)
    fields?.delete(key)
    if (fields?.size === 0) this.#records.delete(id)
  }
}
