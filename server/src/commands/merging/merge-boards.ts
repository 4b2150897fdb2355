import type { BoardCommand, CommandAnswer } from '@stip/api'
import type { MergeSummary } from '@stip/board'
import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import type { MadeUpdate } from '@stip/sync/room'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { Services } from '../../services.ts'
import { commandAnswered, intentEnded } from '../../sessions/also-written.ts'
import type { Applied } from '../../storage/stores/applied.ts'
import type { Intent, Pressed } from '../../storage/stores/intent-store.ts'
import type { StoredMerge } from '../../storage/stores/merge-store.ts'
import { settledGroupBoards, visionChange } from './collecting.ts'
import { editInTurn } from '../command-turn.ts'
import { besideOf, visionOf } from './merged-boards.ts'
import { reached } from '../reached.ts'
import type { Press } from '../press.ts'

/**
 * Merges the boards of the groups (samenvoegen): the vision collects what matters of them, and on
 * a board of its own they all come to stand beside each other. In sessions of before that they
 * stand on the vision. On disk before it is answered; when nothing changed since the last merge,
 * nothing is written and no merge is counted.
 */
export async function mergeBoards(
  services: Services,
  session: Session,
  press: Press,
  { leads }: Extract<BoardCommand, { readonly type: 'merge' }>,
): Promise<Result<CommandAnswer, CommandRefusal>> {
  const { desk, storage } = services
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  const boards = await settledGroupBoards(services, session)
  const number = await storage.merges.nextNumber(session.id)
  const isQuiet = leads === false
  const wanted = { session, press, boards, number, isQuiet }
  const beside = await layBeside(services, wanted)
  const { stored, merge } = await mergeInto(services, wanted, beside)
  const made = stored && { stored, press, merge, isQuiet }
  if (made !== undefined) return ok(await noteMerge(services, session, made))
  const answer = { revision: session.revision, merge }
  await desk.write(session, commandAnswered(press.key, answer))
  return ok(answer)
}

/**
 * Notes a merge that is on the vision, brings one to its end that got as far as the boards beside
 * each other, and forgets it when it is on neither.
 */
export async function settleMerge(
  services: Services,
  session: Session,
  intent: Intent & { readonly kind: 'merge' },
): Promise<void> {
  const { desk, storage, rooms } = services
  const { number, merge, isQuiet } = intent
  const planned = await storage.merges.planned(session.id)
  const stored = planned?.number === number ? planned : undefined
  const vision = await rooms.open(visionOf(session))
  if (stored !== undefined && (await reached(vision, stored.applied))) {
    await noteMerge(services, session, { stored, press: intent, merge, isQuiet })
    return
  }
  const beside = besideOf(session)
  if (stored?.beside !== undefined && beside !== undefined) {
    if (await reached(await rooms.open(beside), stored.beside)) {
      const boards = await settledGroupBoards(services, session)
      const wanted = { session, press: intent, boards, number, isQuiet }
      const made = await mergeInto(services, wanted, stored.beside)
      const whole = made.stored ?? stored
      const noted = { stored: whole, press: intent, merge: made.merge, isQuiet }
      await noteMerge(services, session, noted)
      return
    }
  }
  const dropped = stored === undefined ? [] : [{ kind: 'merge-dropped', number } as const]
  await desk.write(session, [...dropped, intentEnded])
}

interface Made {
  readonly stored: StoredMerge
  readonly press: Pressed
  readonly merge: MergeSummary | undefined
  /** Leads nobody to the vision. */
  readonly isQuiet: boolean | undefined
}

async function noteMerge(
  { desk }: Services,
  session: Session,
  { stored, press: { key, asked }, merge, isQuiet }: Made,
): Promise<CommandAnswer> {
  const merged = desk.note(session, { type: 'note-merge', at: stored.at, isQuiet }, asked)
  const answer = { revision: merged.session.revision, merge }
  await desk.commit(merged, [
    { kind: 'merge-settled', number: stored.number, state: 'done' },
    ...commandAnswered(key, answer),
    intentEnded,
  ])
  return answer
}

interface Wanted {
  readonly session: Session
  readonly press: Pressed
  readonly number: number
  readonly isQuiet: boolean | undefined
  readonly boards: Awaited<ReturnType<typeof settledGroupBoards>>
}

/**
 * Lays the boards beside each other. Gives what that did, which is on disk; undefined when there
 * was nothing new, or no such board.
 */
async function layBeside(
  services: Services,
  { session, press, number, boards, isQuiet }: Wanted,
): Promise<Applied | undefined> {
  const { desk, now, boardThread } = services
  const boardId = besideOf(session)
  if (boardId === undefined) return undefined
  let beside: Applied | undefined
  const change = { kind: 'merge', number, boards } as const
  const make = async (clientId: number): Promise<MadeUpdate | undefined> => {
    const made = await boardThread.change({ boardId, clientId, change })
    beside = undefined
    if (made.count === 0) return undefined
    const begin = async (): Promise<void> => {
      beside = made.applied
      const stored = { sessionId: session.id, number, at: now(), applied: '[]', beside }
      await plan(desk, session, press, { stored, merge: undefined, isQuiet })
    }
    return { ...made, begin }
  }
  await editInTurn(services, session, boardId, make)
  return beside
}

/**
 * Plans and writes in one go: what anybody writes on the vision comes before the plan, which then
 * heeds it, or after the merge. All boards are read at one moment. Nothing is stored when there is
 * nothing new.
 */
async function mergeInto(
  services: Services,
  { session, press, number, boards, isQuiet }: Wanted,
  beside: Applied | undefined,
): Promise<{ readonly stored: StoredMerge | undefined; readonly merge: MergeSummary }> {
  const { desk, now, boardThread } = services
  const boardId = visionOf(session)
  let stored: StoredMerge | undefined
  let merge: MergeSummary | undefined
  const change = visionChange(session, boards, number)
  const make = async (clientId: number): Promise<MadeUpdate | undefined> => {
    const made = await boardThread.change({ boardId, clientId, change })
    const { count, applied, summary } = made
    merge = summary
    if (count === 0 && beside === undefined && session.merging.count > 0) return undefined
    const begin = async (): Promise<void> => {
      const planned = { sessionId: session.id, number, at: now(), applied, beside }
      await plan(desk, session, press, { stored: planned, merge: summary, isQuiet })
      stored = planned
    }
    return { ...made, begin }
  }
  await editInTurn(services, session, boardId, make)
  if (merge === undefined) throw new Error('The edit was not carried out.')
  return { stored, merge }
}

function plan(
  desk: Services['desk'],
  session: Session,
  { key, asked }: Pressed,
  { stored, merge, isQuiet }: Omit<Made, 'press'>,
): Promise<void> {
  const intent = { kind: 'merge', key, asked, number: stored.number, merge, isQuiet } as const
  return desk.write(session, [
    { kind: 'merge-planned', merge: stored },
    { kind: 'intent-begun', intent },
  ])
}
