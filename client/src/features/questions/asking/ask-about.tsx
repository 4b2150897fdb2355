import type { ClientCommand, SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { Button } from '../../../ui/controls/button.tsx'
import { nlAsking } from './nl-asking.ts'

interface AskAboutProps {
  readonly view: Pick<SessionView, 'question' | 'endedAt'>
  readonly topic: keyof typeof nlAsking.askAbout
  /** Of the vision; undefined: all that is to be asked about there. */
  readonly records?: readonly string[]
  readonly isBusy: boolean
  readonly onCommand: (command: ClientCommand) => void
}

/** Asks the room about what stands on the vision; nothing while another question is open. */
export function AskAbout(props: AskAboutProps): ReactElement | null {
  const { view, topic, records, isBusy, onCommand } = props
  if (view.endedAt !== undefined || view.question?.isOpen === true) return null
  return (
    <Button
      size="small"
      isBusy={isBusy}
      onClick={() =>
        onCommand({ type: 'ask-about', topic, ...(records && { records: [...records] }) })
      }
    >
      {nlAsking.askAbout[topic]}
    </Button>
  )
}
