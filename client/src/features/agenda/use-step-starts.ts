import type { SessionView } from '@stip/api'
import { useEffect, useState } from 'react'
import { type StepStarts, withStart } from './schedule.ts'

/** When each step began, as far as this console saw it; kept on this device for a reload. */
export function useStepStarts(view: SessionView): StepStarts {
  const key = `stip-steps-${view.id}`
  const [starts, setStarts] = useState<StepStarts>(() => read(key))
  const known = withStart(starts, view.position, view.now)
  if (known !== starts) setStarts(known)
  useEffect(() => {
    localStorage.setItem(key, JSON.stringify(known))
  }, [key, known])
  return known
}

function read(key: string): StepStarts {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as StepStarts
  } catch {
    // Written by something else; then nothing is known.
    return {}
  }
}
