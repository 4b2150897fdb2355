import { useCallback, useLayoutEffect, useRef } from 'react'

/** An act that stays the same for as long as its screen is there, and does what it was last given. */
export function useStable<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args) => latest.current(...args), [])
}
