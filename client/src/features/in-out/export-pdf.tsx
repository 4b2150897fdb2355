import type { Role, SessionView } from '@stip/api'
import { type ReactElement, useEffect, useEffectEvent } from 'react'
import { exportUrl } from '../../live/api/export-url.ts'
import { limitMs } from '../../live/requests/ask.ts'
import { limitedFetch } from '../../live/requests/limited-fetch.ts'
import { part } from '../../live/part.ts'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import type { Parts } from '../../ui/showing.ts'
import type { DrawnEnd } from './export-board.tsx'
import { saveBlob } from '../../live/save-blob.ts'

interface ExportPdfProps {
  readonly view: Parts<'title' | 'groups'>
  readonly board: SessionView['boards'][number]
  /** What the board is called. */
  readonly name: string
  readonly as: Role
  readonly fileName: string
  readonly onDone: (end: DrawnEnd) => void
}

/** Makes a document of a board as the server has it, saves it, and is gone. */
export function ExportPdf(props: ExportPdfProps): ReactElement {
  // One document for each time that it is asked for, whatever changes meanwhile.
  const begin = useEffectEvent(() => {
    void savePdf(props).then(props.onDone)
  })
  useEffect(() => begin(), [])
  return <output className="stip-in-out__busy">{nlInOut.saving}</output>
}

async function savePdf({
  view,
  board,
  name,
  as,
  fileName,
}: Omit<ExportPdfProps, 'onDone'>): Promise<DrawnEnd> {
  try {
    const json = await limitedFetch(
      exportUrl(board.id, 'json', as),
      { limitMs: limitMs.long, credentials: 'same-origin', cache: 'no-store' },
      async (response) => {
        if (!response.ok) throw new Error(`The server answered ${response.status}.`)
        return response.text()
      },
    )
    const { pdfOfBoard } = await part(() => import('./board-pdf.ts'))
    const group = view.groups.find(({ id }) => id === board.groupId)
    const about = {
      title: group?.name ?? name,
      letter: group?.letter ?? '',
      kind: board.kind,
    }
    saveBlob(await pdfOfBoard(json, about, view), `${fileName}.pdf`)
    return 'made'
  } catch {
    return navigator.onLine ? 'not-drawn' : 'unreachable'
  }
}
