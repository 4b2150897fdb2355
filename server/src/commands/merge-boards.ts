import type { CommandAnswer } from '@stip/api'
import type { MergeSummary } from '@stip/board'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, Result } from '@stip/primitives'
import type { MadeUpdate } from '@stip/sync/room'
import { recordMerge } from '@stip/workshop'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Change } from '../board-thread/questions.ts'
import type { Services } from '../services.ts'
import type { Intent } from '../storage/intent-store.ts'
import type { StoredMerge } from '../storage/merge-store.ts'
import { groupColor } from '../boards/group-colors.ts'
import { editInTurn } from './command-turn.ts'
import { reached } from './reached.ts'

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
  const boards = await settledGroupBoards(services, session)
  const { stored, merge } = await mergeInto(visionOf(session), services, { session, key, boards })
  if (stored !== undefined) return ok(noteMerge(services, session, { stored, key, merge }))
  const answer = { revision: session.revision, merge }
  desk.commit(session, () => storage.sessions.keepAnswer(session.id, key, answer))
  return ok(answer)
}

/** Notes a merge that is on the vision, or forgets it when it is not. */
export async function settleMerge(
  services: Services,
  session: Session,
  { key, number, merge }: Intent & { readonly kind: 'merge' },
): Promise<void> {
  const { desk, storage } = services
  const stored = storage.merges.planned().find((planned) => {
    return planned.sessionId === session.id && planned.number === number
  })
  const vision = await services.rooms.open(visionOf(session))
  if (stored !== undefined && (await reached(vision, stored.applied))) {
    noteMerge(services, session, { stored, key, merge })
    return
  }
  desk.commit(session, () => {
    if (stored !== undefined) storage.merges.drop(stored)
    storage.intents.remove(session.id)
  })
}

interface Made {
  readonly stored: StoredMerge
  readonly key: string | undefined
  readonly merge: MergeSummary | undefined
}

function noteMerge(
  { desk, storage }: Services,
  session: Session,
  { stored, key, merge }: Made,
): CommandAnswer {
  const merged = recordMerge(session, { now: stored.at })
  const answer = { revision: merged.revision, merge }
  desk.commit(merged, () => {
    storage.merges.settle(stored, 'done')
    if (key !== undefined) storage.sessions.keepAnswer(session.id, key, answer)
    storage.intents.remove(session.id)
  })
  return answer
}

interface Asked {
  readonly session: Session
  readonly key: string
  readonly boards: MergeChange['boards']
}

type MergeChange = Extract<Change, { readonly kind: 'merge' }>

/**
 * Plans and writes in one go: what anybody writes on the vision comes before the plan, which then
 * heeds it, or after the merge. All boards are read at one moment. Nothing is stored when there is
 * nothing new.
 */
async function mergeInto(
  boardId: BoardId,
  services: Services,
  { session, key, boards }: Asked,
): Promise<{ readonly stored: StoredMerge | undefined; readonly merge: MergeSummary }> {
  const { storage, now, boardThread } = services
  const number = storage.merges.nextNumber(session.id)
  let stored: StoredMerge | undefined
  let merge: MergeSummary | undefined
  const change = { kind: 'merge', number, boards } as const
  const make = async (clientId: number): Promise<MadeUpdate | undefined> => {
    const made = await boardThread.change({ boardId, clientId, change })
    const { count, applied, summary } = made
    merge = summary
    if (count === 0 && session.merge.count > 0) return undefined
    const begin = (): void => {
      const planned = { sessionId: session.id, number, at: now(), applied }
      storage.inTransaction(() => {
        storage.merges.plan(planned)
        storage.intents.record(session.id, { kind: 'merge', key, number, merge: summary })
      })
      stored = planned
    }
    return { ...made, begin }
  }
  await editInTurn(services, session, boardId, make)
  if (merge === undefined) throw new Error('The edit was not carried out.')
  return { stored, merge }
}

/** @throws {Error} When the session has no vision board; every session is made with one. */
export function visionOf({ id, boards }: Session): BoardId {
  const board = boards.find(({ kind }) => kind === 'vision')
  if (board === undefined) throw new Error(`Session ${id} has no vision board.`)
  return board.id
}

/** The boards of the groups; what was written on them until now is on the disk. */
async function settledGroupBoards(
  { rooms }: Services,
  session: Session,
): Promise<MergeChange['boards']> {
  const boards = session.groups.flatMap((group) => {
    const board = session.boards.find(({ groupId }) => groupId === group.id)
    return board === undefined ? [] : [{ id: board.id, group }]
  })
  // Opened, so that what belongs on them is drawn.
  const open = await Promise.all(boards.map(({ id }) => rooms.open(id)))
  await Promise.all(open.map((room) => room.settled()))
  return boards.map(({ id, group }) => ({
    board: id,
    group: { ...group, color: groupColor(session, group) },
  }))
}
