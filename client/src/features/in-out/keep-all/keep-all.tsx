import type { SessionView } from '@stip/api'
import { type ReactElement, useEffect, useEffectEvent } from 'react'
import { nlKeepAll } from '../../../texts/files/nl-keep-all.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { Notice } from '../../../ui/notices/notice.tsx'
import { Sheet } from '../../../ui/controls/sheet.tsx'
import { BoardOutOfSight } from './board-out-of-sight.tsx'
import type { BoardToKeep } from './gather.ts'
import { useKeepAll } from './use-keep-all.ts'
import type { KeepState } from './use-keep-all.ts'
import '../in-out.css'

interface KeepAllProps {
  readonly view: SessionView
  readonly boards: readonly BoardToKeep[]
  readonly onClose: () => void
}

/** Saves all boards in one file at once, with how far it is, a way to stop, and what did not come along. */
export function KeepAll({ view, boards, onClose }: KeepAllProps): ReactElement {
  const { state, opening, start, stop } = useKeepAll(view, boards)
  const isBusy = state.kind === 'busy'
  const begin = useEffectEvent(() => void start())
  // Whoever opens this asked for the file.
  useEffect(() => begin(), [])
  const close = (): void => {
    stop()
    onClose()
  }
  return (
    <Sheet label={nlKeepAll.title} onClose={close}>
      <h2 className="nl-heading nl-heading--level-2">{nlKeepAll.title}</h2>
      <p>{nlKeepAll.explain}</p>
      <div className="stip-in-out__outcome" aria-live="polite">
        <Outcome state={state} boards={boards} />
      </div>
      <div className="stip-in-out__buttons">
        <Button onClick={isBusy ? stop : close}>{isBusy ? nlKeepAll.stop : nlKeepAll.close}</Button>
        {(state.kind === 'stopped' || state.kind === 'failed') && (
          <Button kind="primary" onClick={() => void start()}>
            {nlKeepAll.again}
          </Button>
        )}
      </div>
      {isBusy && opening !== undefined && (
        <BoardOutOfSight
          key={opening.board.id}
          sessionId={view.id}
          board={opening.board}
          onReady={opening.resolve}
          onFail={opening.reject}
        />
      )}
    </Sheet>
  )
}

function Outcome({
  state,
  boards,
}: {
  readonly state: KeepState
  readonly boards: readonly BoardToKeep[]
}): ReactElement | null {
  switch (state.kind) {
    case 'idle':
      return null
    case 'stopped':
      return <p>{nlKeepAll.stopped}</p>
    case 'failed':
      return <Notice kind="error">{nlKeepAll.failed}</Notice>
    case 'busy':
      return <Progress share={state.share} text={textOf(state.board, boards)} />
    case 'done':
      return state.missing.length === 0 ? (
        <p>{nlKeepAll.done}</p>
      ) : (
        <Notice kind="error">
          {nlKeepAll.partly}
          <ul>
            {state.missing.map(([board, part]) => (
              <li key={board + part}>{nlKeepAll.missing(board, part)}</li>
            ))}
          </ul>
        </Notice>
      )
    default:
      return state satisfies never
  }
}

function Progress({ share, text }: { readonly share: number; readonly text: string }) {
  return (
    <>
      <p dir="auto">{text}</p>
      <progress className="stip-in-out__progress" aria-label={text} value={share} />
    </>
  )
}

function textOf(number: number | undefined, boards: readonly BoardToKeep[]): string {
  const board = number === undefined ? undefined : boards[number]
  if (number === undefined || board === undefined) return nlKeepAll.packing
  return nlKeepAll.board(number + 1, boards.length, board.name)
}
