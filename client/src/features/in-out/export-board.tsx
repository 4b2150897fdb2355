import type { Role } from '@stip/api'
import { type ReactElement, Suspense, lazy, useRef } from 'react'
import type { BoardHandle, BoardStatus } from '../../canvas/board-props.ts'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import { saveBlob } from '../../live/save-blob.ts'
import { part } from '../../live/part.ts'

const BoardCanvas = lazy(() =>
  part(async () => ({ default: (await import('../../canvas/index.ts')).BoardCanvas })),
)

/** What has to be drawn before it can be saved. */
export type DrawnFormat = 'png' | 'svg' | 'pdf'

const unreachable: ReadonlySet<BoardStatus['kind']> = new Set(['offline', 'refused', 'closed'])

interface ExportBoardProps {
  readonly sessionId: string
  readonly boardId: string
  readonly as: Role
  readonly fileName: string
  readonly format: 'png' | 'svg'
  readonly onDone: (end: DrawnEnd) => void
}

/** How making a file ended: done, the board or a part of Stip did not come, or it cannot be drawn. */
export type DrawnEnd = 'made' | 'unreachable' | 'not-drawn'

/** Makes a picture of a board: opens it out of sight as the server has it, saves, and is gone. */
export function ExportBoard(props: ExportBoardProps): ReactElement {
  const { sessionId, boardId, as, fileName, format, onDone } = props
  const handle = useRef<BoardHandle>(null)
  const save = (): void => {
    void saveBoard(handle.current, fileName, format).then(onDone)
  }
  return (
    <>
      <output className="stip-in-out__busy">{nlInOut.saving}</output>
      <div className="stip-in-out__drawing" aria-hidden="true" inert>
        <Suspense>
          <BoardCanvas
            sessionId={sessionId}
            boardId={boardId}
            role={as}
            access="read"
            chrome="none"
            exportName={fileName}
            apiRef={handle}
            // What a device kept of a board may be old; a picture shows what the server has.
            keepsCopy={false}
            onStatus={({ kind }) => {
              if (unreachable.has(kind)) onDone('unreachable')
            }}
            onReady={save}
          />
        </Suspense>
      </div>
    </>
  )
}

async function saveBoard(
  handle: BoardHandle | null,
  fileName: string,
  format: 'png' | 'svg',
): Promise<DrawnEnd> {
  if (handle === null) return 'not-drawn'
  try {
    const files = format === 'svg' ? [await handle.exportSvg()] : await handle.exportPngs()
    for (const [number, file] of files.entries()) {
      const suffix = files.length > 1 ? ` (${number + 1})` : ''
      saveBlob(file, `${fileName}${suffix}.${format}`)
    }
    return 'made'
  } catch {
    // Drawing can fail on a strange image; the person is told and can try another format.
    return navigator.onLine ? 'not-drawn' : 'unreachable'
  }
}
