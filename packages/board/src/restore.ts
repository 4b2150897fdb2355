import type { Json } from '@stip/primitives'
import { inState, sameValue } from './merge/merge-memory.ts'
import type { ChangeWrite } from './merge/merge-plan.ts'
import type { Fields, StoredRecord } from './record.ts'
import { parentIn, storedFields } from './stored-fields.ts'
import type { AppliedWrite } from './merge/undo.ts'

/** A record as a kept moment holds it. */
export type RecordThen = Pick<StoredRecord, 'record' | 'isGone'>

/**
 * Plans to bring a board back to a moment, forward: as new edits. What people made since is
 * hidden, never removed, and the template stays as it is now. Sources are not touched.
 *
 * @param moment - What was there; what was deleted by then may be left out.
 * @param board - The board as it is now, with what is gone.
 */
export function planRestore(
  moment: readonly RecordThen[],
  board: readonly StoredRecord[],
): readonly ChangeWrite[] {
  const then = new Map(moment.map((each) => [each.record.id, each]))
  const writes: ChangeWrite[] = []
  for (const stored of board) {
    // A picture that nothing shows harms nobody, and whoever brings the image back needs it.
    if (stored.isTemplate || stored.record.typeName === 'asset') continue
    const before = then.get(stored.record.id)
    const fields = before === undefined ? hidden(stored) : backTo(before, stored)
    if (Object.keys(fields).length === 0) continue
    // At that moment no merge had brought it yet: going back there is not removing it.
    const isCopy = fields['gone'] === true && stored.sources.length > 0
    writes.push({
      kind: 'change',
      id: stored.record.id,
      fields,
      ...(isCopy && { base: inState(stored.base, 'hidden') }),
    })
  }
  return writes
}

/**
 * Plans the undo of a restore: every field that still is what the restore wrote goes back to what
 * it was. Whatever people changed since stays as they left it.
 */
export function planUndoRestore(
  applied: readonly AppliedWrite[],
  board: readonly StoredRecord[],
): readonly ChangeWrite[] {
  const now = new Map(board.map((stored) => [stored.record.id, stored]))
  return applied.flatMap(({ id, before = {}, after, baseBefore }) => {
    const stored = now.get(id)
    if (stored === undefined) return []
    const fields = takenBack(before, after, storedFields(stored))
    if (Object.keys(fields).length === 0) return []
    const base = Object.hasOwn(fields, 'gone') ? baseBefore : undefined
    return [{ kind: 'change', id, fields, ...(base !== undefined && { base }) }]
  })
}

function hidden({ isGone }: StoredRecord): Fields {
  return isGone ? {} : { gone: true }
}

function backTo(before: RecordThen, stored: StoredRecord): Fields {
  const now = storedFields(stored)
  const then: Fields = storedFields({ ...stored, ...before })
  const keys = new Set([...Object.keys(then), ...Object.keys(now)])
  return fieldsAt(
    [...keys].filter((key) => !sameValue(then[key], now[key])),
    then,
  )
}

function takenBack(before: Fields, after: Fields, now: Fields): Fields {
  const isEdited = (key: string): boolean => !sameValue(now[key], after[key])
  // A place means nothing under another parent: these go back together, or not at all.
  const together = ['xy', 'pi', 'rotation'].filter((key) => key in after)
  const keepsPlace = parentIn(before) !== parentIn(after) && together.some(isEdited)
  const keys = Object.keys(after).filter(
    (key) => !isEdited(key) && !(keepsPlace && together.includes(key)),
  )
  return fieldsAt(keys, before)
}

/** The values of some fields. A document cannot forget a field; only `meta` may hold an empty one. */
function fieldsAt(keys: readonly string[], values: Fields): Fields {
  const fields: Record<string, Json> = {}
  for (const key of keys) {
    const value = values[key]
    if (value !== undefined) fields[key] = value
    else if (key.startsWith('m.')) fields[key] = null
  }
  return fields
}
