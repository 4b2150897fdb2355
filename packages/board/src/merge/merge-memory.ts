import { sameJson } from '@stip/primitives'
import type { Json } from '@stip/primitives'
import { COPY_OF } from '../copy-origin.ts'
import type { Fields, StoredRecord } from '../record.ts'

/**
 * What a merge remembers about a record of the vision, in its `base`: the fields of the source as
 * last merged, in the source's own coordinates, and next to them these keys of the merge itself.
 */
export const memory = {
  /** Where the merge last put the copy: its 'xy', 'pi' and 'rotation' on the vision. */
  placed: '@placed',
  /** 'hidden': the merge or an undo hid it; 'kept': its source is gone, but it stays in sight. */
  state: '@state',
  /** On a lane: [offset, left, right], see `Lane`. */
  lane: '@lane',
  /** On the frame of a drawing: how much smaller than on its own board it is drawn. */
  scale: '@scale',
  /** Of words that both sides changed: see `WordsMemory`. */
  words: '@words',
} as const

/**
 * Fields of a copy that the merge writes itself, the zone in which it stands on its own board, and what
 * it was copied from there; nobody's edit of them counts.
 */
export const ownKeys: ReadonlySet<string> = new Set([
  'm.group',
  'm.withdrawn',
  'm.zone',
  `m.${COPY_OF}`,
])

export type MergeState = 'hidden' | 'kept' | undefined

/** What the last merge, or its undo, made of a copy; undefined when it simply stands there. */
export function stateOf(stored: StoredRecord): MergeState {
  const state = stored.base?.[memory.state]
  return state === 'hidden' || state === 'kept' ? state : undefined
}

/** Whether people took a record off the vision; then no merge brings it back. */
export function isRemovedByPeople(stored: StoredRecord): boolean {
  return stored.isGone && stateOf(stored) !== 'hidden'
}

/** The same memory with another state. */
export function inState(base: Fields | undefined, state: MergeState): Fields {
  const { [memory.state]: _old, ...rest } = base ?? {}
  return state === undefined ? rest : { ...rest, [memory.state]: state }
}

/** Whether two values of a field are the same; a field that is missing is the same as an empty one. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  return sameJson(one ?? null, other ?? null)
}

/** The keys of both, without the merge's own. */
export function keysOf(one: Fields, other: Fields): readonly string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].filter((key) => !ownKeys.has(key) && !key.startsWith('@'))
}
