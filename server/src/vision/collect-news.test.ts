import type { CollectNewsAnswer } from '@stip/api'
import type { BoardChanges } from '@stip/board'
import { expect, it } from 'vitest'
import { aMergedEvening } from '../test/a-merged-evening.ts'
import { aServer, aSession, aSessionInGroups } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'
import { anEveningOfRoles } from '../test/an-evening-of-roles.ts'
import type { Session } from '@stip/workshop'
import { CollectNews } from './collect-news.ts'

const nothing = { added: 0, updated: 0, withdrawn: 0, kept: 0, hasDrawn: false }

it('[PV5] tells per group what is new to the vision, which a merge then brings and undoing gives back', async () => {
  const { server, session, inGroups } = await aMergedEvening()
  const news = async (): Promise<CollectNewsAnswer['groups']> => {
    // Time goes by: what was worked out just now may be told for a while.
    server.pass(60_000)
    const path = `/api/sessions/${session.id}/collect-news`
    return (await session.facilitator.get<CollectNewsAnswer>(path)).groups
  }
  await eventually(async () => expect(await news()).toEqual([]))
  const [first, second] = inGroups
  const board = new BoardClient(first!.device.socket(`/sync/${first!.boardId}?as=participant`))
  await board.synced
  board.writeKeyCard('later', 'Later bedacht')
  const told = [{ ...nothing, groupId: first!.group.id, added: 1 }]
  await eventually(async () => expect(await news()).toEqual(told))
  const other = new BoardClient(second!.device.socket(`/sync/${second!.boardId}?as=participant`))
  await other.synced
  const letter = second!.group.letter
  other.change(`shape:punt-${letter}`, { gone: true })
  const both = [...told, { ...nothing, groupId: second!.group.id, withdrawn: 1 }]
  await eventually(async () => expect(new Set(await news())).toEqual(new Set(both)))
  expect((await session.command({ type: 'merge' })).merge).toMatchObject({ added: 1, withdrawn: 1 })
  expect(await news()).toEqual([])
  await session.command({ type: 'undo-merge' })
  expect(new Set(await news())).toEqual(new Set(both))
})

it('[PV5] tells nothing before anything was collected', async () => {
  const server = await aServer()
  const { session, inGroups } = await aSessionInGroups(server)
  const { device, boardId } = inGroups[0]!
  const board = new BoardClient(device.socket(`/sync/${boardId}?as=participant`))
  await board.synced
  board.writeKeyCard('one')
  const path = `/api/sessions/${session.id}/collect-news`
  expect(await session.facilitator.get(path)).toEqual({ groups: [] })
})

it('[PV5] tells nobody but who leads', async () => {
  const server = await aServer()
  const { session, everybody } = await anEveningOfRoles(server)
  const path = `/api/sessions/${session.id}/collect-news`
  for (const { device, role, name } of everybody) {
    // oxlint-disable-next-line no-await-in-loop
    const { status } = await device.ask(path)
    expect([name, status]).toEqual([name, role === 'facilitator' ? 200 : 403])
    // oxlint-disable-next-line no-await-in-loop
    const asked = await device.ask(`${path}?as=${role}`)
    expect([name, asked.status]).toEqual([name, role === 'facilitator' ? 200 : 400])
  }
  expect((await server.newDevice().ask(path)).status).toBe(403)
  const another = await aSession(server)
  expect((await another.facilitator.ask(path)).status).toBe(403)
})

it('[PV6] is worked out once for all who ask, again only when something was written, and then at rest', async () => {
  const { session } = await aStoredEvening()
  let [now, elapsed, asked] = [1, 0, 0]
  const changes: BoardChanges[] = []
  const done: (() => void)[] = []
  const news = new CollectNews({
    thread: {
      news: () => {
        asked += 1
        const answer = [...changes]
        return new Promise((resolve) => done.push(() => resolve(answer)))
      },
    },
    changes: () => ({
      now: String(now),
      changedSince: (_boards, since) =>
        Number(since) < now ? [{ boardId: 'any', quietMs: 0 }] : [],
    }),
    elapsed: () => elapsed,
  })
  const [one, two] = [news.of(session), news.of(session)]
  done.pop()?.()
  expect(await one).toBe(await two)
  await news.of(session)
  expect(asked).toBe(1)
  // Written on while it was worked out: it is told for a while, and then worked out again.
  now += 1
  expect(await news.of(session)).toEqual([])
  expect(asked).toBe(1)
  elapsed += 60_000
  const next = news.of(session)
  expect(asked).toBe(2)
  now += 1
  done.pop()?.()
  await next
  elapsed += 60_000
  void news.of(session)
  expect(asked).toBe(3)
  done.pop()?.()
  // A press is no reason to wait.
  const pressed = { ...session, merging: { ...session.merging, count: 9 } }
  await Promise.resolve()
  const after = news.of(pressed)
  expect(asked).toBe(4)
  done.pop()?.()
  await after
})

/** A session in which something was merged, as the server has it. */
async function aStoredEvening(): Promise<{ readonly session: Session }> {
  const server = await aServer()
  const evening = await anEveningOfRoles(server)
  await evening.session.command({ type: 'merge' })
  return { session: evening.stored() }
}
