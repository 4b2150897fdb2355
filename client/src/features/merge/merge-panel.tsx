import type { CommandAnswer } from '@stip/api'
import IconArrowsJoin from '@tabler/icons-react/dist/esm/icons/IconArrowsJoin.mjs'
import type { ReactElement } from 'react'
import { timeOfDay } from '../../live/clock/clock.ts'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import { mergeSentence } from '../../texts/console/merge-sentence.ts'
import { type Parts, showing } from '../../ui/showing.ts'
import './merge-panel.css'

interface MergePanelProps {
  readonly view: Parts<'merge' | 'groups' | 'groupsFrozen' | 'endedAt'>
  /** Boards are being merged, or a merge is being undone. */
  readonly isBusy: boolean
  readonly isMerging: boolean
  /** Merging is the primary button beside the agenda now; it stands on the screen once. */
  readonly isMergeNext: boolean
  readonly summary: CommandAnswer['merge']
  /** The way back stands elsewhere on the screen: there is one at a time. */
  readonly isUndoShown: boolean
  readonly onMerge: () => void
  readonly onUndo: () => void
  readonly onOpenVision: () => void
  /** Keeps groups from writing on their boards, or lets them again. */
  readonly onFreeze: (on: boolean) => void
}

/** Brings the group boards together on the vision board, and takes that back. */
export const MergePanel = showing(['merge', 'groups', 'groupsFrozen', 'endedAt'], Merging)

function Merging(props: MergePanelProps): ReactElement {
  const { view, isBusy, isMerging, isMergeNext, summary } = props
  const texts = nlConsole.merge
  const isFrozen = view.groupsFrozen === true
  const hasMerged = view.merge.count > 0
  return (
    <section className="stip-merge" aria-labelledby="merge-title">
      <h2 id="merge-title" className="stip-panel-title">
        {texts.title}
      </h2>
      <p className="stip-muted">{texts.hint}</p>
      <output className="stip-merge__result">
        {isMerging && texts.busyBoards(view.groups.length)}
        {isBusy && !isMerging && texts.busyUndo}
        {!isBusy && summary !== undefined && mergeSentence(summary, view.merge.count < 2)}
        {!isBusy &&
          summary === undefined &&
          view.merge.lastAt !== undefined &&
          texts.last(timeOfDay(view.merge.lastAt))}
      </output>
      {isFrozen && <p>{texts.frozen}</p>}
      <div className="stip-row">
        {!isMergeNext && (
          <Button
            disabled={isBusy || view.endedAt !== undefined}
            icon={<IconArrowsJoin size={20} aria-hidden="true" />}
            onClick={props.onMerge}
          >
            {isMerging ? texts.busy : hasMerged ? texts.mergeAgain : texts.merge}
          </Button>
        )}
        {hasMerged && <Button onClick={props.onOpenVision}>{texts.openVision}</Button>}
        {view.endedAt === undefined && (
          <Button
            kind={isFrozen ? 'secondary' : 'subtle'}
            title={isFrozen ? undefined : texts.freezeLong}
            onClick={() => props.onFreeze(!isFrozen)}
          >
            {isFrozen ? texts.unfreeze : texts.freeze}
          </Button>
        )}
        {view.merge.canUndo && !props.isUndoShown && (
          <Button kind="subtle" disabled={isBusy} onClick={props.onUndo}>
            {texts.undo}
          </Button>
        )}
      </div>
    </section>
  )
}
