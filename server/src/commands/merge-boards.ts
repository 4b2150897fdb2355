import type { CommandAnswer } from '@stip/api'
import { appliedWrites, fieldsOf, planMerge } from '@stip/board'
import type { AppliedWrite, Fields, MergeSummary, SourceBoard, StoredRecord } from '@stip/board'
import { applyWrites, readBoard, readRecord } from '@stip/documents'
import { ok, refuse, sameJson } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { Room } from '@stip/sync/room'
import { recordMerge } from '@stip/workshop'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Services } from '../services.ts'
import type { StoredMerge } from '../storage/merge-store.ts'

/**
 * Merges the boards of the groups into the vision (samenvoegen). On disk before it is answered;
 * when nothing changed since the last merge, nothing is written and no merge is counted.
 */
export async function mergeBoards(
  services: Services,
  session: Session,
  key: string,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const { desk, storage } = services
  if (session.endedAt !== undefined) return refuse('session-is-over')
  const vision = await openVision(services, session)
  const sources = await readGroupBoards(services, session)
  const { stored, merge } = await mergeInto(vision, services, session, sources)
  if (stored === undefined) {
    const answer = { revision: session.revision, merge }
    desk.commit(session, () => storage.sessions.keepAnswer(session.id, key, answer))
    return ok(answer)
  }

  const merged = recordMerge(session, { now: stored.at })
  const answer = { revision: merged.revision, merge }
  desk.commit(merged, () => {
    storage.merges.settle(stored, 'done')
    storage.sessions.keepAnswer(session.id, key, answer)
  })
  return ok(answer)
}

/**
 * Plans and writes in one go: what anybody writes on the vision comes before the plan, which then
 * heeds it, or after the merge. Nothing is stored when there is nothing new.
 */
async function mergeInto(
  vision: Room,
  { storage, now }: Services,
  session: Session,
  boards: readonly SourceBoard[],
): Promise<{ readonly stored: StoredMerge | undefined; readonly merge: MergeSummary }> {
  const number = storage.merges.nextNumber(session.id)
  let stored: StoredMerge | undefined
  let merge: MergeSummary | undefined
  try {
    await vision.edit((doc) => {
      const before = readBoard(doc)
      const { writes, summary } = planMerge({ boards, vision: before, merge: number })
      merge = summary
      if (writes.length === 0 && session.merge.count > 0) return
      const applied = appliedWrites(writes, before)
      const planned = { sessionId: session.id, number, at: now(), applied }
      storage.merges.plan(planned)
      stored = planned
      applyWrites(doc, writes)
    })
  } catch (error) {
    if (stored !== undefined) storage.merges.drop(stored)
    throw error
  }
  if (merge === undefined) throw new Error('The edit was not carried out.')
  return { stored, merge }
}

/** Finishes, or forgets, merges that a crash cut off between the board and the session. */
export async function finishCutOffMerges(services: Services): Promise<void> {
  const { storage, desk } = services
  for (const merge of storage.merges.planned()) {
    const session = desk.find(merge.sessionId)
    if (session === undefined) continue
    // One at a time: this is rare, and each may concern the same board.
    // oxlint-disable-next-line no-await-in-loop
    const vision = await openVision(services, session)
    const reachedTheBoard = vision.read((doc) =>
      merge.applied.some((write) => isOnBoard(write, readRecord(doc, write.id))),
    )
    if (!reachedTheBoard) {
      storage.merges.drop(merge)
      continue
    }
    desk.commit(recordMerge(session, { now: merge.at }), () => storage.merges.settle(merge, 'done'))
  }
}

/** Whether a record is as a merge made it. A merge is one edit: one record tells for all. */
function isOnBoard({ before, after }: AppliedWrite, found: StoredRecord | undefined): boolean {
  if (found === undefined) return false
  if (before === undefined) return true
  const now: Fields = { ...fieldsOf(found.record), gone: found.isGone }
  const written = Object.entries(after)
  return written.length > 0 && written.every(([key, value]) => sameJson(now[key], value))
}

/** @throws {Error} When the session has no vision board; every session is made with one. */
export async function openVision({ rooms }: Services, session: Session): Promise<Room> {
  const board = session.boards.find(({ kind }) => kind === 'vision')
  if (board === undefined) throw new Error(`Session ${session.id} has no vision board.`)
  return rooms.open(board.id)
}

async function readGroupBoards(
  { rooms }: Services,
  session: Session,
): Promise<readonly SourceBoard[]> {
  const boards = session.groups.flatMap((group, place) => {
    const board = session.boards.find(({ groupId }) => groupId === group.id)
    return board === undefined ? [] : [{ id: board.id, group, place }]
  })
  const open = await Promise.all(
    boards.map(async (board) => ({ ...board, room: await rooms.open(board.id) })),
  )
  // Reading is cheap when nothing is on its way to the disk.
  await Promise.all(open.map(({ room }) => room.settled()))
  // From here to the last board nothing can change in between.
  return open.map(({ id, group, place, room }) => ({
    board: id,
    group: { ...group, color: groupColors[place % groupColors.length] ?? 'group-a' },
    records: room.read(readBoard),
  }))
}

const groupColors = [
  'group-a',
  'group-b',
  'group-c',
  'group-d',
  'group-e',
  'group-f',
  'group-g',
  'group-h',
] as const
