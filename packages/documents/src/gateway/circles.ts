import type { RecordId } from '@stip/primitives'
import type { RecordDraft } from './structs/containers.ts'

/**
 * A new record that stands, through the parents that new records were made with, in itself. A
 * record is made in what is there already, so nobody's honest work looks like that, whatever is
 * merged with it. Circles that moves make are another matter: two people can make one without
 * knowing of each other, and reading repairs it.
 */
export function circleIn(created: ReadonlyMap<RecordId, RecordDraft>): RecordId | undefined {
  const parentOf = (record: RecordId): RecordId | undefined => {
    const { pi } = (created.get(record)?.created ?? {}) as { readonly pi?: unknown }
    const parent: unknown = Array.isArray(pi) ? pi[0] : undefined
    return typeof parent === 'string' ? parent : undefined
  }
  const leadsToPage = new Set<RecordId>()
  for (const start of created.keys()) {
    const path = new Set<RecordId>()
    for (
      let record: RecordId | undefined = start;
      record !== undefined && !leadsToPage.has(record);
      record = parentOf(record)
    ) {
      if (path.has(record)) return record
      path.add(record)
    }
    for (const record of path) leadsToPage.add(record)
  }
  return undefined
}
