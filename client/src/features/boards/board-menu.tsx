import type { ReactElement } from 'react'
import { exportUrl } from '../../live/api.ts'
import { nlConsole } from '../../texts/nl-console.ts'
import { Menu, MenuItem, MenuText } from '../../ui/menu.tsx'

export type ImageFormat = 'png' | 'svg'

interface BoardMenuProps {
  readonly board: { readonly id: string }
  readonly name: string
  /** Of an empty board there is nothing to make a picture of. */
  readonly isEmpty: boolean
  readonly onImage: (format: ImageFormat) => void
}

/** A board as a file: pictures are made here, the other two come from the server. */
export function BoardMenu({ board, name, isEmpty, onImage }: BoardMenuProps): ReactElement {
  const texts = nlConsole.boards
  return (
    <Menu name={`${texts.save}: ${name}`} label={texts.save}>
      {isEmpty && <MenuText>{texts.empty}</MenuText>}
      <MenuItem isDisabled={isEmpty} onChoose={() => onImage('png')}>
        {texts.png}
      </MenuItem>
      <MenuItem isDisabled={isEmpty} onChoose={() => onImage('svg')}>
        {texts.svg}
      </MenuItem>
      <MenuItem download={exportUrl(board.id, 'tldr', 'facilitator')}>{texts.tldr}</MenuItem>
      <MenuItem download={exportUrl(board.id, 'json', 'facilitator')}>{texts.json}</MenuItem>
    </Menu>
  )
}
