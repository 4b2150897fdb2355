import { type ReactElement, useId, useState } from 'react'
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
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const hint = useId()
  const opened = async (file: File): Promise<void> => {
    setIsBusy(true)
    setProblem(undefined)
    const answer = await openArchive(file)
    setIsBusy(false)
    if (answer.ok) onOpened(answer.value.sessionId)
    else setProblem(answer.problem.message)
  }
  if (!isOpen) {
    return (
      <Button kind="subtle" className="stip-archive__open" onClick={() => setIsOpen(true)}>
        {nl.open}
      </Button>
    )
  }
  return (
    <div className="stip-archive__form">
      <p id={hint} className="stip-muted">
        {nl.openHint}
      </p>
      <label className="stip-archive__label">
        {nl.choose}
        <input
          className="stip-archive__file"
          type="file"
          accept=".zip,application/zip"
          aria-describedby={hint}
          disabled={isBusy}
          // It stands where the button was that was pressed.
          ref={(input) => input?.focus()}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            // The same file can be chosen again after a refusal.
            currentTarget.value = ''
            if (file !== undefined) void opened(file)
          }}
        />
      </label>
      <output className="stip-muted">{isBusy && nl.opening}</output>
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
    </div>
  )
}
