import type { TicketAnswer } from '@stip/api'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import type { TestServer, TestSession } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { refused } from '../test/device.ts'
import type { Device } from '../test/device.ts'

/** Far below the usual, so that a test reaches it. */
const few = { requests: 2, strangers: 2000 }

describe('limits', () => {
  it('[X30] count every route for each person apart, from one address', async () => {
    const server = await aServer({}, undefined, few)
    const found: Record<string, readonly unknown[]> = {}
    for (const route of await everyRoute(server)) {
      // oxlint-disable-next-line no-await-in-loop
      const [busy, other] = [await aSession(server), await aSession(server)]
      // oxlint-disable-next-line no-await-in-loop
      const isRefused = await asksUntilRefused(busy, route)
      // oxlint-disable-next-line no-await-in-loop
      const otherIsRefused = (await statusOf(other.facilitator, route, other)) === 429
      if (!isRefused || otherIsRefused) found[nameOf(route)] = [isRefused, otherIsRefused]
    }
    expect(found).toEqual({})
  })

  it('[X30] count two people of one session apart', async () => {
    const server = await aServer({}, undefined, few)
    const session = await aSession(server)
    const { device } = await session.newParticipant()
    const moments = { method: 'get', path: '/api/boards/{boardId}/moments' }
    expect(await asksUntilRefused({ ...session, facilitator: device }, moments)).toBe(true)
    expect(await statusOf(session.facilitator, moments, session)).not.toBe(429)
    const refusal = await device.ask('/api/boards/a-board/moments?as=participant')
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused(refusal)).toMatchObject({ status: 429, code: 'too-many-requests' })
  })

  it('[X30] leave devices that take part alone, whatever devices without a grant ask', async () => {
    const server = await aServer({}, undefined, { requests: 2, strangers: 5 })
    const session = await aSession(server)
    const begin = { method: 'post', path: '/api/sessions' }
    const stranger = { ...session, facilitator: server.newDevice() }
    expect(await asksUntilRefused(stranger, begin)).toBe(true)
    expect(await statusOf(session.facilitator, begin, session)).not.toBe(429)
  })

  it.each([-2 * 24 * 60, -10, 0, 10, 400 * 24 * 60])(
    '[X71] end after a minute, also when the clock was set by %d minutes',
    async (minutes) => {
      vi.useFakeTimers({ toFake: ['Date'] })
      onTestFinished(() => void vi.useRealTimers())
      const server = await aServer({}, undefined, { requests: 2 })
      const session = await aSession(server)
      const path = `/api/boards/${(await session.view()).boards[0]?.id}/moments?as=facilitator`
      const ask = async (): Promise<number> => (await session.facilitator.ask(path)).status
      expect([await ask(), await ask()]).toEqual([200, 429])
      server.setClock(minutes * 60_000)
      vi.setSystemTime(Date.now() + minutes * 60_000)
      expect(await ask()).toBe(429)
      server.pass(60_000)
      vi.setSystemTime(Date.now() + 60_000)
      expect(await ask()).toBe(200)
    },
  )

  it('[X31] let nobody’s tickets push out those of another', async () => {
    const server = await aServer({}, undefined, { tickets: 3 })
    const session = await aSession(server)
    const { boards } = await session.view()
    const path = `/api/boards/${boards[0]?.id}/ticket?as=`
    const first = await session.facilitator.post<TicketAnswer>(`${path}facilitator`, {})
    const { device } = await session.newParticipant()
    const many: string[] = []
    for (let turn = 0; turn < 5; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      const { ticket } = await device.post<TicketAnswer>(`${path}participant`, {})
      many.push(ticket)
    }
    const open = async (ticket: string): Promise<boolean> => {
      const path = `/sync/${boards[0]?.id}?ticket=${ticket}`
      const client = new BoardClient(server.newDevice().socket(path))
      return Promise.race([client.synced.then(() => true), client.closed.then(() => false)])
    }
    expect(await open(first.ticket)).toBe(true)
    expect(await open(many[0] ?? '')).toBe(false)
    expect(await open(many[4] ?? '')).toBe(true)
  })
})

interface Route {
  readonly method: string
  readonly path: string
}

/** Every route of the API, from its own description; a feed is closed after the upgrade instead. */
async function everyRoute(server: TestServer): Promise<readonly Route[]> {
  const { paths } = await server
    .newDevice()
    .get<{ paths: Record<string, object> }>('/api/openapi.json')
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method, path })),
  )
  expect(routes.length).toBeGreaterThan(15)
  return routes.filter(({ path }) => !path.endsWith('/feed'))
}

async function asksUntilRefused(session: TestSession, route: Route): Promise<boolean> {
  for (let turn = 0; turn < 60; turn++) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await statusOf(session.facilitator, route, session)) === 429) return true
  }
  return false
}

async function statusOf(device: Device, { method, path }: Route, { id }: TestSession) {
  const address = path
    .replace('{sessionId}', id)
    .replace('{boardId}', 'a-board')
    .replace(/\{\w+\}/g, '1')
  const body =
    method === 'get' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }
  const answer = await device.ask(address, { method: method.toUpperCase(), ...body })
  await answer.arrayBuffer()
  return answer.status
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}
