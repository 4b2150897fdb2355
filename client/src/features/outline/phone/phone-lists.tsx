import type { OutlineItem, OutlineSection } from '@stip/board'
import type { BoardId, RecordId, SessionId } from '@stip/primitives'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { boardSession } from '../../../board/board-sessions.ts'
import type { BoardState, SharedBoard } from '../../../board/shared-board.ts'
import { nlPhone } from '../../../texts/nl-phone.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { LiveOutline } from '../../../board/words/live-outline.ts'
import { OutlineContext } from '../outline-context.ts'
import type { OpenForm, OutlineTools } from '../outline-context.ts'
import { OutlineDesk } from '../../../board/words/outline-desk.ts'
import { PhoneItem } from './phone-item.tsx'
import { sectionName } from '../items/section-name.ts'
import '../outline.css'

/** A note that was written on this phone and is on its way. */
interface Waiting {
  readonly id: RecordId
  readonly words: string
}

export interface PhoneListsProps {
  readonly sessionId: SessionId
  readonly boardId: BoardId
  readonly mayWrite: boolean
  /** The zones that the step asks in; what stands elsewhere is for the whole list. */
  readonly zones: readonly RecordId[]
  /** What was written on this phone, and is on the server. */
  readonly own: ReadonlySet<RecordId>
  readonly waiting: readonly Waiting[]
  readonly asksForKeyCards: boolean
  readonly groupTitle: (count: number) => string
  /** The list that was opened while the board was on its way. */
  readonly opened: 'own' | 'group' | undefined
  /** Stands here until the board is. */
  readonly before: ReactNode
  readonly renderStatus: (status: BoardState) => ReactNode
  /** Somebody took away what was written on this phone. */
  readonly onGone: (id: RecordId) => void
}

/** "Mijn briefjes" and "Van de groep": what the step asked for, as it is on the board now. */
export function PhoneLists(props: PhoneListsProps): ReactElement {
  const { sessionId, boardId } = props
  const life = useMemo(
    () => boardSession({ sessionId, boardId, role: 'participant', store: true }),
    [sessionId, boardId],
  )
  const { board, state } = useSyncExternalStore(life.subscribe, () => life.moment)
  if (board === undefined || !state.isLoaded || state.status === 'closed') {
    return <>{props.before}</>
  }
  return (
    <>
      {state.unsavedCount > 0 && props.renderStatus(state)}
      <Lists key={boardId} {...props} board={board} />
    </>
  )
}

interface Found {
  readonly item: OutlineItem
  readonly section: OutlineSection
}

function Lists(props: PhoneListsProps & { readonly board: SharedBoard }): ReactElement {
  const { board, boardId, mayWrite, zones, own, waiting, groupTitle, onGone } = props
  const live = useMemo(() => new LiveOutline(board.document), [board])
  const moment = useSyncExternalStore(live.subscribe, () => live.moment)
  const desk = useMemo(() => new OutlineDesk(board, live), [board, live])
  const [open, setOpen] = useState<OpenForm | undefined>()
  const [removed, setRemoved] = useState<RecordId | undefined>()
  const takenAwayHere = useRef(new Set<RecordId>())
  const tools = useMemo(
    (): OutlineTools => ({
      boardId,
      desk,
      moment,
      mayWrite,
      mayTie: false,
      hasStars: props.asksForKeyCards,
      open,
      setOpen,
      say: () => {},
      nameOf: sectionName,
      askOrigin: undefined,
      askTakeAway: undefined,
    }),
    [boardId, desk, moment, mayWrite, props.asksForKeyCards, open],
  )
  const { gone, outline } = moment
  useEffect(() => {
    for (const { id } of gone) if (own.has(id) && !takenAwayHere.current.has(id)) onGone(id)
  }, [gone, own, onGone])

  const found = outline.sections
    .filter(({ id }) => zones.includes(id))
    .flatMap((section) => section.items.map((item): Found => ({ item, section })))
    .filter(({ item }) => item.text.trim() !== '')
  // The newest first: one looks for what one just wrote.
  const mine = [...own].toReversed().flatMap((id) => found.filter(({ item }) => item.id === id))
  const others = found.filter(({ item }) => !own.has(item.id))
  const here = new Set(found.map(({ item }) => item.id))
  const onTheWay = waiting.filter(({ id }) => !here.has(id))
  return (
    <OutlineContext value={tools}>
      <div className="stip-lists">
        <details open={props.opened === 'own'}>
          <summary>{nlPhone.own(mine.length + onTheWay.length)}</summary>
          <output className="stip-lists__said">
            {removed !== undefined && (
              <>
                {nlPhone.state.removed}{' '}
                <Button
                  kind="subtle"
                  size="small"
                  onClick={() => {
                    desk.putBack(removed)
                    setRemoved(undefined)
                  }}
                >
                  {nlPhone.state.putBack}
                </Button>
              </>
            )}
          </output>
          {mine.length + onTheWay.length === 0 && <p className="stip-muted">{nlPhone.ownEmpty}</p>}
          <ul className="stip-lists__items">
            {onTheWay.toReversed().map(({ id, words }) => (
              <li key={id} dir="auto">
                {words} <span className="stip-muted">· {nlPhone.waits}</span>
              </li>
            ))}
            {mine.map(({ item }) => (
              <PhoneItem
                key={item.id}
                item={item}
                isOwn
                asksForKeyCards={props.asksForKeyCards}
                onRemove={() => {
                  takenAwayHere.current.add(item.id)
                  desk.takeAway(item.id)
                  setRemoved(item.id)
                }}
              />
            ))}
          </ul>
        </details>
        <details open={props.opened === 'group'}>
          <summary>{groupTitle(others.length)}</summary>
          {others.length === 0 && <p className="stip-muted">{nlPhone.groupEmpty}</p>}
          {outline.sections
            .filter(({ id }) => others.some(({ section }) => section.id === id))
            .map((section) => (
              <section key={section.id} aria-label={sectionName(section)}>
                {zones.length > 1 && (
                  <h2 className="stip-lists__zone" dir="auto">
                    {sectionName(section)}
                  </h2>
                )}
                <ul className="stip-lists__items">
                  {others
                    .filter((other) => other.section.id === section.id)
                    .map(({ item }) => (
                      <PhoneItem
                        key={item.id}
                        item={item}
                        isOwn={false}
                        asksForKeyCards={props.asksForKeyCards}
                        onRemove={() => {}}
                      />
                    ))}
                </ul>
              </section>
            ))}
        </details>
      </div>
    </OutlineContext>
  )
}
