import { type ReactElement, useId, useRef, useState } from 'react'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { nlArchive as nl } from './nl-archive.ts'
import { openArchive } from './open-archive.ts'
import './archive.css'

export interface OpenArchiveProps {
  readonly onOpened: (sessionId: string) => void
}

/** Quiet beside beginning a session: one file that becomes the session that it was. */
export function OpenArchiveForm({ onOpened }: OpenArchiveProps): ReactElement {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const hint = useId()
  const opened = async (file: File): Promise<void> => {
    setIsBusy(true)
    setProblem(undefined)
    const answer = await openArchive(file)
    setIsBusy(false)
    if (answer.ok) onOpened(answer.value.sessionId)
    else setProblem(answer.problem.message)
  }
  return (
    <div className="stip-archive">
      <Button
        kind="subtle"
        className="stip-archive__open"
        isBusy={isBusy}
        aria-describedby={hint}
        onClick={() => input.current?.click()}
      >
        {nl.open}
      </Button>
      <p id={hint} className="stip-muted">
        {nl.openHint}
      </p>
      {/* What a browser writes beside it is in the language of the browser, and wider than a phone. */}
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={nl.open}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // The same file can be chosen again after a refusal.
          currentTarget.value = ''
          if (file !== undefined) void opened(file)
        }}
      />
      <output className="stip-muted">{isBusy && nl.opening}</output>
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
    </div>
  )
}
