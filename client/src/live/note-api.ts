import type { NoteAnswer, NoteBody } from '@stip/api'
import { board } from './api.ts'
import { post } from './ask.ts'

/** What a screen without a board asks of one. */
export const noteApi = {
  /** Its id is its key. Whoever sends it comes back by itself. */
  sendNote: (boardId: string, { id, zone, words }: NoteBody) =>
    post<NoteAnswer>(`${board(boardId)}/notes?as=participant`, { id, zone, words }, id, {
      isRepeated: false,
    }),
}
