import type { MomentRecords, MomentsAnswer, Provenance, Role } from '@stip/api'
import { board } from './api.ts'
import { get, limitMs } from '../requests/ask.ts'

/** Reads whole boards as they were, in turn with others. */
const history = { limitMs: limitMs.long }

/** What is asked of a board as it was. */
export const historyApi = {
  moments: (boardId: string, role: Role) =>
    get<MomentsAnswer>(`${board(boardId)}/moments?as=${role}`, history),
  momentRecords: (boardId: string, moment: number, role: Role) =>
    get<MomentRecords>(`${board(boardId)}/moments/${moment}?as=${role}`, history),
  provenance: (boardId: string, recordId: string, role: Role) =>
    get<Provenance>(
      `${board(boardId)}/records/${encodeURIComponent(recordId)}/provenance?as=${role}`,
      history,
    ),
}
