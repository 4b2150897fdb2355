import type { SessionView } from '@stip/api'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { boardFileName, boardName } from '../../features/boards/board-names.ts'
import { BoardTabs } from '../../features/boards/board-tabs.tsx'
import { HistoryMenu } from '../../features/history/history-menu.tsx'
import { BoardInOutLater } from '../../features/in-out/board-in-out-later.tsx'
import { StepWords } from '../../features/step/step-words.tsx'
import { nlNames } from '../../texts/board/nl-help.ts'
import { nl } from '../../texts/nl.ts'
import { nlPhone } from '../../texts/nl-phone.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { WhereNotesAre } from '../board/beside-board.ts'

interface PhoneMoreProps {
  readonly view: SessionView
  readonly board: SessionView['boards'][number] | undefined
  readonly goTo: (boardId: string) => void
  readonly onClose: () => void
}

/** What a phone has no room for: the whole instruction, other boards, what was, what to take home. */
export function PhoneMore({ view, board, goTo, onClose }: PhoneMoreProps): ReactElement {
  const step = view.endedAt === undefined ? view.steps[view.position] : undefined
  return (
    <Sheet label={nlPhone.more} onClose={onClose}>
      <div className="stip-sheet__head">
        <div>
          {step !== undefined && (
            <p className="stip-muted">{nl.step.of(view.position + 1, view.steps.length)}</p>
          )}
          <h2 className="nl-heading nl-heading--level-2">{step?.title ?? view.title}</h2>
        </div>
        <Button kind="subtle" icon={<IconX size={20} aria-hidden="true" />} onClick={onClose}>
          {nl.step.close}
        </Button>
      </div>
      {step !== undefined && <StepWords step={step} />}
      <div className="stip-row">
        <WhereNotesAre view={view} kind={board?.kind} />
      </div>
      <BoardTabs
        view={view}
        current={board?.id}
        onChoose={(boardId) => {
          goTo(boardId)
          onClose()
        }}
      />
      {board !== undefined && (
        <div className="stip-row">
          <HistoryMenu sessionId={view.id} board={board} as="participant" />
          <BoardInOutLater
            view={view}
            board={board}
            name={boardName(view, board)}
            fileName={boardFileName(view, board)}
            as="participant"
            imagesAllowed={view.imagesAllowed}
            onShow={() => onClose()}
          />
        </div>
      )}
      <p className="stip-muted">{view.showsNames ? nlNames.shown : nlNames.hidden}</p>
    </Sheet>
  )
}
