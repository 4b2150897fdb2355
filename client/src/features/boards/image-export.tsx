import type { Role } from '@stip/api'
import { type ReactElement, Suspense, lazy, useEffect, useRef, useState } from 'react'
import type { BoardHandle, BoardStatus } from '../../canvas/board-props.ts'
import { nlConsole } from '../../texts/nl-console.ts'
import type { ImageFormat } from './board-menu.tsx'
import './image-export.css'

const BoardCanvas = lazy(() => import('../../canvas/index.ts'))

/** Only the console makes pictures of boards that are not on screen. */
const exporter: Role = 'facilitator'

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
  const [isOpen, setIsOpen] = useState(false)
  const [status, setStatus] = useState<BoardStatus['kind']>('connecting')
  const latestOnDone = useRef(onDone)
  useEffect(() => {
    latestOnDone.current = onDone
  })
  const hasFailed = status === 'offline' || status === 'refused' || status === 'closed'
  // What a device kept of a board may be old: a picture waits for what the server has.
  const isComplete = isOpen && (status === 'saved' || status === 'read-only')
  useEffect(() => {
    if (hasFailed) latestOnDone.current(false)
    if (!isComplete) return undefined
    // What just came in is drawn in the next frame, before this runs.
    const frame = requestAnimationFrame(() => {
      const made = saveImage(handle.current, `${fileName}.${format}`, format)
      void made.then((isMade) => latestOnDone.current(isMade))
    })
    return () => cancelAnimationFrame(frame)
  }, [isComplete, hasFailed, fileName, format])
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
            onStatus={({ kind }) => setStatus(kind)}
            onReady={() => setIsOpen(true)}
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
