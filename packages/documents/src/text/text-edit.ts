import { commonEnd, commonStart } from './write-text-runs.ts'

/** One stretch of plain words replaced by another; places are counted in UTF-16 code units. */
export interface TextEdit {
  readonly at: number
  readonly removed: number
  readonly added: string
}

/**
 * What was typed to turn one text into the other.
 *
 * @param caret - Where the caret stands afterwards: which of two equal letters was typed.
 */
export function editBetween(before: string, after: string, caret = after.length): TextEdit {
  // What stands behind the caret was there before; without it, "aa" could have grown anywhere.
  const behind = commonEnd(before, after)
  const end = Math.min(behind, Math.max(0, after.length - caret))
  const rest = commonEnd(before.slice(0, before.length - end), after.slice(0, after.length - end))
  const start = commonStart(
    before.slice(0, before.length - end),
    after.slice(0, after.length - end),
  )
  const shortest = Math.min(before.length, after.length) - end
  const extra = start < shortest ? Math.min(rest, shortest - start) : 0
  return {
    at: start,
    removed: before.length - end - extra - start,
    added: after.slice(start, after.length - end - extra),
  }
}

/** The same edit in a text that another edit changed meanwhile. What both took away stays away. */
export function rebased(edit: TextEdit, over: TextEdit): TextEdit {
  const at = moved(edit.at, over)
  const end = moved(edit.at + edit.removed, over)
  return { ...edit, at, removed: Math.max(0, end - at) }
}

/** Where a place in a text lies after an edit; a place where something is typed moves along. */
export function moved(place: number, { at, removed, added }: TextEdit): number {
  if (place < at) return place
  if (place <= at + removed) return at + (place === at && removed === 0 ? 0 : added.length)
  return place - removed + added.length
}
