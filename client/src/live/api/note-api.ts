import type { NoteAnswer, NoteBody } from '@stip/api'
import { board } from './api.ts'
import { post } from '../requests/ask.ts'

/** What a screen without a board asks of one. */
export const noteApi = {
  /** Its id is its key. Whoever sends it comes back by itself. */
  sendNote: (boardId: string, { id, zone, words, for: whose }: NoteBody) =>
    post<NoteAnswer>(
      `${board(boardId)}/notes?as=${whose === undefined ? 'participant' : 'scribe'}`,
      { id, zone, words, for: whose },
      id,
      { isRepeated: false },
    ),
}
