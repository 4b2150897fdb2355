import type { SessionView } from '@stip/api'
import type { ReactElement, ReactNode } from 'react'
import { nlEnded } from '../../texts/board/nl-ended.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Logo } from '../../ui/marks/logo.tsx'
import './calm-step.css'

interface EndedStepProps {
  readonly view: SessionView
  /** The boards to look at once more, by name; the vision comes first. */
  readonly boards: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly onLook: (boardId: string) => void
  /** What else there is to look at. */
  readonly children?: ReactNode
}

/** The end of an evening, with the way back to what was made. */
export function EndedStep({ view, boards, onLook, children }: EndedStepProps): ReactElement {
  const vision = boards.find(({ kind }) => kind === 'vision')
  return (
    <main id="inhoud" tabIndex={-1} className="stip-calm stip-calm--page">
      <Logo />
      <p className="stip-muted" dir="auto">
        {view.title}
      </p>
      <h1 className="nl-heading nl-heading--level-1">{nlEnded.title}</h1>
      <p className="nl-paragraph nl-paragraph--lead">{nlEnded.thanks}</p>
      {boards.length > 0 && <p>{nlEnded.look}</p>}
      <div className="stip-row">
        {vision !== undefined && (
          <Button kind="primary" size="large" onClick={() => onLook(vision.id)}>
            {nlEnded.vision}
          </Button>
        )}
        {boards
          .filter((board) => board !== vision)
          .map((board) => (
            <Button key={board.id} size="large" onClick={() => onLook(board.id)}>
              <bdi>{nlEnded.board(board.name)}</bdi>
            </Button>
          ))}
      </div>
      {children}
    </main>
  )
}
