import type { Area } from '@stip/api'
import type { Outline } from '@stip/board'
import type { BoardId, RecordId } from '@stip/primitives'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactElement } from 'react'
import type { SharedBoard } from '../../board/shared-board.ts'
import { part } from '../../live/part.ts'
import { nlOutline } from '../../texts/board/nl-outline.ts'
import { later } from '../../ui/notices/later.tsx'
import { drafts } from './forms/draft.ts'
import { PlacingForm } from './forms/item-forms.tsx'
import { useKeptFocus } from './keep-focus.ts'
import { KeyCards } from './items/key-cards.tsx'
import { LiveOutline } from '../../board/words/live-outline.ts'
import { OutlineBar } from './outline-bar.tsx'
import { OutlineContext } from './outline-context.ts'
import type { OpenForm, OutlineTools } from './outline-context.ts'
import { OutlineDesk } from '../../board/words/outline-desk.ts'
import type { OutlineWish } from './outline-wish.ts'
import { SaidLine } from './speech/said-line.tsx'
import type { Said } from './speech/said-line.tsx'
import { sectionName } from './items/section-name.ts'
import { SectionPart } from './items/section-part.tsx'
import { useAnnouncements } from './speech/use-announcements.ts'
import { useStartingPlace } from './use-starting-place.ts'
import { useUndoKeys } from './use-undo-keys.ts'

/** Stands last, so it comes after the rest. */
const DeletedList = later({
  load: async () => (await part(() => import('./items/deleted-list.tsx'))).DeletedList,
  before: () => null,
})

interface OutlineListProps {
  readonly boardId: BoardId
  readonly board: SharedBoard
  readonly area: Area | undefined
  readonly wish: OutlineWish | undefined
  readonly onAskOrigin: ((id: RecordId) => void) | undefined
  readonly onTakeAway: ((id: RecordId) => void) | undefined
  readonly mayWrite: boolean
  readonly notesOnly: boolean
  readonly hasStars: boolean
}

/** All headings of a board with what stands below them, and what one can do there. */
export function OutlineList(props: OutlineListProps): ReactElement {
  const { boardId, board, area, wish, mayWrite, notesOnly, hasStars, onAskOrigin, onTakeAway } =
    props
  const live = useMemo(() => new LiveOutline(board.document), [board])
  const moment = useSyncExternalStore(live.subscribe, () => live.moment)
  const desk = useMemo(() => new OutlineDesk(board, live), [board, live])
  const [open, setOpen] = useState<OpenForm | undefined>(() => drafts.get(boardId))
  const [said, setSaid] = useState<Said | undefined>()
  const list = useRef<HTMLDivElement>(null)
  const focus = useKeptFocus(list)
  const { announcement, isOn, toggle } = useAnnouncements(moment)
  const say = useCallback((text: string, back?: () => void) => setSaid({ text, back }), [])
  const tools = useMemo(
    (): OutlineTools => ({
      boardId,
      desk,
      moment,
      mayWrite,
      mayTie: mayWrite && !notesOnly,
      hasStars,
      open,
      setOpen,
      say,
      nameOf: sectionName,
      askOrigin: onAskOrigin,
      askTakeAway: onTakeAway,
    }),
    [boardId, desk, moment, mayWrite, notesOnly, hasStars, open, say, onAskOrigin, onTakeAway],
  )
  const { sections } = moment.outline
  useEffect(() => void PlacingForm.ahead(), [])
  useUndoKeys({ list, desk, mayWrite, say })
  useTakenAway(moment.outline, open, setOpen, say)
  useStartingPlace(list, moment, area, wish, setOpen)

  return (
    <OutlineContext value={tools}>
      <div ref={list} className="stip-outline__list" onFocus={focus.onFocus} onBlur={focus.onBlur}>
        <h2 className="stip-outline__title" tabIndex={-1}>
          {nlOutline.title}
        </h2>
        <OutlineBar undo={board.undo} isAnnouncing={isOn} onToggleAnnouncing={toggle} />
        {!mayWrite && <p className="stip-outline__read-only">{nlOutline.readOnly}</p>}
        {hasStars && <KeyCards />}
        {sections.map((section) => (
          <SectionPart key={section.id} section={section} />
        ))}
        <DeletedList />
      </div>
      <output className="stip-hidden" aria-live="polite" data-testid="announcements">
        {announcement}
      </output>
      <SaidLine said={said} onClose={() => setSaid(undefined)} />
    </OutlineContext>
  )
}

/** Whoever types in what somebody takes away hears of it, and the form goes. */
function useTakenAway(
  { sections }: Outline,
  open: OpenForm | undefined,
  setOpen: (form: undefined) => void,
  say: OutlineTools['say'],
): void {
  const isGone =
    open !== undefined &&
    open.form !== 'add' &&
    !sections.some(({ id, items }) => id === open.on || items.some((item) => item.id === open.on))
  useEffect(() => {
    if (!isGone) return
    setOpen(undefined)
    say(nlOutline.edit.gone)
  }, [isGone, setOpen, say])
}
