import type { SessionView } from '@stip/api'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ComponentType, ReactElement, ReactNode } from 'react'
import { keepPage } from '../../live/keep-page.ts'
import { newKey } from '../../live/requests/keys.ts'
import { nlPhone } from '../../texts/nl-phone.ts'
import { CalmQuestion } from './calm-question.tsx'
import { keepDraft, recallDraft } from './draft.ts'
import type { OwnNote } from './outbox.ts'
import { OwnNotes } from './own-notes.tsx'
import {
  asksForKeyCards,
  assignmentOf,
  boardToWriteOn,
  questionBeside,
  writableZones,
} from './phone-zones.ts'
import { saidOf } from './said.ts'
import { NotPlaced, SentLine } from './sent-line.tsx'
import { useOutbox } from './use-outbox.ts'
import { WhoseWords } from './whose-words.tsx'
import { WriteForm } from './write-form.tsx'

/** What shows the lists needs to know; it comes after the first note. */
export interface ListsProps {
  readonly sessionId: string
  readonly boardId: string
  readonly zones: readonly string[]
  readonly own: ReadonlySet<string>
  readonly waiting: readonly Pick<OwnNote, 'id' | 'words'>[]
  readonly asksForKeyCards: boolean
  readonly groupTitle: (count: number) => string
  readonly opened: 'own' | 'group' | undefined
  readonly before: ReactNode
  readonly onGone: (id: string) => void
}

/** Milliseconds. */
const SETTLE_MS = 1500

interface PhoneWriteProps {
  readonly view: SessionView
  readonly Lists: ComponentType<ListsProps>
}

/** One question and a field that is always open; what was written stands below, collapsed. */
export function PhoneWrite({ view, Lists }: PhoneWriteProps): ReactElement {
  const step = view.steps[view.position]
  const board = boardToWriteOn(view)
  const zones = useMemo(() => writableZones(step), [step])
  const { outbox, moment } = useOutbox(view.id)
  const [words, setWords] = useState(() => recallDraft(view.id))
  const [chosen, setChosen] = useState<string | undefined>()
  const [opened, setOpened] = useState<'own' | 'group' | undefined>()
  const [forWhom, setForWhom] = useState<string | undefined>()
  const isNewQuestion = useNewQuestion(step?.id, words)
  const zone = zones.find(({ id }) => id === chosen) ?? zones[0]
  const write = (next: string): void => {
    setWords(next)
    keepDraft(view.id, next)
  }
  const ids = useMemo(() => new Set(zones.map(({ id }) => id)), [zones])
  const ofStep = moment.notes.filter((note) => note.boardId === board?.id && ids.has(note.zone))
  const own = useMemo(
    () => new Set(moment.notes.flatMap(({ id, state }) => (state === 'stored' ? [id] : []))),
    [moment.notes],
  )
  const hasWritten = useSettled(own.size > 0)
  // Until somebody has written or wants to read, this page needs no board.
  const wantsBoard = opened !== undefined || hasWritten
  useEffect(() => {
    if (hasWritten) keepPage()
  }, [hasWritten])
  const refused = moment.notes.filter(({ state }) => state === 'refused')
  if (board === undefined || zone === undefined) {
    return (
      <>
        <CalmQuestion view={view} />
        <NotPlaced notes={refused} />
      </>
    )
  }
  const groupTitle = board.kind === 'group' ? nlPhone.group : nlPhone.everybody
  const waiting = ofStep.filter(({ state }) => state === 'waiting')
  const before = (
    <OwnNotes
      notes={ofStep.filter(({ state }) => state !== 'refused')}
      groupTitle={groupTitle()}
      opened={opened}
      onOpen={setOpened}
    />
  )
  // Who is relieved, or left, writes for nobody any more.
  const others = board.kind === 'group' ? view.writesFor : undefined
  const whose = others?.some(({ id }) => id === forWhom) === true ? forWhom : undefined
  const said = saidOf(moment, ofStep, isNewQuestion)
  const putBack = (note: OwnNote): void => {
    outbox.drop(note.id)
    write(words === '' ? note.words : `${note.words}\n${words}`)
  }
  return (
    <main id="inhoud" tabIndex={-1} className="stip-phone__main">
      <WriteForm
        zones={zones}
        zone={zone}
        onZone={setChosen}
        stepQuestion={questionBeside(step, zone)}
        assignment={step === undefined ? [] : assignmentOf(step)}
        notYet={step?.notYet ?? []}
        words={words}
        onWords={write}
        whose={
          others !== undefined && (
            <WhoseWords people={others} chosen={whose} onChoose={setForWhom} />
          )
        }
        onSend={(said) => {
          write('')
          const note = { id: `shape:${newKey()}`, boardId: board.id, zone: zone.id, words: said }
          outbox.add(whose === undefined ? note : { ...note, for: whose })
        }}
      >
        <SentLine said={said} onPutBack={putBack} />
        <p className="stip-write__privacy">
          {view.showsNames ? nlPhone.privacyWithNames : nlPhone.privacy}
        </p>
      </WriteForm>
      <NotPlaced notes={refused.filter((note) => note !== said.refused)} onPutBack={putBack} />
      {wantsBoard ? (
        <Lists
          sessionId={view.id}
          boardId={board.id}
          zones={zones.map(({ id }) => id)}
          own={own}
          waiting={waiting}
          asksForKeyCards={asksForKeyCards(step)}
          groupTitle={groupTitle}
          opened={opened}
          before={before}
          onGone={(id) => outbox.drop(id)}
        />
      ) : (
        before
      )}
    </main>
  )
}

/** The first note is there, and some time after it: what shows the board does not get in its way. */
function useSettled(isThere: boolean): boolean {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    if (!isThere) return undefined
    const timer = setTimeout(() => setSettled(true), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [isThere])
  return isSettled
}

/** Whether the step changed since somebody began to type what is in the field now. */
function useNewQuestion(stepId: string | undefined, words: string): boolean {
  const [isNew, setNew] = useState(false)
  const before = useRef(stepId)
  const isEmpty = words === ''
  useEffect(() => {
    if (before.current !== stepId) setNew(!isEmpty)
    before.current = stepId
  }, [stepId, isEmpty])
  return isNew && !isEmpty
}
