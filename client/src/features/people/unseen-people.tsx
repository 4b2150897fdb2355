import { type ReactElement, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'
import type { Parts } from '../../ui/showing.ts'
import { unseenCount } from './role-counts.ts'

interface UnseenPeopleProps {
  readonly view: Parts<'people' | 'endedAt'>
  readonly isBusy: boolean
  readonly onRemove: () => void
}

/**
 * Who joined while no screen of theirs ever opened: somebody who closed the page at once, or a
 * script that fills the list. They go all at once and for good, so that is told before the second press.
 */
export function UnseenPeople({ view, isBusy, onRemove }: UnseenPeopleProps): ReactElement | null {
  const [isAsked, setIsAsked] = useState(false)
  const whole = useRef<HTMLFieldSetElement>(null)
  const count = unseenCount(view)
  if (count === 0 || view.endedAt !== undefined) return null
  const texts = nlConsole.people.unseen
  const ask = (asks: boolean) => {
    flushSync(() => setIsAsked(asks))
    // To the harmless button: the one that was pressed is no longer there.
    whole.current?.querySelector<HTMLElement>('button:last-of-type')?.focus()
  }
  return (
    <fieldset ref={whole} className="stip-unseen">
      <legend className="stip-hidden">{texts.name}</legend>
      <p>{texts.what(count)}</p>
      {isAsked ? (
        <>
          <p>
            {texts.ends} {nlConsole.links.noWayBack}
          </p>
          <div className="stip-row">
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => {
                ask(false)
                onRemove()
              }}
            >
              {texts.sure(count)}
            </Button>
            <Button kind="subtle" size="small" onClick={() => ask(false)}>
              {nlConsole.links.leave}
            </Button>
          </div>
        </>
      ) : (
        <div className="stip-row">
          <Button kind="subtle" size="small" disabled={isBusy} onClick={() => ask(true)}>
            {texts.remove}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
