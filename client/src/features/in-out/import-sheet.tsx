import type { Area, Role } from '@stip/api'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Sheet } from '../../ui/controls/sheet.tsx'
import type { ImportOutcome, ImportProgress, Source } from './import-file.ts'
import { runImport } from './run-import.ts'
import type { RunningImport } from './run-import.ts'

/** Until then nobody needs to know how far it is. Milliseconds. */
const PATIENCE_MS = 1000

interface ImportSheetProps {
  readonly source: Source
  readonly sessionId: string
  readonly boardId: string
  readonly as: Role
  readonly imagesAllowed: boolean
  readonly onShow: ((area: Area) => void) | undefined
  readonly onClose: () => void
}

/**
 * Puts a file on the board, tells how far it is, and what came of it. It lies over the board
 * meanwhile, so that nothing a person does there comes in between.
 */
export function ImportSheet(props: ImportSheetProps): ReactElement {
  const { source, sessionId, boardId, as, imagesAllowed, onShow, onClose } = props
  const [progress, setProgress] = useState<ImportProgress>({ text: nlInOut.reading })
  const [isSlow, setIsSlow] = useState(false)
  const [outcome, setOutcome] = useState<ImportOutcome | undefined>()
  const [isUndone, setIsUndone] = useState(false)
  const running = useRef<RunningImport>(undefined)
  useEffect(() => {
    const run = runImport(source, { sessionId, boardId, role: as, imagesAllowed }, setProgress)
    running.current = run
    void run.outcome.then(setOutcome)
    const timer = setTimeout(() => setIsSlow(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      run.leave()
    }
  }, [source, sessionId, boardId, as, imagesAllowed])
  const title = nlInOut.title(source.kind === 'file' ? source.file.name : nlInOut.linesTitle)
  const close = (): void => {
    if (outcome === undefined) running.current?.cancel()
    else onClose()
  }
  const area = outcome?.kind === 'placed' && !isUndone ? outcome.area : undefined
  return (
    <Sheet label={title} onClose={close}>
      <h2 className="nl-heading nl-heading--level-2">{title}</h2>
      <output className="stip-in-out__outcome">
        {outcome === undefined
          ? isSlow && <p>{progress.text}</p>
          : (isUndone ? [nlInOut.undone] : sentencesOf(outcome)).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
      </output>
      {outcome === undefined && isSlow && (
        <progress
          className="stip-in-out__progress"
          aria-label={progress.text}
          {...(progress.share !== undefined && { value: progress.share })}
        />
      )}
      <div className="stip-in-out__buttons">
        {outcome === undefined && <Button onClick={close}>{nlInOut.cancel}</Button>}
        {area !== undefined && (
          <Button
            onClick={() => {
              running.current?.undo()
              setIsUndone(true)
            }}
          >
            {nlInOut.undo}
          </Button>
        )}
        {outcome !== undefined && (
          <Button
            kind="primary"
            onClick={() => {
              if (area !== undefined) onShow?.(area)
              onClose()
            }}
          >
            {nlInOut.ready}
          </Button>
        )}
      </div>
    </Sheet>
  )
}

function sentencesOf(outcome: ImportOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'placed':
      return [...outcome.sentences, nlInOut.undoHint]
    case 'refused':
      return [outcome.sentence]
    default:
      return [nlInOut.cancelled]
  }
}
