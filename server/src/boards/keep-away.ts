import { isWhollyAway, takeAway } from '@stip/documents'
import type { BoardId, RecordId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { takenAwayOn } from '@stip/workshop'
import type { Session } from '@stip/workshop'
import type * as Y from 'yjs'

/**
 * Sees to it that what was taken away is away: also after a crash in between, and when a board came
 * back from a backup in which it still stood, or in which some of it came back.
 */
export async function keepAway(
  room: Room,
  session: () => Session | undefined,
  boardId: BoardId,
): Promise<void> {
  const left = (doc: Y.Doc): readonly RecordId[] => {
    const now = session()
    if (now === undefined) return []
    return [...takenAwayOn(now, boardId)].filter((id) => !isWhollyAway(doc, id))
  }
  await room.settled()
  if (room.read(left).length === 0) return
  await room.edit((doc) => {
    // Asked again: it may have been put back in between.
    for (const id of left(doc)) takeAway(doc, id)
  })
}
