import { isWhollyAway, takeAway } from '@stip/documents'
import type { BoardId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { takenAwayOn } from '@stip/workshop'
import type { Session } from '@stip/workshop'

/**
 * Sees to it that what was taken away is away: also after a crash in between, and when a board came
 * back from a backup in which it still stood, or in which some of it came back.
 */
export async function keepAway(room: Room, session: Session, boardId: BoardId): Promise<void> {
  const names = takenAwayOn(session, boardId)
  if (names.size === 0) return
  await room.settled()
  const left = room.read((doc) => [...names].filter((id) => !isWhollyAway(doc, id)))
  if (left.length === 0) return
  await room.edit((doc) => {
    for (const id of left) takeAway(doc, id)
  })
}
