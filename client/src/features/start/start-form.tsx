import type { FormatSummary } from '@stip/api'
import { limits } from '@stip/workshop'
import { type ReactElement, useState } from 'react'
import { nl } from '../../texts/nl.ts'
import { nlStart } from '../../texts/nl-start.ts'
import { Button } from '../../ui/controls/button.tsx'
import { Notice } from '../../ui/notices/notice.tsx'
import { Select } from '../../ui/controls/select.tsx'
import { Loading, SlowLine } from '../../ui/notices/slow.tsx'
import { TextField } from '../../ui/controls/text-field.tsx'
import { useCreateSession } from './use-create-session.ts'

interface StartFormProps {
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onCreated: (sessionId: string) => void
}

/** The choice comes first; its questions only once somebody chose it. */
export function StartForm({ isOpen, onOpen, onCreated }: StartFormProps): ReactElement {
  const { formats, problem, isBusy, create, retry } = useCreateSession(onCreated)
  if (!isOpen) {
    return (
      <>
        <p className="stip-muted">{nlStart.home.startHint}</p>
        <Button size="large" onClick={onOpen}>
          {nlStart.home.start}
        </Button>
      </>
    )
  }
  if (formats === undefined && problem === undefined) return <Loading />
  if (formats === undefined || formats.length === 0) {
    return (
      <>
        <Notice kind="error">{problem ?? nlStart.home.noFormats}</Notice>
        <Button onClick={retry}>{nl.boards.retry}</Button>
      </>
    )
  }
  return <Questions formats={formats} problem={problem} isBusy={isBusy} onCreate={create} />
}

interface QuestionsProps {
  readonly formats: readonly FormatSummary[]
  readonly problem: string | undefined
  readonly isBusy: boolean
  readonly onCreate: (format: string, title: string, groupCount: number) => void
}

function Questions({ formats, problem, isBusy, onCreate }: QuestionsProps): ReactElement {
  const [slug, setSlug] = useState(formats[0]?.slug ?? '')
  const [title, setTitle] = useState('')
  const [groupCount, setGroupCount] = useState(String(formats[0]?.groupCount ?? 3))
  const [isMissing, setIsMissing] = useState(false)
  const format = formats.find((choice) => choice.slug === slug)
  return (
    <form
      className="stip-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsMissing(title.trim() === '')
        if (title.trim() !== '') onCreate(slug, title, Number(groupCount))
      }}
    >
      <TextField
        label={nlStart.home.sessionTitle}
        hint={nlStart.home.sessionTitleHint}
        error={isMissing ? nlStart.home.titleMissing : undefined}
        value={title}
        maxLength={limits.titleLength}
        autoComplete="off"
        takesFocus
        onChange={setTitle}
      />
      <Select
        label={nlStart.home.format}
        {...(format === undefined
          ? {}
          : { hint: nlStart.home.formatFacts(format.stepCount, format.minutes) })}
        value={slug}
        options={formats.map((choice) => ({ value: choice.slug, text: choice.title }))}
        onChange={setSlug}
      />
      <Select
        label={nlStart.home.groupCount}
        value={groupCount}
        options={Array.from({ length: 8 }, (_, index) => ({
          value: String(index + 1),
          text: String(index + 1),
        }))}
        onChange={setGroupCount}
      />
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      <Button type="submit" kind="primary" size="large" disabled={isBusy}>
        {isBusy ? nlStart.home.creating : nlStart.home.create}
      </Button>
      <SlowLine isBusy={isBusy} />
    </form>
  )
}
