import { fieldsOf } from '@stip/board'
import type { AppliedWrite, Fields, StoredRecord } from '@stip/board'
import { readRecord } from '@stip/documents'
import { sameJson } from '@stip/primitives'
import type { Room } from '@stip/sync/room'

/** Whether writes reached a board. They are one edit: one record tells for all. */
export async function reached(room: Room, applied: readonly AppliedWrite[]): Promise<boolean> {
  await room.settled()
  return room.read((doc) => applied.some((write) => isOnBoard(write, readRecord(doc, write.id))))
}

function isOnBoard({ before, after }: AppliedWrite, found: StoredRecord | undefined): boolean {
  if (found === undefined) return false
  if (before === undefined) return true
  const now: Fields = { ...fieldsOf(found.record), gone: found.isGone }
  const written = Object.entries(after)
  // What is as it was before says nothing.
  const isNews = written.some(([key, value]) => !sameJson(before[key], value))
  return isNews && written.every(([key, value]) => sameJson(now[key], value))
}
