import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs'
import { type ReactElement, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'

interface RenewLinkProps {
  readonly texts: (typeof nlConsole.links.renew)[keyof typeof nlConsole.links.renew]
  readonly isBusy: boolean
  readonly onRenew: () => void
}

/** Makes a link worthless. That cannot be undone, so what it ends is told before the second press. */
export function RenewLink({ texts, isBusy, onRenew }: RenewLinkProps): ReactElement {
  const [isAsked, setIsAsked] = useState(false)
  const whole = useRef<HTMLFieldSetElement>(null)
  const ask = (asks: boolean) => {
    flushSync(() => setIsAsked(asks))
    // To the harmless button: the one that was pressed is no longer there.
    whole.current?.querySelector<HTMLElement>('button:last-of-type')?.focus()
  }
  return (
    <fieldset ref={whole} className={isAsked ? 'stip-renew' : ''}>
      <legend className="stip-hidden">{texts.name}</legend>
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
                onRenew()
              }}
            >
              {texts.sure}
            </Button>
            <Button kind="subtle" size="small" onClick={() => ask(false)}>
              {nlConsole.links.leave}
            </Button>
          </div>
        </>
      ) : (
        <Button
          kind="subtle"
          size="small"
          disabled={isBusy}
          icon={<IconRefresh size={18} aria-hidden="true" />}
          onClick={() => ask(true)}
        >
          {texts.name}
        </Button>
      )}
    </fieldset>
  )
}
