import type { MyNote, SessionView } from '@stip/api'
import { useCallback, useEffect, useState } from 'react'
import { myNotesApi } from '../../live/api/my-notes-api.ts'

type Said = MyNote['statements'][number]['said']

/** What somebody knows of where their notes are. */
export interface MyNotesState {
  /** Undefined until they are here for the first time. */
  readonly notes: readonly MyNote[] | undefined
  /** Why they are not here, or are not as they are now. */
  readonly problem: string | undefined
  readonly askAgain: () => void
  /** Something was said of a statement, and is on the server. */
  readonly noteSaid: (statement: string, card: string, said: Said) => void
}

/** Asks where somebody's notes are, and again when something was decided about the vision. */
export function useMyNotes({ id, arrangement, versions }: WhatCounts): MyNotesState {
  const [notes, setNotes] = useState<readonly MyNote[]>()
  const [problem, setProblem] = useState<string>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isOver = false
    const ask = async (): Promise<void> => {
      const answer = await myNotesApi.read(id)
      if (isOver) return
      setProblem(answer.ok ? undefined : answer.problem.message)
      if (answer.ok) setNotes(answer.value.notes)
    }
    void ask()
    return () => {
      isOver = true
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what was decided since may have moved a note.
  }, [id, arrangement, versions, tries])
  const noteSaid = useCallback((statement: string, card: string, said: Said): void => {
    setNotes((now) =>
      now?.map((each) => ({
        ...each,
        statements: each.statements.map((one) =>
          one.id === statement && one.card === card ? { ...one, said } : one,
        ),
      })),
    )
    setTries((count) => count + 1)
  }, [])
  const askAgain = useCallback(() => setTries((count) => count + 1), [])
  return { notes, problem, askAgain, noteSaid }
}

type WhatCounts = Pick<SessionView, 'id' | 'arrangement' | 'versions'>
