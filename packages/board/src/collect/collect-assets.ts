import { writeCopy } from '../merge/copy-writes.ts'
import { fieldsOf } from '../fields.ts'
import type { MergeDraft } from '../merge/merge-draft.ts'
import { copyId } from '../merge/merge-ids.ts'
import { sourceOf } from '../merge/merge.ts'
import type { SourceView } from '../source-view.ts'

/** Brings what is on the pictures that stand on the vision by themselves. */
export function collectAssets(draft: MergeDraft, view: SourceView, merge: number): void {
  const assets = [...view.present.values()].filter(({ typeName }) => typeName === 'asset')
  if (assets.length === 0) return
  const live = [...draft.after.values()].filter(({ isGone }) => !isGone)
  const used = new Set(live.map(({ record }) => record.props['assetId']))
  for (const record of assets) {
    const id = copyId(view.board, record.id)
    if (!used.has(id)) continue
    const content = fieldsOf(record)
    writeCopy(draft, {
      name: { id, typeName: 'asset', type: record.type },
      placement: { source: content, fields: content, placed: {} },
      origin: sourceOf(view, record.id, merge),
      last: (base) => base ?? {},
      isPart: true,
    })
  }
}
