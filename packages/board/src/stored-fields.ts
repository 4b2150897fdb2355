import type { Json } from '@stip/primitives'
import { fieldsOf, recordOf } from './fields.ts'
import type { ChangeWrite, CreateWrite } from './merge/merge-plan.ts'
import type { Fields, StoredRecord } from './record.ts'

/** A record of the board after a write, without touching the one given. */
export function afterChange(stored: StoredRecord, write: ChangeWrite): StoredRecord {
  const { gone, ...fields } = write.fields
  return {
    ...stored,
    record:
      Object.keys(fields).length === 0
        ? stored.record
        : recordOf(stored.record, { ...fieldsOf(stored.record), ...fields }),
    isGone: gone === undefined ? stored.isGone : gone === true,
    sources: write.sources ?? stored.sources,
    base: write.base ?? stored.base,
  }
}

/** What a creation puts on the board. */
export function afterCreation({ record, isTemplate, sources, base }: CreateWrite): StoredRecord {
  return { record, isGone: false, isTemplate, sources, base }
}

/** The fields of a stored record, 'gone' among them. */
export function storedFields(stored: StoredRecord): Fields {
  return { ...fieldsOf(stored.record), gone: stored.isGone }
}

/** The parent that a record's fields name; undefined for what has none. */
export function parentIn(fields: Fields): Json | undefined {
  const place = fields['pi']
  return Array.isArray(place) ? (place as readonly Json[])[0] : undefined
}
