import type { Json, RecordId } from '@stip/primitives'
import { withChosen } from '../conflicts/words-memory.ts'
import { fieldsOf } from '../fields.ts'
import { inState, isRemovedByPeople, memory, sameValue } from './merge-memory.ts'
import type { ChangeWrite, Write } from './merge-plan.ts'
import { isTouched } from './reconcile.ts'
import type { Fields, Source, StoredRecord } from '../record.ts'
import { afterChange, parentIn, storedFields } from '../stored-fields.ts'
import { whatStays } from './what-stays.ts'

/** What one write of a merge did: enough to take it back later. Plain JSON, for the server to keep. */
export interface AppliedWrite {
  readonly id: RecordId
  /** The written fields as they were, without those that were not there; undefined when the merge made the record. */
  readonly before: Fields | undefined
  /** The fields as the merge wrote them; all of them when it made the record. */
  readonly after: Fields
  readonly sourcesBefore: readonly Source[]
  readonly baseBefore: Fields | undefined
}

/** Notes what writes will do to the vision; call it with the vision they were planned for. */
export function appliedWrites(
  writes: readonly Write[],
  vision: readonly StoredRecord[],
): readonly AppliedWrite[] {
  const board = new Map(vision.map((stored) => [stored.record.id, stored]))
  return writes.map((write) => {
    if (write.kind === 'create') {
      const { record } = write
      const after = { ...fieldsOf(record), gone: false }
      return { id: record.id, before: undefined, after, sourcesBefore: [], baseBefore: undefined }
    }
    const stored = board.get(write.id)
    const fields = stored === undefined ? {} : storedFields(stored)
    const before = Object.fromEntries(
      Object.entries(fields).filter(([key]) => Object.hasOwn(write.fields, key)),
    )
    return {
      id: write.id,
      before,
      after: write.fields,
      sourcesBefore: stored?.sources ?? [],
      baseBefore: stored?.base,
    }
  })
}

/**
 * Plans the undo of a merge: every field that still is what the merge wrote goes back to what it
 * was, and what the merge made is hidden. Whatever people changed since stays as they left it.
 */
export function planUndo(
  applied: readonly AppliedWrite[],
  vision: readonly StoredRecord[],
): readonly Write[] {
  const board = new Map(vision.map((stored) => [stored.record.id, stored]))
  const writes: ChangeWrite[] = []
  const made = new Map<RecordId, Fields>()
  for (const one of applied) {
    const stored = board.get(one.id)
    if (stored === undefined) continue
    if (one.before === undefined) {
      if (!stored.isGone) made.set(one.id, one.after)
      continue
    }
    const fields = restored(one.before, one.after, stored)
    const before = memoryBefore(one, stored, fields)
    // What people chose of two texts since, they did not take back.
    const base = before && withChosen(before, stored.base)
    const write: ChangeWrite = {
      kind: 'change',
      id: one.id,
      fields,
      sources: one.sourcesBefore,
      ...(base !== undefined && { base }),
    }
    writes.push(write)
    board.set(one.id, afterChange(stored, write))
  }
  const stays = whatStays(new Set(made.keys()), board, ({ record }) =>
    isTouched(made.get(record.id) ?? {}, fieldsOf(record)),
  )
  for (const id of made.keys()) {
    if (stays.has(id)) continue
    const base = inState(board.get(id)?.base, 'hidden')
    writes.push({ kind: 'change', id, fields: { gone: true }, base })
  }
  return writes
}

/** What the merge remembered before, with what people have since hidden or brought back taken in. */
function memoryBefore(
  { after, baseBefore }: AppliedWrite,
  stored: StoredRecord,
  fields: Fields,
): Fields | undefined {
  if (baseBefore === undefined) return undefined
  if (stored.isGone && fields['gone'] === undefined) {
    return isRemovedByPeople(stored) ? inState(baseBefore, undefined) : baseBefore
  }
  // In sight, although a merge hid it then or now: people brought it back, and that counts.
  const isRescued = fields['gone'] === undefined && after['gone'] === true
  const isInSight = fields['gone'] !== true
  const wasHidden = baseBefore[memory.state] === 'hidden'
  return isInSight && (isRescued || wasHidden) ? inState(baseBefore, 'kept') : baseBefore
}

function restored(before: Fields, after: Fields, stored: StoredRecord): Fields {
  const current = storedFields(stored)
  // Gone may be what the merge wrote, and people's wish all the same: they brought it back in between.
  const isEdited = (key: string): boolean =>
    !sameValue(current[key], after[key]) || (key === 'gone' && isRemovedByPeople(stored))
  // A place means nothing under another parent: these go back together, or not at all.
  const together = ['xy', 'pi', 'rotation'].filter((key) => key in after)
  const isMoved = parentIn(before) !== parentIn(after)
  const keepsPlace = isMoved && together.some(isEdited)
  const fields: Record<string, Json> = {}
  for (const key of Object.keys(after)) {
    if (isEdited(key) || (keepsPlace && together.includes(key))) continue
    const value = before[key]
    if (value !== undefined) fields[key] = value
    // A document cannot forget a field. Only `meta` may hold an empty one.
    else if (key.startsWith('m.')) fields[key] = null
  }
  return fields
}
