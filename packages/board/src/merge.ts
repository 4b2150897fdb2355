import { sameJson } from '@stip/primitives'
import type { Json, RecordId } from '@stip/primitives'
import { fieldsOf, recordOf } from './fields.ts'
import { layOut } from './lanes.ts'
import { copyId } from './merge-ids.ts'
import { inState, isRemovedByPeople, memory, sameValue, stateOf } from './merge-memory.ts'
import { MergeDraft } from './merge-draft.ts'
import type { MergeInput, MergePlan } from './merge-plan.ts'
import { lastPlacement, placeCopy } from './place-copy.ts'
import type { Placement } from './place-copy.ts'
import { isTouched, reconcile } from './reconcile.ts'
import type { BoardRecord, Fields, Source, StoredRecord } from './record.ts'
import { viewSources } from './source-view.ts'
import type { SourceView } from './source-view.ts'
import { whatStays } from './what-stays.ts'
import { zonesOnVision } from './zones-on-vision.ts'

/**
 * Plans a merge (samenvoegen): what the server must write on the vision board so that everything
 * people made on the group boards stands there, one lane per group. SPEC.md says what it promises.
 * The plan of a second merge that found nothing new is empty.
 */
export function planMerge(input: MergeInput): MergePlan {
  const views = viewSources(input.boards)
  const draft = new MergeDraft(input.vision)
  const { before } = draft
  const layout = layOut(views, before)
  for (const zone of zonesOnVision(views, layout, before)) draft.enforceZone(zone, input.merge)
  for (const view of views) {
    for (const record of view.present.values()) {
      const placement = placeCopy(view, record, layout, before)
      const source = sourceOf(view, record.id, input.merge)
      const copy = before.get(copyId(view.board, record.id))
      if (copy === undefined) bring(draft, view, record, placement, source)
      else update(draft, view, record, copy, placement, source)
    }
  }
  withdraw(draft, views, input.merge)
  return draft.plan()
}

/** A record that the vision never had. */
function bring(
  draft: MergeDraft,
  view: SourceView,
  source: BoardRecord,
  placement: Placement,
  origin: Source,
): void {
  const name = { id: copyId(view.board, source.id), typeName: source.typeName, type: source.type }
  draft.create({
    kind: 'create',
    record: recordOf(name, placement.fields),
    sources: [origin],
    base: memoryOf(placement),
    isTemplate: false,
  })
  draft.count('added', source)
}

/** A record that the vision has, or had. */
function update(
  draft: MergeDraft,
  view: SourceView,
  source: BoardRecord,
  copy: StoredRecord,
  placement: Placement,
  origin: Source,
): void {
  const { id } = copy.record
  if (isRemovedByPeople(copy)) {
    draft.count('unchanged', source)
    return
  }
  const base = memoryOf(placement)
  const isSameSource = sameJson(copy.base, base)
  const { fields, conflicts } = isSameSource
    ? { fields: {}, conflicts: [] }
    : reconcile(placement.fields, lastPlacement(copy.base, view), fieldsOf(copy.record))
  const all: Record<string, Json> = { ...fields }
  const letter = placement.fields['m.group']
  if (letter !== undefined && copy.record.meta['group'] !== letter) all['m.group'] = letter
  if (copy.record.meta['withdrawn'] === true) all['m.withdrawn'] = false
  if (copy.isGone) all['gone'] = false
  for (const conflict of conflicts) {
    // A place can also change because people took the parent off the vision: no group did that.
    if (!sameValue(base[conflict.key], copy.base?.[conflict.key])) {
      draft.addConflict({ id, ...conflict })
    }
  }
  if (Object.keys(all).length > 0 || !isSameSource) {
    draft.change({ kind: 'change', id, fields: all, sources: withSource(copy, origin), base })
  }
  if (copy.isGone) draft.count('added', source)
  else draft.count(Object.keys(all).length > 0 ? 'updated' : 'unchanged', source)
}

/** Copies whose source was deleted: hidden when nobody touched them, marked when somebody did. */
function withdraw(draft: MergeDraft, views: readonly SourceView[], merge: number): void {
  const viewOf = new Map(views.map((view) => [view.board, view]))
  const orphans = new Map<RecordId, SourceView>()
  for (const [id, stored] of draft.before) {
    if (stored.isTemplate || stored.isGone) continue
    const source = originOf(stored)
    const view = source === undefined ? undefined : viewOf.get(source.board)
    if (source === undefined || view === undefined || view.present.has(source.record)) continue
    const state = stateOf(stored)
    if (state === undefined) orphans.set(id, view)
    // People brought back what a merge hid. That is a choice, and no later merge undoes it.
    else if (state === 'hidden') {
      draft.change({ kind: 'change', id, fields: {}, base: inState(stored.base, 'kept') })
    }
  }
  const stays = whatStays(new Set(orphans.keys()), draft.after, ({ record, base }) => {
    const view = orphans.get(record.id)
    return view !== undefined && isTouched(lastPlacement(base, view), fieldsOf(record))
  })
  for (const [id, view] of orphans) {
    const stored = draft.before.get(id) as StoredRecord
    const source = originOf(stored) as Source
    const fields: Record<string, Json> = {}
    if (stored.record.typeName === 'shape') fields['m.withdrawn'] = true
    if (!stays.has(id)) fields['gone'] = true
    draft.change({
      kind: 'change',
      id,
      fields,
      sources: withSource(stored, sourceOf(view, source.record, merge)),
      base: inState(stored.base, stays.has(id) ? 'kept' : 'hidden'),
    })
    draft.count('withdrawn', stored.record)
  }
}

/** Which of its sources a record is the copy of; undefined for what people made on the vision. */
function originOf({ record, sources }: StoredRecord): Source | undefined {
  return sources.find((source) => copyId(source.board, source.record) === record.id)
}

function memoryOf({ source, placed }: Placement): Fields {
  return Object.keys(placed).length === 0 ? source : { ...source, [memory.placed]: placed }
}

function sourceOf(view: SourceView, record: RecordId, merge: number): Source {
  return { board: view.board, record, revision: merge, group: view.group.id }
}

/** The sources of a record with one of them renewed; the others stay. */
function withSource({ sources }: StoredRecord, renewed: Source): readonly Source[] {
  const others = sources.filter(
    ({ board, record }) => board !== renewed.board || record !== renewed.record,
  )
  return [...others, renewed]
}
