import { type ReactElement, useEffect, useState } from 'react'
import { sayAfterMs } from '../../live/reconnect.ts'
import { nl } from '../../texts/nl.ts'

/** Whether something lasts so long that a person wants to know what goes on. */
export function useIsSlow(isBusy = true, afterMs = sayAfterMs): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isBusy) return undefined
    const timer = setTimeout(() => setIsSlow(true), afterMs)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isBusy, afterMs])
  return isSlow
}

/** Stands where something comes, and says so when that takes long. */
export function Loading(): ReactElement {
  return <p>{useIsSlow() ? nl.slow : nl.loading}</p>
}

/** Says that it takes long, and that somebody is at it, once it does. */
export function SlowLine({ isBusy }: { readonly isBusy: boolean }): ReactElement {
  return <output className="stip-muted">{useIsSlow(isBusy) ? nl.slow : ''}</output>
}
