import IconLayoutBoard from '@tabler/icons-react/dist/esm/icons/IconLayoutBoard.mjs'
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import type { ReactElement } from 'react'
import { nlPhone } from '../../texts/nl-phone.ts'

/** What somebody does on a phone: write, read, or look at the board itself. */
export type PhoneTab = 'write' | 'read' | 'board'

const tabs = [
  ['write', IconPencil],
  ['read', IconList],
  ['board', IconLayoutBoard],
] as const

interface BottomBarProps {
  readonly tab: PhoneTab
  readonly onTab: (tab: PhoneTab) => void
}

/** Three things to do, within reach of a thumb. */
export function BottomBar({ tab, onTab }: BottomBarProps): ReactElement {
  return (
    <nav className="stip-phone__bar" aria-label={nlPhone.bar}>
      {tabs.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          className="stip-phone__tab"
          aria-current={name === tab ? 'page' : undefined}
          onClick={() => onTab(name)}
        >
          <Icon size={22} aria-hidden="true" />
          {nlPhone[name]}
        </button>
      ))}
    </nav>
  )
}
