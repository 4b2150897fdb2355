import type { MomentView, Role } from '@stip/api'
import type { BoardId, SessionId } from '@stip/primitives'
import { type ReactElement, Suspense, lazy, useCallback, useState } from 'react'
import { historyApi } from '../../live/api/history-api.ts'
import { nlHistory } from '../../texts/console/nl-history.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { Failed, Head, Waiting } from './panel-parts.tsx'
import { MomentSlider } from './moment-slider.tsx'
import { countedWords, MomentInWords } from './moment-in-words.tsx'
import { momentWords } from './moment-words.ts'
import { useAnswer } from './use-answer.ts'
import type { Asked } from './use-answer.ts'
import { useBoardNow } from './use-board-now.ts'
import type { RecordThen } from './use-board-now.ts'
import './history.css'
import { part } from '../../live/part.ts'

const BoardPreview = lazy(() =>
  part(async () => ({ default: (await import('../../canvas/index.ts')).BoardPreview })),
)

interface HistoryPanelProps {
  readonly sessionId: SessionId
  readonly boardId: BoardId
  readonly as: Role
  /** Given to the facilitator, while the session runs. */
  readonly onRestore?: ((moment: number) => void) | undefined
  readonly onClose: () => void
}

/** What a board looked like, moment by moment, and the way back to one. */
export function HistoryPanel(props: HistoryPanelProps): ReactElement {
  const { boardId, as, onClose } = props
  const ask = useCallback(() => historyApi.moments(boardId, as), [boardId, as])
  const [list, askAgain] = useAnswer(ask)
  return (
    <Sheet size="wide" label={nlHistory.moments.title} onClose={onClose}>
      <Head title={nlHistory.moments.title} onClose={onClose} />
      {list.kind === 'waiting' && <Waiting />}
      {list.kind === 'failed' && <Failed problem={list.problem} onRetry={askAgain} />}
      {list.kind === 'here' && list.value.moments.length === 0 && <p>{nlHistory.moments.none}</p>}
      {list.kind === 'here' && list.value.moments.length > 0 && (
        <Moments {...props} moments={list.value.moments} />
      )}
    </Sheet>
  )
}

interface MomentsProps extends HistoryPanelProps {
  readonly moments: readonly MomentView[]
}

function Moments({ moments, sessionId, boardId, as, onRestore }: MomentsProps): ReactElement {
  const texts = nlHistory.moments
  const [now] = useState(Date.now)
  const [chosen, setChosen] = useState(moments.length)
  const moment = moments[chosen]
  const number = moment?.canPreview === true ? moment.number : undefined
  const ask = useCallback(
    () => historyApi.momentRecords(boardId, number ?? 0, as),
    [boardId, number, as],
  )
  const [then, askAgain] = useAnswer(number === undefined ? undefined : ask)
  const current = useBoardNow({ sessionId, boardId, role: as })
  const stops = [...moments.map((each) => momentWords(each, now)), texts.nowLong]
  const shown: Asked<readonly RecordThen[]> =
    moment === undefined ? { kind: 'here', value: current } : recordsOf(then)
  return (
    <>
      <p className="stip-history__hint">{texts.hint}</p>
      <MomentSlider stops={stops} chosen={chosen} onChoose={setChosen} />
      {onRestore !== undefined && moment !== undefined && (
        <div className="stip-history__restore">
          <Button kind="primary" onClick={() => onRestore(moment.number)}>
            {texts.restore}
          </Button>
          <p className="stip-history__hint">{texts.restoreHint}</p>
        </div>
      )}
      {moment?.canPreview === false ? (
        <p className="stip-history__preview stip-history__preview--none">{texts.anonymous}</p>
      ) : (
        <Preview shown={shown} when={stops[chosen] ?? ''} onRetry={askAgain} />
      )}
    </>
  )
}

function recordsOf(
  then: Asked<{ readonly records: readonly object[] }>,
): Asked<readonly RecordThen[]> {
  // Records of a board are checked by what shows them, as they are when they come from others.
  return then.kind === 'here'
    ? { kind: 'here', value: then.value.records as readonly RecordThen[] }
    : then
}

interface PreviewProps {
  readonly shown: Asked<readonly RecordThen[]>
  readonly when: string
  readonly onRetry: () => void
}

function Preview({ shown, when, onRetry }: PreviewProps): ReactElement {
  if (shown.kind === 'failed') return <Failed problem={shown.problem} onRetry={onRetry} />
  return (
    <>
      <div className="stip-history__preview">
        {shown.kind === 'here' ? (
          <Suspense fallback={<Waiting />}>
            <BoardPreview records={shown.value} label={nlHistory.moments.preview(when)} />
          </Suspense>
        ) : (
          <Waiting />
        )}
      </div>
      {shown.kind === 'here' && (
        <>
          <output className="stip-history__counted">{countedWords(shown.value)}</output>
          <MomentInWords records={shown.value} />
        </>
      )}
    </>
  )
}
