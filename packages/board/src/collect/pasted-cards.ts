import type { RecordId } from '@stip/primitives'
import { COPY_OF } from '../copy-origin.ts'
import { copyId, drawingId, labelId, partId } from '../merge/merge-ids.ts'
import type { StoredRecord } from '../record.ts'

/**
 * What people put on the vision themselves by copying: of which cards of groups it is, by the ids that
 * collecting would give those. Whoever takes it off again has not put it there.
 */
export function pastedCards(vision: readonly StoredRecord[]): ReadonlySet<RecordId> {
  const pasted = new Set<RecordId>()
  for (const stored of vision) {
    const { record, sources, isGone, isTemplate } = stored
    if (isGone || isTemplate || record.typeName !== 'shape' || isOfMerge(stored)) continue
    for (const { board, record: source } of sources) pasted.add(copyId(board, source))
    // Of a copy of a copy, the one in between is on the vision with it as well.
    const name = record.meta[COPY_OF]
    if (sources.length === 0 || typeof name !== 'string') continue
    const slash = name.indexOf('/')
    pasted.add(copyId(name.slice(0, slash), name.slice(slash + 1)))
  }
  return pasted
}

function isOfMerge({ record: { id }, sources }: StoredRecord): boolean {
  return sources.some(({ board, record }) =>
    [copyId, partId, drawingId, labelId].some((nameOf) => nameOf(board, record) === id),
  )
}
