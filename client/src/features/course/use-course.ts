import type { CourseAnswer, CourseEvent } from '@stip/api'
import { useCallback, useEffect, useRef, useState } from 'react'
import { courseApi } from '../../live/api/course-api.ts'
import { CourseReader } from './course-reader.ts'

export interface Course {
  /** The last first; undefined until they are here. */
  readonly events: readonly CourseEvent[] | undefined
  readonly hasFailed: boolean
  readonly ask: () => void
  /** Fetches what happened before; absent when that is all. */
  readonly askEarlier: (() => void) | undefined
}

/**
 * What happened in a session, a page at a time.
 *
 * @param revision - Of the session; with a new one there is news.
 */
export function useCourse(sessionId: string, revision: number): Course {
  const [known, setKnown] = useState<CourseAnswer>()
  const [hasFailed, setHasFailed] = useState(false)
  const reader = useRef<CourseReader>(undefined)
  useEffect(() => {
    const reading = new CourseReader(async (before) => {
      const answer = await courseApi.course(sessionId, before)
      return answer.ok ? answer.value : undefined
    })
    reading.onAnswer = (answer) => {
      setHasFailed(answer === undefined)
      if (answer !== undefined) setKnown(answer)
    }
    reader.current = reading
    return () => reading.close()
  }, [sessionId])
  // A new revision is news, and is not read here.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => reader.current?.news(), [sessionId, revision])
  const ask = useCallback(() => reader.current?.news(), [])
  const askEarlier = useCallback(() => reader.current?.earlier(), [])
  return {
    events: known?.events,
    hasFailed,
    ask,
    askEarlier: known?.before === undefined ? undefined : askEarlier,
  }
}
