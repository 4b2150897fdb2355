import type { TLRecord, TLStore } from 'tldraw'
import { hasOnlyMoved } from '../moved.ts'

const checked = new WeakSet<object>()

/** This record passed `checkRecord`, which asks no less of it than tldraw does. */
export function noteChecked(record: object): void {
  checked.add(record)
}

/**
 * Has a store take records that were checked as they are, and shapes that only moved, which is most
 * of what happens. tldraw would check each of them again, which takes a third of the time of showing
 * a board. Whatever else anybody changes, it checks itself.
 */
export function trustChecked({ schema }: TLStore): void {
  const validate = schema.validateRecord.bind(schema)
  schema.validateRecord = (store, record: TLRecord, phase, before: TLRecord | null): TLRecord =>
    isSurelyValid(record, before) ? record : validate(store, record, phase, before)
}

function isSurelyValid(record: TLRecord, before: TLRecord | null): boolean {
  if (before === null) return checked.has(record)
  if (record.typeName !== 'shape' || before.typeName !== 'shape') return false
  const isPlaced = Number.isFinite(record.x) && Number.isFinite(record.y)
  return isPlaced && hasOnlyMoved(before, record) && hasSameKeys(before, record)
}

function hasSameKeys(one: object, other: object): boolean {
  return Object.keys(one).length === Object.keys(other).length
}
