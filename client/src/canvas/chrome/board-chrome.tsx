import type { Role } from '@stip/api'
import { IconEye } from '@tabler/icons-react'
import type { BoardId } from '@stip/primitives'
import { useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useKeyboardShortcuts, useNativeClipboardEvents } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import type { PhotoDesk } from '../images/photo-desk.ts'
import { Photos } from '../images/photos.tsx'
import type { OpenBoard } from '../open-board.ts'
import { ColorRow } from './color-row.tsx'
import { EmptyBoard } from './empty-board.tsx'
import { HistoryButtons } from './history-buttons.tsx'
import { NewNoteButton } from './new-note-button.tsx'
import { NoticeLine } from './notice-line.tsx'
import { PeopleHere } from './people-here.tsx'
import { Toolbar } from './toolbar.tsx'
import { ZoomControls } from './zoom-controls.tsx'

interface BoardChromeProps {
  readonly board: OpenBoard
  readonly boardId: BoardId
  readonly role: Role
  readonly mayWrite: boolean
  readonly desk: PhotoDesk
  readonly imagesAllowed: boolean
  readonly notesOnly: boolean
  /** See {@link BoardCanvasProps.pickedActions}. */
  readonly pickedActions: ReactNode
  readonly onGoToArea: (() => void) | undefined
  readonly onGoToAll: () => void
}

/**
 * Everything around the drawing: over it how one looks and what one can do with what is chosen, and
 * in a strip of its own below it the tools. So they never lie over what people wrote.
 */
export function BoardChrome(props: BoardChromeProps): ReactElement {
  const { board, boardId, role, mayWrite, desk, imagesAllowed, notesOnly, onGoToArea, onGoToAll } =
    props
  const { binding, notices } = board
  const fileInput = useRef<HTMLInputElement>(null)
  useKeyboardShortcuts()
  useNativeClipboardEvents()

  return (
    <>
      <div className="stip-chrome">
        <EmptyBoard mayWrite={mayWrite} />
        <div className="stip-view">
          <PeopleHere />
          <ZoomControls onGoToArea={onGoToArea} onGoToAll={onGoToAll} />
        </div>
        <div className="stip-picked">
          <NoticeLine notices={notices} />
          <div className="stip-tools__row stip-tools__row--picked">
            {mayWrite && !notesOnly && <ColorRow />}
            {props.pickedActions}
          </div>
        </div>
      </div>
      <div className="stip-strip">
        {mayWrite ? (
          <>
            <div className="stip-tools__row">
              <NewNoteButton />
              <Toolbar
                hasImages={imagesAllowed}
                notesOnly={notesOnly}
                onChooseImage={() => fileInput.current?.click()}
              />
              <HistoryButtons binding={binding} />
            </div>
            <input
              ref={fileInput}
              type="file"
              accept="image/*"
              multiple
              hidden
              aria-label={nlCanvas.tools.image.hint}
              onChange={(event) => {
                const files = [...(event.target.files ?? [])]
                event.target.value = ''
                desk.lay(files, undefined)
              }}
            />
            <Photos desk={desk} binding={binding} boardId={boardId} role={role} />
          </>
        ) : (
          <p className="stip-read-only">
            <IconEye aria-hidden size={20} stroke={1.75} /> {nlCanvas.readOnly}
          </p>
        )}
      </div>
    </>
  )
}
