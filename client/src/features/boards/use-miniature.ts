import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { miniatureApi } from '../../live/api/miniature-api.ts'
import { steadyNow } from '../../live/clock/steady-clock.ts'
import { keepMiniature, recallMiniature } from './miniature-copy.ts'
import type { MiniatureState } from './miniature-state.ts'
import { MiniatureWatch } from './miniature-watch.ts'

/** One for each session that this page shows. */
const watches = new Map<string, MiniatureWatch>()

/** A board from far, kept up to date while its place on the page is in sight. */
export function useMiniature(
  sessionId: string,
  boardId: string,
  place: RefObject<Element | null>,
): MiniatureState {
  const isInSight = useInSight(place)
  const watch = watchOf(sessionId)
  const subscribe = useMemo(
    () => (listener: () => void) => (isInSight ? watch.follow(boardId, listener) : () => undefined),
    [watch, boardId, isInSight],
  )
  return useSyncExternalStore(subscribe, () => watch.stateOf(boardId))
}

function useInSight(place: RefObject<Element | null>): boolean {
  const [isInSight, setIsInSight] = useState(false)
  useEffect(() => {
    if (place.current === null) return undefined
    const observer = new IntersectionObserver((entries) => {
      setIsInSight(entries.at(-1)?.isIntersecting === true)
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return isInSight
}

function watchOf(sessionId: string): MiniatureWatch {
  const known = watches.get(sessionId)
  if (known !== undefined) return known
  const watch = new MiniatureWatch({
    ask: (since) => miniatureApi.changed(sessionId, 'facilitator', since),
    fetch: (boardId) => miniatureApi.one(boardId, 'facilitator'),
    wait(ms, then) {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    now: steadyNow,
    isSeen: () => document.visibilityState === 'visible',
    keep: keepMiniature,
    recall: recallMiniature,
  })
  watches.set(sessionId, watch)
  addEventListener('pagehide', () => watch.keep())
  return watch
}
