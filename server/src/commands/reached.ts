import { fieldsOf } from '@stip/board'
import type { AppliedWrite, Fields, StoredRecord } from '@stip/board'
import { readRecord } from '@stip/documents'
import { sameJson } from '@stip/primitives'
import { unpackApplied } from '../storage/stores/applied.ts'
import type { Applied } from '../storage/stores/applied.ts'
import type { Room } from '@stip/sync/room'

/**
 * Whether writes reached a board. They are one edit: one record tells for all.
 *
 * @param applied - The writes, or as they are stored.
 */
export async function reached(
  room: Room,
  applied: readonly AppliedWrite[] | Applied,
): Promise<boolean> {
  await room.settled()
  const writes =
    typeof applied === 'string' || applied instanceof Uint8Array ? unpackApplied(applied) : applied
  return room.read((doc) => writes.some((write) => isOnBoard(write, readRecord(doc, write.id))))
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
