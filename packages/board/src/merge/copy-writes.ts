import { sameJson } from '@stip/primitives'
import type { Json, RecordId } from '@stip/primitives'
import { agreedBefore, withWords, withoutWords, wordsAfter } from '../conflicts/words-memory.ts'
import { fieldsOf, recordOf } from '../fields.ts'
import { inState, isRemovedByPeople, memory, sameValue, stateOf } from './merge-memory.ts'
import type { MergeDraft } from './merge-draft.ts'
import { isTouched, reconcile } from './reconcile.ts'
import type { BoardRecord, Fields, Source, StoredRecord } from '../record.ts'
import { whatStays } from './what-stays.ts'

/** What a copy should be on the vision, and where it goes. */
export interface Placement {
  /** The source as it is on its own board. */
  readonly source: Fields
  /** What the copy takes over of the source, as it should be on the vision. */
  readonly fields: Fields
  /** What the merge itself decides, its place for one; nothing for what has no place. */
  readonly placed: Fields
}

/** A copy that a merge wants on the vision. */
export interface WantedCopy {
  readonly name: Pick<BoardRecord, 'id' | 'typeName' | 'type'>
  readonly placement: Placement
  readonly origin: Source
  /** What the last merge took over, from its memory: the middle of the three-way comparison. */
  readonly last: (base: Fields | undefined) => Fields
  /** What people see move: it is written whatever they did, and counted as new. */
  readonly brought?: Fields | undefined
  /** Nothing of it is counted. */
  readonly isPart?: boolean
}

/** Brings a copy to the vision, or brings what is there up to date. */
export function writeCopy(draft: MergeDraft, wanted: WantedCopy): void {
  const copy = draft.before.get(wanted.name.id)
  if (copy === undefined) bring(draft, wanted)
  else update(draft, wanted, copy)
}

/** A record that the vision never had. */
function bring(draft: MergeDraft, { name, placement, origin, isPart }: WantedCopy): void {
  const record = recordOf(name, { ...placement.fields, ...placement.placed })
  draft.create({
    kind: 'create',
    record,
    sources: [origin],
    base: memoryOf(placement),
    isTemplate: false,
  })
  if (isPart === true) draft.countPart(origin.board)
  else draft.count('added', record, origin.board)
}

/** A record that the vision has, or had. */
function update(draft: MergeDraft, wanted: WantedCopy, copy: StoredRecord): void {
  const { placement, origin, brought = {} } = wanted
  const { id } = copy.record
  const count = (outcome: 'added' | 'updated' | 'unchanged'): void => {
    if (wanted.isPart !== true) draft.count(outcome, copy.record, origin.board)
    else if (outcome !== 'unchanged') draft.countPart(origin.board)
  }
  if (isRemovedByPeople(copy)) {
    count('unchanged')
    return
  }
  const source = memoryOf(placement)
  const isSameSource = sameJson(withoutWords(copy.base), source)
  const agreed = agreedBefore(copy)
  const { fields, conflicts } = isSameSource
    ? { fields: {}, conflicts: [] }
    : reconcile(placement.fields, wanted.last(agreed), fieldsOf(copy.record))
  const words = wordsAfter(copy, source, conflicts)
  const base = withWords(source, words)
  const all: Record<string, Json> = { ...fields, ...brought }
  const letter = placement.fields['m.group']
  if (letter !== undefined && copy.record.meta['group'] !== letter) all['m.group'] = letter
  if (copy.record.meta['withdrawn'] === true) all['m.withdrawn'] = false
  if (copy.isGone) all['gone'] = false
  for (const conflict of conflicts) {
    // A place can also change because people took the parent off the vision: no group did that.
    const isNews = !sameValue(base[conflict.key], copy.base?.[conflict.key])
    const isChosen = conflict.key === 't' && words?.chosen !== undefined
    if (isNews && !isChosen) draft.addConflict({ id, ...conflict }, origin.board)
  }
  if (Object.keys(all).length > 0 || !isSameSource) {
    draft.change({ kind: 'change', id, fields: all, sources: withSource(copy, origin), base })
  }
  if (copy.isGone || Object.keys(brought).length > 0) count('added')
  else count(Object.keys(all).length > 0 ? 'updated' : 'unchanged')
}

/** A copy whose source is no longer there. */
export interface Orphan {
  readonly origin: Source
  /** Everything as the last merge left it. */
  readonly last: (base: Fields | undefined) => Fields
  readonly isPart?: boolean
}

/** Copies whose source was deleted: hidden when nobody touched them, marked when somebody did. */
export function withdrawCopies(draft: MergeDraft, all: ReadonlyMap<RecordId, Orphan>): void {
  const orphans = new Map<RecordId, Orphan>()
  for (const [id, orphan] of all) {
    const stored = draft.before.get(id)
    if (stored === undefined || stored.isTemplate || stored.isGone) continue
    const state = stateOf(stored)
    if (state === undefined) orphans.set(id, orphan)
    // People brought back what a merge hid. That is a choice, and no later merge undoes it.
    else if (state === 'hidden') {
      draft.change({ kind: 'change', id, fields: {}, base: inState(stored.base, 'kept') })
    }
  }
  const stays = whatStays(new Set(orphans.keys()), draft.after, ({ record, base }) => {
    const orphan = orphans.get(record.id)
    return orphan !== undefined && isTouched(orphan.last(base), fieldsOf(record))
  })
  for (const [id, { origin, isPart }] of orphans) {
    const stored = draft.before.get(id) as StoredRecord
    const fields: Record<string, Json> = {}
    if (stored.record.typeName === 'shape') fields['m.withdrawn'] = true
    if (!stays.has(id)) fields['gone'] = true
    draft.change({
      kind: 'change',
      id,
      fields,
      sources: withSource(stored, origin),
      base: inState(stored.base, stays.has(id) ? 'kept' : 'hidden'),
    })
    if (isPart === true) draft.countPart(origin.board)
    else draft.count('withdrawn', stored.record, origin.board)
  }
}

function memoryOf({ source, placed }: Placement): Fields {
  return Object.keys(placed).length === 0 ? source : { ...source, [memory.placed]: placed }
}

/** The sources of a record with one of them renewed; the others stay. */
function withSource({ sources }: StoredRecord, renewed: Source): readonly Source[] {
  const others = sources.filter(
    ({ board, record }) => board !== renewed.board || record !== renewed.record,
  )
  return [...others, renewed]
}
