import type { Role } from '@stip/api'
import type { ReactElement } from 'react'
import { exportUrl } from '../../live/api/export-url.ts'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import { nl } from '../../texts/nl.ts'
import { Menu, MenuItem, MenuText } from '../../ui/controls/menu.tsx'
import type { DrawnFormat } from './export-board.tsx'

interface InOutMenuProps {
  readonly board: { readonly id: string; readonly access: 'read' | 'write' }
  readonly name: string
  readonly as: Role
  readonly isEmpty: boolean
  readonly onDraw: (format: DrawnFormat) => void
  readonly onFile: () => void
  readonly onLines: () => void
}

/** A board as a file, and files on a board: pictures are made here, tables and data by the server. */
export function InOutMenu(props: InOutMenuProps): ReactElement {
  const { board, name, as, isEmpty, onDraw } = props
  return (
    <Menu name={`${nl.boards.inOut}: ${name}`} label={nl.boards.inOut}>
      <MenuText>{isEmpty ? nlInOut.empty : nlInOut.takeHome}</MenuText>
      {(['png', 'svg', 'pdf'] as const).map((format) => (
        <MenuItem key={format} isDisabled={isEmpty} onChoose={() => onDraw(format)}>
          {nlInOut[format]}
        </MenuItem>
      ))}
      {(['csv', 'tldr', 'json'] as const).map((format) => (
        <MenuItem key={format} download={exportUrl(board.id, format, as)}>
          {nlInOut[format]}
        </MenuItem>
      ))}
      {board.access === 'write' && (
        <>
          <MenuText>{nlInOut.bringIn}</MenuText>
          <MenuItem onChoose={props.onFile}>
            <span>
              {nlInOut.file}
              <small className="stip-in-out__hint">{nlInOut.fileHint}</small>
            </span>
          </MenuItem>
          <MenuItem onChoose={props.onLines}>{nlInOut.lines}</MenuItem>
        </>
      )}
    </Menu>
  )
}
