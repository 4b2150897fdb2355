import type { Area, Role, SessionView } from '@stip/api'
import { type ChangeEvent, type ReactElement, useRef, useState } from 'react'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import type { Parts } from '../../ui/showing.ts'
import { Notice } from '../../ui/notices/notice.tsx'
import { ExportBoard } from './export-board.tsx'
import type { DrawnEnd, DrawnFormat } from './export-board.tsx'
import { ExportPdf } from './export-pdf.tsx'
import type { Source } from './import-file.ts'
import { ImportSheet } from './import-sheet.tsx'
import { InOutMenu } from './in-out-menu.tsx'
import { LinesSheet } from './lines-sheet.tsx'
import './in-out.css'

/** Files that can be put on a board, by the ending of their names. */
const accepted = '.tldr,.excalidraw,.json,.csv,.tsv,.txt'

interface BoardInOutProps {
  readonly view: Parts<'id' | 'title' | 'groups'>
  readonly board: SessionView['boards'][number]
  readonly name: string
  /** Name of what is saved, without ending. */
  readonly fileName: string
  readonly as: Role
  readonly imagesAllowed: boolean
  /** Of an empty board there is nothing to make a picture of. */
  readonly isEmpty?: boolean
  /** Shows where on the board something was put; missing where the board is not on screen. */
  readonly onShow?: (area: Area) => void
}

/** Everything that goes off a board as a file, and everything that comes on it. */
export function BoardInOut(props: BoardInOutProps): ReactElement {
  const { view, board, name, fileName, as, imagesAllowed, isEmpty = false, onShow } = props
  const [drawn, setDrawn] = useState<DrawnFormat | undefined>()
  const [ended, setEnded] = useState<DrawnEnd>('made')
  const [source, setSource] = useState<Source | undefined>()
  const [asksLines, setAsksLines] = useState(false)
  const fileInput = useRef<HTMLInputElement>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0]
    // So that the same file can be chosen once more.
    target.value = ''
    if (file !== undefined) setSource({ kind: 'file', file })
  }
  return (
    <>
      <InOutMenu
        board={board}
        name={name}
        as={as}
        isEmpty={isEmpty}
        onDraw={(format) => {
          setEnded('made')
          setDrawn(format)
        }}
        onFile={() => fileInput.current?.click()}
        onLines={() => setAsksLines(true)}
      />
      <input
        ref={fileInput}
        type="file"
        accept={accepted}
        hidden
        aria-label={`${nlInOut.file} ${nlInOut.fileHint}`}
        onChange={choose}
      />
      {ended !== 'made' && (
        <div className="stip-in-out__told">
          <Notice kind="error">
            {ended === 'unreachable' ? nlInOut.saveFailed : nlInOut.drawFailed}
          </Notice>
        </div>
      )}
      {drawn === 'pdf' && (
        <ExportPdf
          view={view}
          board={board}
          name={name}
          as={as}
          fileName={fileName}
          onDone={(end) => {
            setDrawn(undefined)
            setEnded(end)
          }}
        />
      )}
      {drawn !== undefined && drawn !== 'pdf' && (
        <ExportBoard
          key={drawn}
          sessionId={view.id}
          boardId={board.id}
          as={as}
          fileName={fileName}
          format={drawn}
          onDone={(end) => {
            setDrawn(undefined)
            setEnded(end)
          }}
        />
      )}
      {asksLines && (
        <LinesSheet
          onClose={() => setAsksLines(false)}
          onPlace={(text) => {
            setAsksLines(false)
            setSource({ kind: 'lines', text })
          }}
        />
      )}
      {source !== undefined && (
        <ImportSheet
          source={source}
          sessionId={view.id}
          boardId={board.id}
          as={as}
          imagesAllowed={imagesAllowed}
          onShow={onShow}
          onClose={() => setSource(undefined)}
        />
      )}
    </>
  )
}
