import type { CourseAnswer, CourseEvent } from '@stip/api'
import { useCallback, useEffect, useRef, useState } from 'react'
import { courseApi } from '../../live/course-api.ts'

export interface Course {
  /** The last first; undefined until they are here. */
  readonly events: readonly CourseEvent[] | undefined
  readonly hasFailed: boolean
  readonly ask: () => void
  /** Fetches what happened before; absent when that is all. */
  readonly askEarlier: (() => void) | undefined
}

const none: CourseAnswer = { events: [] }

/** Things that happen soon after each other are fetched at once, in milliseconds. */
const SETTLE_MS = 500

/**
 * What happened in a session, a page at a time.
 *
 * @param revision - Of the session; with a new one there is news.
 */
export function useCourse(sessionId: string, revision: number): Course {
  const [known, setKnown] = useState<CourseAnswer>()
  const [hasFailed, setHasFailed] = useState(false)
  const isGone = useRef(false)
  const fetchPage = useCallback(
    async (end?: number) => {
      const answer = await courseApi.course(sessionId, end)
      if (isGone.current) return
      setHasFailed(!answer.ok)
      if (!answer.ok) return
      const page = answer.value
      const first = page.events.at(-1)?.sequence ?? 0
      setKnown((known = none) => {
        // So much happened that there is a hole: what was before it is asked for again.
        const isHole = end === undefined && (known.events[0]?.sequence ?? first) < first - 1
        if (isHole || known.events.length === 0) return page
        const before = end === undefined ? known.before : page.before
        return { events: joined(known.events, page.events), before }
      })
    },
    [sessionId],
  )
  const isFirst = known === undefined
  useEffect(() => {
    const timer = setTimeout(() => void fetchPage(), isFirst ? 0 : SETTLE_MS)
    return () => clearTimeout(timer)
    // Coming in is no news of the session.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [fetchPage, revision])
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  return {
    events: known?.events,
    hasFailed,
    ask: () => void fetchPage(),
    askEarlier: known?.before === undefined ? undefined : () => void fetchPage(known.before),
  }
}

/** Both, each event once, the last first. */
function joined(known: readonly CourseEvent[], page: readonly CourseEvent[]): CourseEvent[] {
  const all = new Map([...known, ...page].map((event) => [event.sequence, event]))
  return [...all.values()].toSorted((a, b) => b.sequence - a.sequence)
}
