import type { RecordId } from '@stip/primitives'
import { parentOf } from '../merge/page-places.ts'
import { fieldsOf } from '../fields.ts'
import type { Write } from '../merge/merge-plan.ts'
import type { BoardRecord, Fields, StoredRecord } from '../record.ts'
import { afterChange, afterCreation } from '../stored-fields.ts'
import { end } from '../ends.ts'
import { deepFreeze, isStored, stored } from './records.ts'

/** A board as the server keeps it, without Yjs: records that change by fields and are never removed. */
export class TestBoard {
  readonly #records = new Map<RecordId, StoredRecord>()

  constructor(records: readonly (BoardRecord | StoredRecord)[] = []) {
    for (const record of records) this.#put(isStored(record) ? record : stored(record))
  }

  /** Everything on the board, frozen: who changes it by accident fails. */
  all(): readonly StoredRecord[] {
    return [...this.#records.values()]
  }

  get(id: RecordId): StoredRecord | undefined {
    return this.#records.get(id)
  }

  /** The fields of a record, where a test knows that it is there. */
  fields(id: RecordId): Fields {
    return fieldsOf(this.#known(id).record)
  }

  /** Records people see and may change, of one kind. */
  live(typeName: BoardRecord['typeName'] = 'shape'): readonly BoardRecord[] {
    return this.all()
      .filter((one) => !one.isGone && !one.isTemplate && one.record.typeName === typeName)
      .map((one) => one.record)
  }

  add(...records: readonly BoardRecord[]): void {
    for (const record of records) this.#put(stored(record))
  }

  change(id: RecordId, fields: Fields): void {
    this.#put(afterChange(this.#known(id), { kind: 'change', id, fields }))
  }

  /** Deletes a shape, and what goes with it. */
  remove(id: RecordId): void {
    for (const one of this.takenAlong(id)) this.change(one, { gone: true })
  }

  /** What tldraw deletes with a shape: everything nested in it, and every binding to any of it. */
  takenAlong(id: RecordId): readonly RecordId[] {
    const taken = new Set([id])
    for (const parent of taken) {
      for (const shape of this.live()) if (parentOf(shape) === parent) taken.add(shape.id)
    }
    for (const binding of this.live('binding')) {
      if (taken.has(end(binding, 'fromId')) || taken.has(end(binding, 'toId'))) {
        taken.add(binding.id)
      }
    }
    return [...taken]
  }

  bringBack(...ids: readonly RecordId[]): void {
    for (const id of ids) this.change(id, { gone: false })
  }

  /** What @stip/documents does with the writes of a plan. */
  apply(writes: readonly Write[]): void {
    for (const write of writes) {
      if (write.kind === 'create') this.#put(afterCreation(write))
      else this.#put(afterChange(this.#known(write.id), write))
    }
  }

  #known(id: RecordId): StoredRecord {
    const known = this.#records.get(id)
    if (known === undefined) throw new RangeError(`The board has no record ${id}.`)
    return known
  }

  #put(record: StoredRecord): void {
    this.#records.set(record.record.id, deepFreeze(record))
  }
}
