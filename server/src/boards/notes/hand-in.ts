import { ok, refuse } from '@stip/primitives'
import type { BoardId, Result } from '@stip/primitives'
import { CloseCode, MessageType } from '@stip/sync/protocol'
import type { ProblemCode } from '../../problem-texts.ts'
import type { BoardRooms, Seat } from '../board-rooms.ts'
import type { Visit } from '../visit.ts'

/** How long the disk may take. Who asks again finds it there, or hands it in again. Milliseconds. */
const LIMIT_MS = 20_000

interface HandedIn extends Pick<Visit, 'actor' | 'grant'> {
  /** A frame that carries an update. */
  readonly update: Uint8Array
}

/**
 * Takes a place at a board for one update, and leaves when it is on disk or refused: a line without
 * a socket, judged as any other.
 */
export async function handIn(
  rooms: BoardRooms,
  boardId: BoardId,
  { actor, grant, update }: HandedIn,
): Promise<Result<undefined, ProblemCode>> {
  const { promise, resolve } = Promise.withResolvers<Result<undefined, ProblemCode>>()
  const hear = (frame: Uint8Array): void => {
    if (frame[0] === MessageType.saved) resolve(ok(undefined))
    else if (frame[0] === MessageType.refused) resolve(refuse('not-taken'))
  }
  const limit = setTimeout(() => resolve(refuse('busy')), LIMIT_MS)
  let seat: Seat | undefined
  try {
    seat = await rooms.enter(boardId, {
      actor,
      grant,
      speaksStip: true,
      channel: {
        send: hear,
        close: (code) => resolve(refuse(refusalFor(code))),
        bufferedBytes: 0,
      },
    })
    seat.receive(update)
    return await promise
  } finally {
    clearTimeout(limit)
    seat?.leave()
  }
}

function refusalFor(code: number): ProblemCode {
  if (code === CloseCode.mayNotWrite) return 'may-not-write'
  return code === CloseCode.accessChanged ? 'no-such-board' : 'busy'
}
