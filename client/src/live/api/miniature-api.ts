import type { MiniaturesAnswer, Role } from '@stip/api'
import type { Miniature } from '@stip/documents/overview'
import { get, limitMs } from '../requests/ask.ts'

/** Boards from far, for who watches many; who follows them comes back by itself. */
export const miniatureApi = {
  changed: (sessionId: string, role: Role, since: string | undefined) => {
    const path = `/api/sessions/${encodeURIComponent(sessionId)}/miniatures?as=${role}`
    return get<MiniaturesAnswer>(since === undefined ? path : `${path}&since=${since}`, {
      limitMs: limitMs.soon,
      isRepeated: false,
    })
  },
  one: (boardId: string, role: Role) =>
    get<Miniature>(`/api/boards/${encodeURIComponent(boardId)}/miniature?as=${role}`, {
      isRepeated: false,
    }),
}
