import type { ClientCommand, SessionView } from '@stip/api'
import type { ReactElement } from 'react'
import { Menu, MenuItem, MenuText } from '../../../ui/controls/menu.tsx'
import { nlAsking } from './nl-asking.ts'

interface WeighProps {
  readonly view: Pick<SessionView, 'question' | 'endedAt'>
  /** The sentences to weigh, on the vision. */
  readonly records: readonly string[]
  readonly onCommand: (command: ClientCommand) => void
}

/** "Weeg met stickers": off unless a facilitator goes for it, for a second vote buries what few said. */
export function Weigh({ view, records, onCommand }: WeighProps): ReactElement | null {
  const isAsking = view.question?.isOpen === true
  if (records.length < 2 || view.endedAt !== undefined || isAsking) return null
  return (
    <Menu label={nlAsking.weigh.open}>
      <MenuText>{nlAsking.weigh.hint}</MenuText>
      <MenuItem
        onChoose={() => onCommand({ type: 'ask-about', topic: 'poll', records: [...records] })}
      >
        {nlAsking.askAbout.poll}
      </MenuItem>
    </Menu>
  )
}
