import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../live/requests/ask.ts'
import { AskedCalmly, nothingYet } from './asked-calmly.ts'
import type { AskedState } from './asked-calmly.ts'

export interface Asked<Value> extends AskedState<Value> {
  /** Asks now, for who saw that it failed. */
  readonly again: () => void
}

/**
 * Follows what the server works out about the vision; asks again, calmly, when `key` is another.
 *
 * @param ask - The same function for as long as the same is asked.
 * @param key - Another for another `ask` too; undefined while it is not known what is asked about.
 */
export function useAsked<Value>(
  ask: () => Promise<Answer<Value>>,
  key: string | undefined,
): Asked<Value> {
  const [state, setState] = useState<AskedState<Value>>(nothingYet)
  const reader = useRef<AskedCalmly<Value>>(undefined)
  useEffect(() => {
    const reading = new AskedCalmly<Value>({
      ask,
      wait: (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
      tell: setState,
    })
    reader.current = reading
    return () => reading.close()
  }, [ask])
  useEffect(() => reader.current?.changed(key), [key])
  const again = useCallback(() => reader.current?.again(), [])
  return { ...state, again }
}
