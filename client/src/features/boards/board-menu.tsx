import type { ReactElement } from 'react'
import { exportUrl } from '../../live/api.ts'
import { nlConsole } from '../../texts/nl-console.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'

export type ImageFormat = 'png' | 'svg'

interface BoardMenuProps {
  readonly board: { readonly id: string }
  readonly name: string
  readonly onImage: (format: ImageFormat) => void
}

/** A board as a file: pictures are made here, the other two come from the server. */
export function BoardMenu({ board, name, onImage }: BoardMenuProps): ReactElement {
  const texts = nlConsole.boards
  return (
    <Menu name={`${texts.save}: ${name}`} label={texts.save}>
      <MenuItem onChoose={() => onImage('png')}>{texts.png}</MenuItem>
      <MenuItem onChoose={() => onImage('svg')}>{texts.svg}</MenuItem>
      <MenuItem download={exportUrl(board.id, 'tldr', 'facilitator')}>{texts.tldr}</MenuItem>
      <MenuItem download={exportUrl(board.id, 'json', 'facilitator')}>{texts.json}</MenuItem>
    </Menu>
  )
}
