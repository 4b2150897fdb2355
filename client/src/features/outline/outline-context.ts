import type { OutlineSection } from '@stip/board'
import type { BoardId, RecordId } from '@stip/primitives'
import { createContext, useContext } from 'react'
import type { OutlineMoment } from '../../board/words/live-outline.ts'
import type { OutlineDesk } from '../../board/words/outline-desk.ts'

/** Which form is open, and for what. One at a time, so that it is clear where one is. */
export interface OpenForm {
  readonly form: 'add' | 'edit' | 'move' | 'connect' | 'describe'
  /** A note, a picture or a section. */
  readonly on: RecordId
}

/** What everything in the list has at hand. */
export interface OutlineTools {
  readonly boardId: BoardId
  readonly desk: OutlineDesk
  readonly moment: OutlineMoment
  readonly mayWrite: boolean
  /** Also makes other things than notes: ties, and words for a drawing. */
  readonly mayTie: boolean
  /** Whether hoofdpunten are asked for here. */
  readonly hasStars: boolean
  readonly open: OpenForm | undefined
  readonly setOpen: (form: OpenForm | undefined) => void
  /** Says what was just done, with a way back where there is one. */
  readonly say: (text: string, back?: () => void) => void
  readonly nameOf: (section: OutlineSection) => string
  /** "Waar komt dit vandaan?" */
  readonly askOrigin: ((id: RecordId) => void) | undefined
  /** Takes away what should not stand there, so that nobody can read it; for the facilitator. */
  readonly askTakeAway: ((id: RecordId) => void) | undefined
}

export const OutlineContext = createContext<OutlineTools | undefined>(undefined)

export function useOutlineTools(): OutlineTools {
  const tools = useContext(OutlineContext)
  if (tools === undefined) throw new Error('This stands in the list only.')
  return tools
}
