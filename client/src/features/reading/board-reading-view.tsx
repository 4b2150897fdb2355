import type { Role, SessionView } from '@stip/api'
import { type CSSProperties, type ReactElement, type ReactNode, useMemo } from 'react'
import { nlReading } from '../../texts/nl-reading.ts'
import { GroupBadge, groupColor } from '../../ui/group-badge.tsx'
import { readingOf } from './board-reading.ts'
import type { BoardReading } from './board-reading.ts'
import { NotesView } from './notes-view.tsx'
import { ReadingHead } from './reading-head.tsx'
import { SharingView } from './sharing-view.tsx'
import { useBoardContent } from './use-board-content.ts'
import { VisionView } from './vision-view.tsx'
import './reading.css'

interface BoardReadingViewProps {
  readonly view: SessionView
  readonly board: SessionView['boards'][number]
  readonly as: Role
  /** The page of a wall; undefined for who reads all of it alone. */
  readonly page: number | undefined
  /** The time, or a way on. */
  readonly aside: ReactNode
  /** Stands here when there is nothing to read on the board. */
  readonly whenNothing?: ReactNode
}

/** A board to be read from ten metres, or in the hand: what people made, never all of the board. */
export function BoardReadingView(props: BoardReadingViewProps): ReactElement {
  const { view, board, as, page, aside, whenNothing } = props
  const content = useBoardContent(view.id, board.id, as)
  const reading = useMemo(() => readingOf(view, board, content), [view, board, content])
  const group = view.groups.find(({ id }) => id === board.groupId)
  if (reading.kind === 'nothing' && whenNothing !== undefined && content.records !== undefined) {
    return <>{whenNothing}</>
  }
  const title =
    group === undefined ? (
      <SharedTitle kind={board.kind} reading={reading} />
    ) : (
      <GroupBadge letter={group.letter} name={group.name} />
    )
  const style = group && ({ '--stip-reading-color': groupColor(group.letter) } as CSSProperties)
  const shown = Math.min(page ?? 0, Math.max(0, reading.pages.length - 1))
  return (
    <div
      className={`stip-reading stip-reading--${page === undefined ? 'whole' : 'wall'}`}
      style={style}
    >
      <article className={`stip-reading__page stip-reading__page--${reading.kind}`}>
        <ReadingHead
          title={title}
          aside={
            <>
              {page !== undefined && reading.pages.length > 1 && (
                <span className="stip-reading__place">
                  {nlReading.page(shown + 1, reading.pages.length)}
                </span>
              )}
              {aside}
            </>
          }
        />
        {reading.kind === 'nothing' ? (
          <output className="stip-reading__message">
            {content.records === undefined ? nlReading.opening : nlReading.nothing}
          </output>
        ) : (
          <Pages reading={reading} page={page === undefined ? undefined : shown} />
        )}
      </article>
    </div>
  )
}

function SharedTitle({ kind, reading }: { kind: string; reading: BoardReading }): ReactElement {
  const isCards = reading.kind === 'vision' && reading.pages[0]?.kind === 'cards'
  return (
    <>
      {kind === 'vision' ? nlReading.vision : nlReading.together}
      {isCards && <span className="stip-reading__about"> {nlReading.cards}</span>}
    </>
  )
}

interface PagesProps {
  readonly reading: Exclude<BoardReading, { kind: 'nothing' }>
  /** Undefined for all of them. */
  readonly page: number | undefined
}

function Pages({ reading, page }: PagesProps): ReactElement {
  if (reading.kind === 'sharing') {
    const { sentences, points } = reading.reading
    const whole = { sentences, points, more: 0 }
    const shown = page === undefined ? whole : (reading.pages[page] ?? whole)
    return <SharingView reading={reading.reading} page={shown} />
  }
  const isShown = (_: unknown, place: number): boolean => page === undefined || page === place
  return (
    <div className="stip-reading__pages">
      {reading.kind === 'vision'
        ? reading.pages.filter(isShown).map((each, place) => <VisionView key={place} page={each} />)
        : reading.pages
            .filter(isShown)
            .map((each) => <NotesView key={`${each.id} ${each.part}`} page={each} />)}
    </div>
  )
}
