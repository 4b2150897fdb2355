import { COPY_OF } from '@stip/board'
import { ASSET_PATH } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import type { LogEntry, UpdateLog } from '@stip/sync/room'

/** Hears of what was written, when it is on disk. */
export interface LogListener {
  /** @param byPeople - Not by the server alone. */
  changed(boardId: BoardId, byPeople: boolean): void
  /** There may be something new on it that says that it is a copy. */
  copied(boardId: BoardId): void
  /** There may be a new image on it, whoever put it there. */
  pictured(boardId: BoardId): void
}

/** No record is made in fewer bytes: moves, which are nearly everything, are not looked at. */
const SHORTEST = 100
const copyKey = Buffer.from(`m.${COPY_OF}`)
const imagePath = Buffer.from(ASSET_PATH)

/** The same log, telling what is written to it. */
export function watchedLog(log: UpdateLog, listener: LogListener): UpdateLog {
  return {
    append: async (boardId, entries) => {
      await log.append(boardId, entries)
      const written = entries.filter(({ author }) => author !== 'server')
      listener.changed(boardId, written.length > 0)
      if (written.some((entry) => mayHold(entry, copyKey))) listener.copied(boardId)
      if (entries.some((entry) => mayHold(entry, imagePath))) listener.pictured(boardId)
    },
    read: (boardId) => log.read(boardId),
    ...(log.generation && {
      generation: (boardId) => log.generation?.(boardId) ?? Promise.resolve(1),
    }),
    ...(log.standing && { standing: async (boardId) => log.standing?.(boardId) }),
    close: () => log.close(),
  }
}

function mayHold({ update: { buffer, byteOffset, byteLength } }: LogEntry, sign: Buffer): boolean {
  return byteLength > SHORTEST && Buffer.from(buffer, byteOffset, byteLength).includes(sign)
}
