import type { BoardId } from '@stip/primitives'
import type { UpdateLog } from '@stip/sync/room'

/** The same log, telling when people (not the server itself) wrote something that is on disk. */
export function watchedLog(log: UpdateLog, tell: (boardId: BoardId) => void): UpdateLog {
  return {
    append: async (boardId, entries) => {
      await log.append(boardId, entries)
      if (entries.some(({ author }) => author !== 'server')) tell(boardId)
    },
    read: (boardId) => log.read(boardId),
    ...(log.generation && {
      generation: (boardId) => log.generation?.(boardId) ?? Promise.resolve(1),
    }),
    ...(log.standing && { standing: async (boardId) => log.standing?.(boardId) }),
    close: () => log.close(),
  }
}
