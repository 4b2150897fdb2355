import type { BoardId } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import type { Session } from '@stip/workshop'
import type { Services } from '../services.ts'
import type { Asker } from '../turns.ts'

/**
 * Whose turn a command takes: whoever facilitates, commands of one session come one at a time. They do
 * not wait for all who want files of that session: nobody comes in while a command is carried out.
 */
export function commandTurn({ id }: Session): Asker {
  return { session: `commands of ${id}`, person: 'commands' }
}

/**
 * Has an edit of a board made when it is the turn of a command; see {@link Room.editMade}.
 *
 * @throws {RequestRefusedError} 'busy'.
 */
export function editInTurn(
  { rooms, boardThread }: Services,
  session: Session,
  boardId: BoardId,
  make: Parameters<Room['editMade']>[0],
): Promise<void> {
  return boardThread.inTurn(commandTurn(session), async () => {
    // Opened only now: what nobody is at may leave memory while a turn is waited for.
    const room = await rooms.open(boardId)
    await room.editMade(make)
  })
}
