import { type ReactElement, useState } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { useIsSlow } from '../../ui/notices/slow.tsx'
import { download, files } from './download.ts'
import type { DownloadEnd, FileFormat, FileKind, WantedFile } from './download.ts'
import { nlVisionDocument as nl } from './nl-vision-document.ts'
import './vision-document.css'

export interface DownloadsProps extends Pick<WantedFile, 'sessionId' | 'version' | 'as'> {
  /** The level of its heading, where it stands. */
  readonly level?: 2 | 3
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly of: FileKind; readonly format: FileFormat }
  | { readonly kind: 'ended'; readonly end: DownloadEnd; readonly format: FileFormat }

/** Files of most evenings are there sooner; then there is nothing to say. */
const SAY_AFTER_MS = 1000

const kinds: readonly FileKind[] = ['document', 'participation']

/** Everything that can be taken home of a saved version: one button for each kind of file. */
export function Downloads({ sessionId, version, as, level = 2 }: DownloadsProps): ReactElement {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const isBusy = state.kind === 'busy'
  const isSlow = useIsSlow(isBusy, SAY_AFTER_MS)
  const start = (kind: FileKind, format: FileFormat): void => {
    if (isBusy) return
    setState({ kind: 'busy', of: kind, format })
    const wanted = { sessionId, version, as, kind, format }
    void download(wanted).then((end) => setState({ kind: 'ended', end, format }))
  }
  const [Title, Kind] = level === 2 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const)
  return (
    <section className="stip-vision-document" aria-labelledby={`downloads-${version}`}>
      <Title id={`downloads-${version}`}>{nl.title(version)}</Title>
      <p className="stip-muted">{nl.notDecided}</p>
      {kinds.map((kind) => (
        <div key={kind}>
          <Kind>{nl.kinds[kind]}</Kind>
          <ul className="stip-vision-document__formats">
            {files[kind].map((format) => (
              <li key={format}>
                <Button
                  size="small"
                  isBusy={isBusy && state.of === kind && state.format === format}
                  onClick={() => start(kind, format)}
                >
                  {nl.formats[format]}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <output className="stip-vision-document__told">
        {isSlow && nl.making}
        {state.kind === 'ended' && state.end === 'made' && nl.made(nl.formats[state.format])}
      </output>
      {state.kind === 'ended' && state.end !== 'made' && (
        <Notice kind="error">{state.end === 'unreachable' ? nl.unreachable : nl.notMade}</Notice>
      )}
    </section>
  )
}
