import { encodeAsk } from '@stip/sync/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { refused } from '../test/device.ts'
import { aScene } from './a-scene.ts'
import { Line } from './line.ts'

describe('doors that are not open to everybody', () => {
  it('[X10] a page of another site gets in nowhere, with the cookie and all', async () => {
    const scene = await aScene()
    const { facilitator, boardId, session } = scene
    const elsewhere = 'https://elders.example'
    for (const origin of [
      elsewhere,
      'null',
      'http://127.0.0.1.elders.example',
      `${scene.server.url}.nl`,
    ]) {
      const path = `/sync/${boardId}?as=facilitator`
      const line = new Line(facilitator.socket(path, origin))
      // oxlint-disable-next-line no-await-in-loop
      expect({ origin, ...(await line.closed) }).toMatchObject({ origin, code: 4401 })
      line.leave()
    }
    const answer = await facilitator.ask(`/api/sessions/${session.id}/commands?as=facilitator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: elsewhere },
      body: JSON.stringify({ key: 'stolen', seenRevision: 1, command: { type: 'end-session' } }),
    })
    expect(await refused(answer)).toMatchObject({ status: 403, code: 'foreign-origin' })
    await scene.expectWorkToGoOn()
  })

  it('[X10] a ticket that was used, is old, or belongs elsewhere opens nothing', async () => {
    const scene = await aScene()
    const { server, person, other, boardId } = scene
    const used = await ticketFor(person.device, boardId)
    const control = await opened(withTicket(boardId, used))
    expect(control.answers).toBe(1)
    expect((await withTicket(boardId, used).closed).code).toBe(4401)
    expect(
      (await withTicket(other.boardId, await ticketFor(person.device, boardId)).closed).code,
    ).toBe(4401)
    const old = await ticketFor(person.device, boardId)
    server.clock.now += 60_000
    expect((await withTicket(boardId, old).closed).code).toBe(4401)
    for (const guess of ['', 'a', 'x'.repeat(5000), '%00', '../../etc']) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await withTicket(boardId, guess).closed).code).toBe(4401)
    }
    await scene.expectWorkToGoOn()

    function withTicket(board: string, ticket: string): Line {
      const url = `${server.url.replace('http', 'ws')}/sync/${board}?ticket=${encodeURIComponent(ticket)}`
      const socket = new WebSocket(url)
      socket.on('error', () => undefined)
      const line = new Line(socket)
      onTestFinished(() => line.leave())
      return line
    }
  })
})

async function opened(line: Line): Promise<Line> {
  line.socket.on('open', () => line.say(encodeAsk(Uint8Array.of(0))))
  await line.until(() => line.answers > 0)
  return line
}

async function ticketFor(
  device: { post: <Answer>(path: string, body: unknown) => Promise<Answer> },
  boardId: string,
): Promise<string> {
  const { ticket } = await device.post<{ ticket: string }>(
    `/api/boards/${boardId}/ticket?as=participant`,
    {},
  )
  return ticket
}
