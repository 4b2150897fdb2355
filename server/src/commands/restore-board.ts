import type { CommandAnswer } from '@stip/api'
import { ok, refuse } from '@stip/primitives'
import type { BoardId, Result } from '@stip/primitives'
import type { MadeUpdate } from '@stip/sync/room'
import { isRoomBoard, takenAwayOn } from '@stip/workshop'
import type { CommandRefusal, Session } from '@stip/workshop'
import type { ChangeMade } from '../board-thread/questions.ts'
import { RequestRefusedError } from '../errors.ts'
import { without } from '../history/kept-records.ts'
import type { Services } from '../services.ts'
import { commandAnswered, intentEnded } from '../sessions/also-written.ts'
import type { Intent, Pressed } from '../storage/stores/intent-store.ts'
import { editInTurn } from './command-turn.ts'
import type { Press } from './press.ts'
import { reached } from './reached.ts'

interface Chosen {
  readonly boardId: BoardId
  readonly moment: number
}

type Outcome = Result<CommandAnswer, CommandRefusal>

/**
 * Puts a board back to a moment, forward: in one edit, after keeping the board as it was just
 * before. What people write from then on, or wrote without a line, comes on top.
 */
export async function restoreBoard(
  services: Services,
  session: Session,
  press: Press,
  { boardId, moment }: Chosen,
): Promise<Outcome> {
  const { storage, history, boardThread } = services
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  if (!isRoomBoard(session, boardId)) return refuse('no-such-board')
  const kept = await storage.moments.records(boardId, moment)
  if (kept === undefined) throw new RequestRefusedError('no-such-moment')
  // What was taken away since does not come back with the rest.
  const records = without(kept, takenAwayOn(session, boardId))
  let done: Done | undefined
  const change = { kind: 'restore', records } as const
  const make = async (clientId: number): Promise<MadeUpdate> => {
    const made = await boardThread.change({ boardId, clientId, change })
    const begin = async (): Promise<void> => {
      done = await noteBegun(services, session, { boardId, press, made })
    }
    return { ...made, begin }
  }
  await editInTurn(services, session, boardId, make)
  if (done === undefined) throw new Error('The edit was not carried out.')
  const answer = await noteRestore(services, session, { press, boardId, ...done })
  if (done.changed > 0) history.changed(boardId)
  return ok(answer)
}

/** Keeps a restore that is on the board, or forgets it when it is not. */
export async function settleRestore(
  services: Services,
  session: Session,
  press: Intent & { readonly kind: 'restore' },
): Promise<void> {
  const { storage, rooms, desk } = services
  const { boardId, moment, changed } = press
  const applied = (await storage.moments.applied(boardId, moment)) ?? '[]'
  if (await reached(await rooms.open(boardId), applied)) {
    await noteRestore(services, session, { press, boardId, moment, changed })
    services.history.changed(boardId)
    return
  }
  await desk.write(session, [{ kind: 'moment-dropped', boardId, moment }, intentEnded])
}

async function noteRestore(
  { desk }: Services,
  session: Session,
  made: Done & { readonly press: Pressed; readonly boardId: BoardId },
): Promise<CommandAnswer> {
  const { press, boardId, moment, changed } = made
  const restore = { moment, changed }
  if (changed === 0) {
    const answer = { revision: session.revision, restore }
    const dropped = { kind: 'moment-dropped', boardId, moment } as const
    await desk.write(session, [dropped, ...commandAnswered(press.key, answer), intentEnded])
    return answer
  }
  const noted = desk.note(session, { type: 'note-restore', boardId, moment }, press.asked)
  const answer = { revision: noted.session.revision, restore }
  await desk.commit(noted, [...commandAnswered(press.key, answer), intentEnded])
  return answer
}

/** Takes a restore back as a whole; what people changed since stays. */
export async function undoRestore(
  services: Services,
  session: Session,
  press: Press,
  { boardId, moment }: Chosen,
): Promise<Outcome> {
  const { storage, desk, history, boardThread } = services
  if (session.course.endedAt !== undefined) return refuse('session-is-over')
  if (!isRoomBoard(session, boardId)) return refuse('no-such-board')
  const applied = await storage.moments.applied(boardId, moment)
  if (applied === undefined) return refuse('nothing-to-undo')
  const change = { kind: 'undo-restore', applied } as const
  const make = async (clientId: number): Promise<MadeUpdate> => {
    const made = await boardThread.change({ boardId, clientId, change })
    const about = { ...press, kind: 'undo-restore', boardId, moment } as const
    const intent = { ...about, applied: made.witnesses }
    const begin = (): Promise<void> => desk.write(session, [{ kind: 'intent-begun', intent }])
    return { ...made, begin }
  }
  await editInTurn(services, session, boardId, make)
  const answer = await noteUndone(services, session, { press, boardId, moment })
  history.changed(boardId)
  return ok(answer)
}

/** Keeps an undoing that is on the board, or forgets it when it is not. */
export async function settleUndoRestore(
  services: Services,
  session: Session,
  press: Intent & { readonly kind: 'undo-restore' },
): Promise<void> {
  const { rooms, desk } = services
  const { boardId, moment, applied } = press
  if (await reached(await rooms.open(boardId), applied))
    await noteUndone(services, session, { press, boardId, moment })
  else await desk.write(session, [intentEnded])
}

async function noteUndone(
  { desk }: Services,
  session: Session,
  { press, boardId, moment }: Chosen & { readonly press: Pressed },
): Promise<CommandAnswer> {
  const noted = desk.note(session, { type: 'note-undone-restore', boardId, moment }, press.asked)
  const answer = { revision: noted.session.revision }
  await desk.commit(noted, [
    { kind: 'restore-undone', boardId, moment },
    ...commandAnswered(press.key, answer),
    intentEnded,
  ])
  return answer
}

interface Done {
  /** The moment just before. */
  readonly moment: number
  readonly changed: number
}

interface Begun {
  readonly boardId: BoardId
  readonly press: Press
  readonly made: ChangeMade
}

/** Keeps the moment just before; nothing can come between that and what is written. */
async function noteBegun(
  { storage, desk, now, history }: Services,
  session: Session,
  { boardId, press, made: { before, count: changed, applied } }: Begun,
): Promise<Done> {
  if (before === undefined) throw new Error('The board before the restore is not there.')
  const { isNamed } = await history.authorship.period(session)
  const moment = { at: now(), reason: { kind: 'restore' }, isNamed, ...before } as const
  const done = changed > 0 ? applied : undefined
  await desk.write(session, [
    { kind: 'restore-begun', pressed: press, boardId, moment, changed, applied: done },
  ])
  const intent = await storage.intents.find(session.id)
  if (intent?.kind !== 'restore') throw new Error('What was begun is not there.')
  return { moment: intent.moment, changed }
}
