import type { MomentsAnswer } from '@stip/api'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { aServer, aSessionInGroups } from './a-server.ts'
import { BoardClient } from './board-client.ts'
import { eventually } from './eventually.ts'

/** What the remark says. */
export const WORDS = 'Jan uit de Kerkstraat'
/** Why it is taken away. */
export const REASON = 'Hierin herken je iemand.'

/** A remark on the board of a group, with its writer and the facilitator at it. */
export async function aRemark(words = WORDS) {
  const server = await aServer()
  const { session, inGroups, visionId, besideId } = await aSessionInGroups(server)
  const [first, second] = inGroups
  if (first === undefined || second === undefined) throw new Error('There are three groups.')
  const { boardId } = first
  const board = new BoardClient(first.device.socket(`/sync/${boardId}?as=participant`))
  const watching = new BoardClient(session.facilitator.socket(`/sync/${boardId}?as=facilitator`))
  await Promise.all([board.synced, watching.synced])
  board.writeKeyCard('jan', words)
  await eventually(() => expect(watching.notes).toEqual(['shape:jan']))
  return {
    server,
    session,
    boardId,
    visionId,
    besideId,
    board,
    watching,
    person: first.device,
    other: second.device,
    takeAway: async (recordId = 'shape:jan', key?: string) => {
      const command = { type: 'take-away', boardId, recordId, reason: REASON } as const
      return (await session.command(command, key)).takenAway?.id ?? ''
    },
    /** The facilitator at a board. */
    lead: async (id: string, device = session.facilitator): Promise<BoardClient> => {
      const client = new BoardClient(device.socket(`/sync/${id}?as=facilitator`))
      await client.synced
      return client
    },
    /** Ten minutes later; gives the number of the moment that was kept by then. */
    momentNow: async (): Promise<number> => {
      const path = `/api/boards/${boardId}/moments?as=facilitator`
      const moments = async () => (await session.facilitator.get<MomentsAnswer>(path)).moments
      server.pass(600_000)
      await eventually(async () => expect(await moments()).not.toEqual([]))
      return (await moments()).at(-1)?.number ?? 0
    },
  }
}

/** All bytes of a board as letters. */
export function bytesOf({ doc }: BoardClient): string {
  return new TextDecoder('latin1').decode(Y.encodeStateAsUpdate(doc))
}
