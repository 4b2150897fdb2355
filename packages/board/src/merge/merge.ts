import type { RecordId } from '@stip/primitives'
import { withdrawCopies, writeCopy } from './copy-writes.ts'
import type { Orphan } from './copy-writes.ts'
import { layOut } from './lanes.ts'
import { copyId } from './merge-ids.ts'
import { MergeDraft } from './merge-draft.ts'
import type { MergeInput, MergePlan } from './merge-plan.ts'
import { lastPlacement, placeCopy } from './place-copy.ts'
import type { Source, StoredRecord } from '../record.ts'
import { viewSources } from '../source-view.ts'
import type { SourceView } from '../source-view.ts'
import { zonesOnVision } from './zones-on-vision.ts'

/**
 * Plans how all group boards come to stand beside each other on a board: what the server must
 * write so that everything people made on them stands there, one lane per group. SPEC.md says
 * what it promises. The plan of a second merge that found nothing new is empty.
 */
export function planMerge(input: MergeInput): MergePlan {
  const views = viewSources(input.boards)
  const draft = new MergeDraft(input.vision)
  const { before } = draft
  const layout = layOut(views, before)
  for (const zone of zonesOnVision(views, layout, before)) draft.enforceZone(zone, input.merge)
  for (const view of views) {
    for (const record of view.present.values()) {
      const id = copyId(view.board, record.id)
      writeCopy(draft, {
        name: { id, typeName: record.typeName, type: record.type },
        placement: placeCopy(view, record, layout, before),
        origin: sourceOf(view, record.id, input.merge),
        last: (base) => lastPlacement(base, view),
      })
    }
  }
  withdrawCopies(draft, orphansOf(before, views, input.merge))
  return draft.plan()
}

/** Copies of what is no longer on the board of its group. */
function orphansOf(
  vision: ReadonlyMap<RecordId, StoredRecord>,
  views: readonly SourceView[],
  merge: number,
): ReadonlyMap<RecordId, Orphan> {
  const viewOf = new Map(views.map((view) => [view.board, view]))
  const orphans = new Map<RecordId, Orphan>()
  for (const [id, stored] of vision) {
    const source = originOf(stored)
    const view = source === undefined ? undefined : viewOf.get(source.board)
    if (source === undefined || view === undefined || view.present.has(source.record)) continue
    const last: Orphan['last'] = (base) => lastPlacement(base, view)
    orphans.set(id, { origin: sourceOf(view, source.record, merge), last })
  }
  return orphans
}

/** Which of its sources a record is the copy of; undefined for what people made on the vision. */
export function originOf({ record, sources }: StoredRecord): Source | undefined {
  return sources.find((source) => copyId(source.board, source.record) === record.id)
}

/** A record of a group board as the source of something on the vision. */
export function sourceOf(view: SourceView, record: RecordId, merge: number): Source {
  return { board: view.board, record, revision: merge, group: view.group.id }
}
