import type { OutlineItem } from '@stip/board'
import type { ReactElement } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Menu, MenuItem } from '../../../ui/controls/menu.tsx'
import { focusAfter } from '../keep-focus.ts'
import { useOutlineTools } from '../outline-context.ts'

interface ItemMenuProps {
  readonly item: OutlineItem
  /** Its first words, between quotes. */
  readonly name: string
}

/** What one does less often with a thing in the list. */
export function ItemMenu({ item, name }: ItemMenuProps): ReactElement {
  const { desk, mayTie, say, setOpen, askOrigin, askTakeAway } = useOutlineTools()
  const outgoing = item.connections.filter(({ direction }) => direction === 'to')
  return (
    <Menu
      label={nlOutline.more}
      name={`${nlOutline.more}: ${name}`}
      className="nl-button nl-button--subtle stip-button stip-button--small"
    >
      <MenuItem onChoose={() => setOpen({ form: 'move', on: item.id })}>
        {nlOutline.move.action}
      </MenuItem>
      {mayTie && item.text !== '' && item.kind !== 'arrow' && (
        <MenuItem onChoose={() => setOpen({ form: 'connect', on: item.id })}>
          {nlOutline.connect.action}
        </MenuItem>
      )}
      {mayTie && item.kind === 'image' && (
        <MenuItem onChoose={() => setOpen({ form: 'describe', on: item.id })}>
          {nlOutline.describe.picture}
        </MenuItem>
      )}
      {outgoing.map((tie) => (
        <MenuItem
          key={tie.arrow}
          onChoose={() => {
            desk.takeAway(tie.arrow)
            say(nlOutline.connect.removed, () => desk.putBack(tie.arrow))
          }}
        >
          {nlOutline.connect.remove(tie.otherText)}
        </MenuItem>
      ))}
      {askOrigin !== undefined && (
        <MenuItem onChoose={() => askOrigin(item.id)}>{nlOutline.origin}</MenuItem>
      )}
      {askTakeAway !== undefined && (
        <MenuItem onChoose={() => askTakeAway(item.id)}>{nlOutline.takeAway}</MenuItem>
      )}
      <MenuItem
        onChoose={() => {
          focusAfter(item.id)
          desk.takeAway(item.id)
          say(nlOutline.remove.done(name), () => desk.putBack(item.id))
        }}
      >
        {nlOutline.remove.action}
      </MenuItem>
    </Menu>
  )
}
