import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { TicketAnswer } from '@stip/api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { usualLimits } from '../limits.ts'
import { aServer, aSession } from '../test/a-server.ts'
import type { TestServer, TestSession } from '../test/a-server.ts'
import { BoardClient } from '../test/board-client.ts'
import { closeCode } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'

const short = {
  patience: {
    ...usualLimits.patience,
    headersMs: 100,
    bodySilenceMs: 100,
    pingMs: 100,
    checkMs: 20,
  },
}
const head = 'POST /api/join/look-up HTTP/1.1\r\nHost: stip\r\nContent-Type: application/json\r\n'

describe('a connection that does not go on', () => {
  it.each([
    ['says nothing at all', ''],
    ['sends half a head', 'GET /api/health HTTP/1.1\r\nHost: st'],
    ['sends half a body', `${head}Content-Length: 40\r\n\r\n{"code":`],
    ['sends half a body in pieces', `${head}Transfer-Encoding: chunked\r\n\r\n4\r\n{"co\r\n`],
    ['sends half a photo', `${head}Content-Length: 9000000\r\n\r\n${'x'.repeat(1000)}`],
  ])('[X35] is ended when it %s', async (_what, bytes) => {
    const server = await aServer({}, undefined, short)
    const line = await rawLine(server, bytes)
    expect(await line.ended).toBe('ended')
  })

  it('[X35] is ended when the whole takes too long, however little comes all the time', async () => {
    const patience = { ...short.patience, bodyMs: 200 }
    const server = await aServer({}, undefined, { patience })
    const line = await rawLine(server, `${head}Content-Length: 100000\r\n\r\n{`)
    const drips = setInterval(() => line.socket.write(' '), 20)
    onTestFinished(() => clearInterval(drips))
    expect(await line.ended).toBe('ended')
  })

  it('[X35] is one of a board or feed that answers no ping; who answers stays', async () => {
    const server = await aServer({}, undefined, short)
    const session = await aSession(server)
    const { boards } = await session.view()
    const path = `/sync/${boards[0]?.id}?as=facilitator`
    const honest = new BoardClient(session.facilitator.socket(path))
    await honest.synced
    const paths = [path, `/api/sessions/${session.id}/feed?as=facilitator`]
    const silent = await Promise.all(
      paths.map((each) => rawLine(server, upgradeOf(session, server, each))),
    )
    await Promise.all(silent.map(({ ended }) => ended))
    expect(honest.socket.readyState).toBe(honest.socket.OPEN)
  })
})

describe('what one device has open', () => {
  it('[X36] is a few of each kind: the oldest gives way, to nobody else', async () => {
    const server = await aServer({}, undefined, { connections: { tabs: 2, programs: 2 } })
    const session = await aSession(server)
    const { device } = await session.newParticipant()
    const { boards } = await session.view()
    const board = `/sync/${boards[0]?.id}?as=`
    const feed = `/api/sessions/${session.id}/feed?as=`
    const others = [
      device.socket(`${board}participant`),
      device.socket(`${feed}participant`),
      session.facilitator.socket(`/sync/${boards[1]?.id}?as=facilitator`),
    ]
    for (const path of [`${board}facilitator`, `${feed}facilitator`]) {
      const sockets = [0, 1, 2, 3].map(() => session.facilitator.socket(path))
      const closed: number[] = []
      for (const socket of sockets) void closeCode(socket).then((code) => closed.push(code))
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => {
        const open = sockets.filter(({ readyState, OPEN }) => readyState === OPEN)
        expect([closed, open.length]).toEqual([[4428, 4428], 2])
      })
      for (const socket of sockets) socket.terminate()
    }
    await eventually(() => {
      expect(others.map(({ readyState }) => readyState)).toEqual([1, 1, 1])
    })
    for (const socket of others) socket.terminate()
  })

  it('[X36] leaves room for a crowd of programs with the tickets of one person', async () => {
    const server = await aServer({}, undefined, { connections: { tabs: 1, programs: 5 } })
    const session = await aSession(server)
    const { boards } = await session.view()
    const programs: BoardClient[] = []
    for (let turn = 0; turn < 5; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      const { ticket } = await session.facilitator.post<TicketAnswer>(
        `/api/boards/${boards[0]?.id}/ticket?as=facilitator`,
        {},
      )
      const path = `/sync/${boards[0]?.id}?ticket=${ticket}`
      programs.push(new BoardClient(server.newDevice().socket(path)))
    }
    await Promise.all(programs.map(({ synced }) => synced))
    expect(programs.map(({ socket }) => socket.readyState)).toEqual([1, 1, 1, 1, 1])
  })
})

async function rawLine(
  { url }: TestServer,
  bytes: string,
): Promise<{ readonly socket: Socket; readonly ended: Promise<'ended'> }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  socket.resume()
  const ended = new Promise<'ended'>((resolve) => socket.once('close', () => resolve('ended')))
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  if (bytes !== '') socket.write(bytes)
  return { socket, ended }
}

function upgradeOf({ facilitator }: TestSession, { url }: TestServer, path: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    `Origin: ${url}`,
    `Cookie: ${facilitator.cookie}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    '\r\n',
  ].join('\r\n')
}
