import { trayOf } from '@stip/board'
import type { SourceBoard, StoredRecord, Tray, Vision } from '@stip/board'
import { readBoard, storedAsShown } from '@stip/documents'
import { roomBoards } from '@stip/workshop'
import type { Group, Session } from '@stip/workshop'
import { visionOf } from '../commands/merging/merged-boards.ts'
import type { Services } from '../services.ts'
import { frameOf, readStored } from './read-stored.ts'

/** The board of a group as it is now. */
export interface GroupBoard {
  readonly board: string
  readonly group: Group
  readonly stored: readonly StoredRecord[]
}

/** The vision as it is now, and what stands behind it. */
export interface VisionNow {
  readonly vision: Vision
  /** What is stored on its board. */
  readonly onVision: readonly StoredRecord[]
  /** What became of everything that groups made. */
  readonly tray: Tray
  readonly boards: readonly GroupBoard[]
}

/** Reads the vision and the boards of the groups, with all that is on the disk. */
export async function visionNow(
  { rooms }: Pick<Services, 'rooms'>,
  session: Session,
): Promise<VisionNow> {
  const read = async (boardId: string): Promise<readonly StoredRecord[]> => {
    const room = await rooms.open(boardId)
    await room.settled()
    return room.read((doc) => readBoard(doc))
  }
  const { groups } = session.people
  const ofGroups = roomBoards(session).flatMap(({ id, groupId }) => {
    const group = groups.find((each) => each.id === groupId)
    return group === undefined ? [] : [{ board: id, group }]
  })
  const stored = await read(visionOf(session))
  const boards: GroupBoard[] = []
  for (const each of ofGroups) {
    // One after the other: between two of them whoever draws is heard.
    // oxlint-disable-next-line no-await-in-loop
    boards.push({ ...each, stored: await read(each.board) })
  }
  return {
    vision: readStored(stored, frameOf(session)),
    onVision: stored,
    tray: trayOf({ boards: asSources(boards), vision: stored }),
    boards,
  }
}

/** Boards of groups, as what is collected from. */
export function asSources(boards: readonly GroupBoard[]): readonly SourceBoard[] {
  return boards.map(({ board, group, stored }) => ({
    board,
    group: { ...group, color: 'white' },
    records: storedAsShown(stored),
  }))
}
