import type { StepView } from '@stip/api'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ReactElement } from 'react'
import { nl } from '../../texts/nl.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StepWords } from './step-words.tsx'

interface StepSheetProps {
  readonly step: StepView
  readonly showsNames: boolean
  readonly onClose: () => void
}

/** The whole instruction of a step, over the board. */
export function StepSheet({ step, showsNames, onClose }: StepSheetProps): ReactElement {
  return (
    <Sheet label={step.title} onClose={onClose}>
      <div className="stip-sheet__head">
        <h2 className="nl-heading nl-heading--level-2">{step.title}</h2>
        <Button kind="subtle" icon={<IconX size={20} aria-hidden="true" />} onClick={onClose}>
          {nl.step.close}
        </Button>
      </div>
      <StepWords step={step} />
      <p className="stip-muted">{showsNames ? nl.step.namesShown : nl.step.namesHidden}</p>
    </Sheet>
  )
}
