import type { Role, SessionView } from '@stip/api'
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { nl } from '../../texts/nl.ts'
import { nlReading } from '../../texts/nl-reading.ts'
import { GroupBadge, groupColor } from '../../ui/marks/group-badge.tsx'
import type { BoardReading } from './board-reading.ts'
import { NotesView } from './notes/notes-view.tsx'
import { SharingView } from './sharing/sharing-view.tsx'
import { pageAt, pageCount, useReadings } from './use-pages.ts'
import type { Read } from './use-pages.ts'
import { DrawingsToChoose, DrawingsView } from './vision/drawings-view.tsx'
import { WhereView } from './vision/where-view.tsx'
import { VisionView } from './vision/vision-view.tsx'
import './reading.css'

interface BoardReadingViewProps {
  readonly view: SessionView
  /** Read one behind the other. */
  readonly boards: readonly SessionView['boards'][number][]
  readonly as: Role
  /** The page of a wall; undefined for who reads all of it alone. */
  readonly page: number | undefined
  /** The time, or a way on. */
  readonly aside: ReactNode
  /** Stands here when there is nothing to read. */
  readonly whenNothing?: ReactNode
}

/** Boards to be read from ten metres, or in the hand: what people made, never all of a board. */
export function BoardReadingView(props: BoardReadingViewProps): ReactElement {
  const { view, boards, as, page, aside, whenNothing } = props
  const readings = useReadings(view, boards, as, whenNothing !== undefined)
  const pages = readings === undefined ? 0 : pageCount(readings)
  if (readings === undefined || pages === 0) {
    if (readings !== undefined && whenNothing !== undefined) return <>{whenNothing}</>
    const first = boards[0]
    return (
      <div className="stip-reading">
        {first !== undefined && (
          <Sheet
            view={view}
            read={{ board: first, reading: { kind: 'nothing', pages: [] }, page: 0 }}
            aside={aside}
          >
            <output className="stip-reading__message">
              {readings === undefined ? nl.boards.opening : nlReading.nothing}
            </output>
          </Sheet>
        )}
      </div>
    )
  }
  if (page === undefined) {
    return (
      <div className="stip-reading stip-reading--whole">
        {readings
          .filter(({ reading }) => reading.pages.length > 0)
          .map((read, place) => (
            <Sheet
              key={read.board.id}
              view={view}
              read={{ ...read, page: 0 }}
              aside={place === 0 && aside}
            >
              <Pages view={view} reading={read.reading} page={undefined} />
            </Sheet>
          ))}
      </div>
    )
  }
  const shown = pageAt(readings, page)
  return (
    <div className="stip-reading stip-reading--wall">
      {shown !== undefined && (
        <Sheet
          view={view}
          read={shown}
          aside={
            <>
              {pages > 1 && (
                <span className="stip-reading__place stip-muted">
                  {nlReading.page(Math.min(page, pages - 1) + 1, pages)}
                </span>
              )}
              {aside}
            </>
          }
        >
          <Pages view={view} reading={shown.reading} page={shown.page} />
        </Sheet>
      )}
    </div>
  )
}

interface SheetProps {
  readonly view: SessionView
  readonly read: Read & { readonly page: number }
  readonly aside: ReactNode
  readonly children: ReactNode
}

/** Whose work it is, and below that the work. */
function Sheet({ view, read, aside, children }: SheetProps): ReactElement {
  const { board, reading, page } = read
  const group = view.groups.find(({ id }) => id === board.groupId)
  const style = group && ({ '--stip-reading-color': groupColor(group.letter) } as CSSProperties)
  return (
    <article className={`stip-reading__page stip-reading__page--${reading.kind}`} style={style}>
      <header className="stip-reading__head">
        <h1>
          {group === undefined ? (
            <SharedTitle kind={board.kind} reading={reading} page={page} />
          ) : (
            <GroupBadge letter={group.letter} name={group.name} />
          )}
        </h1>
        {aside}
      </header>
      {children}
    </article>
  )
}

function SharedTitle(props: {
  readonly kind: SessionView['boards'][number]['kind']
  readonly reading: BoardReading
  readonly page: number
}) {
  const { kind, reading, page } = props
  const isArchive = kind === 'side-by-side'
  const shown = reading.kind === 'vision' ? reading.pages[page]?.kind : undefined
  return (
    <>
      {kind === 'vision' ? nlReading.vision : nl.boards[isArchive ? 'sideBySide' : 'plenary']}
      {shown === 'cards' && <span className="stip-reading__about">{nlReading.cards}</span>}
      {shown === 'drawings' && <span className="stip-reading__about">{nlReading.drawings}</span>}
    </>
  )
}

interface PagesProps {
  readonly view: SessionView
  readonly reading: BoardReading
  /** Undefined for all of them. */
  readonly page: number | undefined
}

function Pages({ view, reading, page }: PagesProps): ReactElement | null {
  const isShown = (_: unknown, place: number): boolean => page === undefined || page === place
  switch (reading.kind) {
    case 'nothing':
      return null
    case 'sharing': {
      const { sentences, points } = reading.reading
      const whole = { sentences, points, more: 0 }
      const shown = page === undefined ? whole : (reading.pages[page] ?? whole)
      return <SharingView reading={reading.reading} page={shown} />
    }
    case 'vision': {
      const shown = page === undefined ? reading.whole : (reading.pages[page] ?? reading.whole)
      if (shown.kind === 'where') return <WhereView view={view} />
      if (shown.kind === 'drawings') {
        return shown.drawn === undefined ? null : <DrawingsView page={shown.drawn} />
      }
      return (
        <div className="stip-reading__pages">
          <VisionView page={shown} />
          {shown.drawn !== undefined && <DrawingsToChoose drawings={shown.drawn.drawings} />}
        </div>
      )
    }
    default:
      return (
        <div className="stip-reading__pages">
          {reading.pages.filter(isShown).map((each) => (
            <NotesView key={`${each.id} ${each.part}`} page={each} />
          ))}
        </div>
      )
  }
}
