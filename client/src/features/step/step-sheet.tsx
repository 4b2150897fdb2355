import type { StepView } from '@stip/api'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { nlHelp, nlNames } from '../../texts/board/nl-help.ts'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import { StepWords } from './step-words.tsx'

interface StepSheetProps {
  readonly step: StepView
  /** Which step it is of how many, in words. */
  readonly place: string
  readonly showsNames: boolean
  readonly onClose: () => void
}

/** The whole instruction of a step, over the board. */
export function StepSheet({ step, place, showsNames, onClose }: StepSheetProps): ReactElement {
  return (
    <Sheet label={step.title} onClose={onClose}>
      <div className="stip-sheet__head">
        <div>
          <p className="stip-muted">{place}</p>
          <h2 className="nl-heading nl-heading--level-2">{step.title}</h2>
        </div>
        <Button kind="subtle" icon={<IconX size={20} aria-hidden="true" />} onClick={onClose}>
          {nl.step.close}
        </Button>
      </div>
      <StepWords step={step} />
      {step.hasBoard && <BoardHelp />}
      <p className="stip-muted">{showsNames ? nlNames.shown : nlNames.hidden}</p>
    </Sheet>
  )
}

/** How the board works, for who never saw one. */
function BoardHelp(): ReactElement {
  return (
    <details className="stip-board-help">
      <summary>{nlHelp.title}</summary>
      <ul>
        {nlHelp.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
