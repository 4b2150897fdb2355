import type { Role } from '@stip/api'
import { type ReactElement, Suspense, lazy, useRef } from 'react'
import type { BoardHandle, BoardStatus } from '../../canvas/board-props.ts'
import { nlConsole } from '../../texts/nl-console.ts'
import type { ImageFormat } from './board-menu.tsx'
import './image-export.css'

const BoardCanvas = lazy(() => import('../../canvas/index.ts'))

/** Only the console makes pictures of boards that are not on screen. */
const exporter: Role = 'facilitator'

const unreachable: ReadonlySet<BoardStatus['kind']> = new Set([
  'offline',
  'refused',
  'damaged',
  'closed',
])

interface ImageExportProps {
  readonly sessionId: string
  readonly boardId: string
  readonly fileName: string
  readonly format: ImageFormat
  readonly onDone: (isMade: boolean) => void
}

/** Makes a picture of a board that is not on screen: opens it out of sight, saves, and is gone. */
export function ImageExport(props: ImageExportProps): ReactElement {
  const { sessionId, boardId, fileName, format, onDone } = props
  const handle = useRef<BoardHandle>(null)
  const save = () => {
    void saveImage(handle.current, `${fileName}.${format}`, format).then(onDone)
  }
  return (
    <>
      <output className="stip-image-export__told">{nlConsole.boards.saving}</output>
      <div className="stip-image-export" aria-hidden="true" inert>
        <Suspense>
          <BoardCanvas
            sessionId={sessionId}
            boardId={boardId}
            role={exporter}
            access="read"
            chrome="none"
            exportName={fileName}
            apiRef={handle}
            // What a device kept of a board may be old; a picture shows what the server has.
            keepsCopy={false}
            onStatus={({ kind }) => {
              if (unreachable.has(kind)) onDone(false)
            }}
            onReady={save}
          />
        </Suspense>
      </div>
    </>
  )
}

async function saveImage(
  handle: BoardHandle | null,
  fileName: string,
  format: ImageFormat,
): Promise<boolean> {
  try {
    const blob = await handle?.exportImage(format)
    if (blob === undefined) return false
    const address = URL.createObjectURL(blob)
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return true
  } catch {
    // Drawing a picture can fail on a strange image; the person is told and can try another format.
    return false
  }
}
