import type { SessionView } from '@stip/api'
import { type ReactElement, type ReactNode, useEffect } from 'react'
import { nlConsole } from '../../../texts/console/nl-console.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { pageCount, placeOfNotes, useReadings } from '../use-pages.ts'
import './wall-pages.css'

interface WallPagesProps {
  readonly view: SessionView
  /** What the wall shows, one behind the other. */
  readonly boards: readonly SessionView['boards'][number][]
  readonly onTurn: (page: number) => void
  /** Stands here when there is nothing to read of them. */
  readonly whenNothing: ReactNode
}

/** Turns the pages of the wall: with two buttons, or with the keys that presenters in the hand have. */
export function WallPages(props: WallPagesProps): ReactElement | null {
  const { view, boards, onTurn, whenNothing } = props
  const readings = useReadings(view, boards, 'facilitator', whenNothing !== undefined)
  const count = readings === undefined ? 0 : pageCount(readings)
  const page = Math.min(view.wallPage, Math.max(0, count - 1))
  useEffect(() => {
    if (count < 2) return undefined
    const turn = (event: KeyboardEvent): void => {
      const step = { PageUp: -1, PageDown: 1 }[event.key]
      const next = page + (step ?? 0)
      if (step === undefined || isTyping(event.target) || next < 0 || next >= count) return
      event.preventDefault()
      onTurn(next)
    }
    addEventListener('keydown', turn)
    return () => removeEventListener('keydown', turn)
  }, [count, page, onTurn])
  if (readings !== undefined && count === 0) return <>{whenNothing}</>
  if (count < 2) return null
  const texts = nlConsole.wallPages
  const where = placeOfNotes(readings ?? [])
  return (
    <section className="stip-wall-pages" aria-label={texts.title}>
      <output className="stip-wall-pages__place">{texts.place(page + 1, count)}</output>
      {where >= 0 && page !== where && (
        <Button size="small" kind="subtle" onClick={() => onTurn(where)}>
          {texts.where}
        </Button>
      )}
      <div className="stip-wall-pages__turn">
        <Button
          size="small"
          title={texts.previousLong}
          disabled={page === 0}
          onClick={() => onTurn(page - 1)}
        >
          {texts.previous}
        </Button>
        <Button
          size="small"
          title={texts.nextLong}
          disabled={page === count - 1}
          onClick={() => onTurn(page + 1)}
        >
          {texts.next}
        </Button>
      </div>
    </section>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
