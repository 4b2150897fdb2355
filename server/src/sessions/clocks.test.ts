import type { SessionView, TicketAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../test/a-server.ts'
import type { TestServer, TestSession } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'
import { follow } from '../test/followed.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const YEAR = 365 * DAY

/** How a clock is set, one time after the other; in milliseconds. */
const settings: readonly (readonly [string, readonly number[]])[] = [
  ['ten minutes back', [-10 * MINUTE]],
  ['two days back', [-2 * DAY]],
  ['ten years ahead and back', [10 * YEAR, -10 * YEAR]],
  ['to 1970 and right again', [-56 * YEAR, 56 * YEAR]],
]

describe.each(settings)('a clock that is set %s', (_how, jumps) => {
  it('[W42] [H3] leaves screens going on, with revisions that rise', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const screen = follow(session.facilitator, session.id)
    await eventually(() => expect(screen.views).toHaveLength(1))
    for (const [at, ms] of jumps.entries()) {
      server.setClock(ms)
      // oxlint-disable-next-line no-await-in-loop
      await session.command({ type: 'rename-session', title: `Visie ${at}` })
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(screen.last?.title).toBe(`Visie ${at}`))
      // oxlint-disable-next-line no-await-in-loop
      const { device } = await session.newParticipant(`Anna ${at}`)
      const phone = follow(device, session.id, 'participant')
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(connected(screen.last)).toEqual([true]))
      phone.socket.terminate()
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(connected(screen.last)).toEqual([]))
    }
    const revisions = screen.views.map(({ revision }) => revision)
    expect(revisions).toEqual(rising(revisions))
  })

  it('[W42] [H3] lets no revision fall over a restart', async () => {
    let server = await aServer()
    const session = await aSession(server)
    const revisions = [(await session.view()).revision]
    for (const ms of [...jumps, 0]) {
      // oxlint-disable-next-line no-await-in-loop
      server = await server.restart(ms)
      const device = deviceOf(server, session)
      // oxlint-disable-next-line no-await-in-loop
      revisions.push((await session.view(device)).revision)
      const links = `/api/sessions/${session.id}/links/renew?as=facilitator`
      // oxlint-disable-next-line no-await-in-loop
      await device.post(links, { role: 'participant' })
      // oxlint-disable-next-line no-await-in-loop
      revisions.push((await session.view(device)).revision)
    }
    expect(revisions).toEqual(rising(revisions))
  })

  it('[W42] leaves a step the time that it had, a pause what it held, and codes their days', async () => {
    const server = await aServer()
    const session = await aSession(server)
    await session.command({ type: 'go-to-step', position: 0 })
    await session.command({ type: 'only-notes', on: true })
    server.pass(2 * MINUTE)
    const left = leftOf(await session.view())
    for (const ms of jumps) {
      server.setClock(ms)
      // oxlint-disable-next-line no-await-in-loop
      expect(leftOf(await session.view())).toBe(left)
      // oxlint-disable-next-line no-await-in-loop
      await session.newParticipant('Bram')
    }
    await session.command({ type: 'pause-clock' })
    for (const ms of jumps) server.setClock(ms)
    await session.command({ type: 'resume-clock' })
    expect(leftOf(await session.view())).toBe(left)
    server.pass(15 * DAY)
    const late = { code: session.code, name: '', background: 'resident' }
    expect(await server.newDevice().postRefused('/api/join', late)).toMatchObject({
      code: 'code-expired',
    })
  })

  it('[W42] neither keeps tickets and polls alive nor ends them', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const [anna] = inGroups
    if (anna === undefined) throw new Error('There are three groups.')
    const ask = (): Promise<TicketAnswer> =>
      anna.device.post(`/api/boards/${anna.boardId}/ticket?as=participant`, {})
    const [used, old] = [await ask(), await ask()]
    for (const ms of jumps) server.setClock(ms)
    const board = new BoardClient(
      server.newDevice().socket(`/sync/${anna.boardId}?ticket=${used.ticket}`, undefined),
    )
    await board.synced
    board.write('idea')
    server.clock.now += 61_000
    const late = server.newDevice().socket(`/sync/${anna.boardId}?ticket=${old.ticket}`, undefined)
    expect(await new Promise((resolve) => late.on('close', resolve))).toBe(4401)
    expect((await session.view()).position).toBeGreaterThan(0)
  })
})

describe('a clock that is set back while the server is down', () => {
  it('[W42] leaves a step the time that it had', async () => {
    const server = await aServer()
    const session = await aSession(server)
    await session.command({ type: 'go-to-step', position: 0 })
    server.pass(2 * MINUTE)
    const left = leftOf(await session.view())
    const next = await server.restart(-2 * DAY)
    expect(leftOf(await session.view(deviceOf(next, session)))).toBe(left)
  })

  it('[W42] leaves what a clock of ten years ahead did not touch as it was', async () => {
    const server = await aServer()
    const session = await aSession(server)
    await session.command({ type: 'go-to-step', position: 0 })
    const left = leftOf(await session.view())
    const ahead = await server.restart(10 * YEAR)
    const device = deviceOf(ahead, session)
    expect(leftOf(await session.view(device))).toBe(0)
    ahead.setClock(-10 * YEAR)
    expect(leftOf(await session.view(device))).toBe(left)
    const again = await ahead.restart()
    const body = { code: session.code, name: '', background: 'resident' }
    await again.newDevice().post('/api/join', body)
  })
})

it('[J3] [W42] a code that was replaced is expired, also when the clock is set back', async () => {
  const server = await aServer()
  const session = await aSession(server)
  const links = `/api/sessions/${session.id}/links/renew?as=facilitator`
  await session.facilitator.post(links, { role: 'participant' })
  server.setClock(-10 * MINUTE)
  const body = { code: session.code, name: '', background: 'resident' }
  expect(await server.newDevice().postRefused('/api/join', body)).toMatchObject({
    code: 'code-expired',
  })
})

it('[W42] a code that was made while the clock was ahead lives no longer than others', async () => {
  const server = await aServer()
  const session = await aSession(server)
  const ahead = await server.restart(10 * YEAR)
  const device = deviceOf(ahead, session)
  const path = `/api/sessions/${session.id}/links/renew?as=facilitator`
  await device.post(path, { role: 'participant' })
  const { joinCode } = await session.view(device)
  const again = await ahead.restart(-10 * YEAR)
  const body = { code: joinCode, name: '', background: 'resident' }
  await again.newDevice().post('/api/join', body)
  again.pass(15 * DAY)
  expect(await again.newDevice().postRefused('/api/join', body)).toMatchObject({
    code: 'code-expired',
  })
})

function connected(view: SessionView | undefined): readonly boolean[] {
  const people = view?.people ?? []
  return people.filter(({ isConnected }) => isConnected).map(({ isConnected }) => isConnected)
}

function deviceOf(server: TestServer, session: TestSession): Device {
  const device = server.newDevice()
  device.cookie = session.facilitator.cookie
  return device
}

/** What a screen counts down to, on the clock that came with it. */
function leftOf({ clock, now }: SessionView): number {
  if (clock === undefined) throw new Error('There is no clock.')
  return clock.kind === 'running' ? Math.max(0, clock.endsAt - now) : clock.remainingMs
}

function rising(revisions: readonly number[]): readonly number[] {
  return [...new Set(revisions)].toSorted((one, other) => one - other)
}
