import type { LinksAnswer } from '@stip/api'
import { createRecord } from '@stip/documents'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import type { TestServer } from '../../test/a-server.ts'
import { aNote } from '../../test/a-note.ts'
import { BoardClient } from '../../test/board-client.ts'
import type { Device } from '../../test/device.ts'
import { eventually } from '../../test/eventually.ts'

describe('who may write which board', () => {
  it('[P3] a participant writes the board of the own group, and the group sees it', async () => {
    const { inGroups, facilitator } = await groupsAtWork()
    const [anna] = inGroups
    const own = await atBoard(anna.device, anna.boardId, 'participant')
    const watching = await atBoard(facilitator, anna.boardId, 'facilitator')
    own.write('idea')
    await eventually(() => expect(watching.notes).toEqual(['shape:idea']))
  })

  it('[P3] the board of another group is not open to them', async () => {
    const { inGroups, visionId } = await groupsAtWork()
    const [anna, bram] = inGroups
    for (const boardId of [bram.boardId, visionId]) {
      const board = new BoardClient(anna.device.socket(`/sync/${boardId}?as=participant`))
      // oxlint-disable-next-line no-await-in-loop
      expect(await board.closed).toBe(4404)
    }
    const problem = await anna.device.getRefused(
      `/api/boards/${bram.boardId}/export.json?as=participant`,
    )
    expect(problem).toMatchObject({ status: 404, code: 'no-such-board' })
  })

  it('[P3] who may read a board and writes all the same is sent away, and nothing changed', async () => {
    const { session, inGroups, facilitator } = await groupsAtWork()
    const [anna, bram] = inGroups
    await session.command({ type: 'spotlight', boardId: bram.boardId })
    const guest = await atBoard(anna.device, bram.boardId, 'participant')
    guest.write('intruder')
    expect(await guest.closed).toBe(4403)
    const board = await atBoard(facilitator, bram.boardId, 'facilitator')
    expect(board.notes).toEqual([])
  })

  it('[P4] observer and wall read and do not write', async () => {
    const { server, session, inGroups, facilitator } = await groupsAtWork()
    const path = `/api/sessions/${session.id}`
    const links = await facilitator.get<LinksAnswer>(`${path}/links?as=facilitator`)
    for (const role of ['observer', 'wall'] as const) {
      const device = server.newDevice()
      const secret = links[role].split('#sleutel=')[1]
      // oxlint-disable-next-line no-await-in-loop
      await device.post(`${path}/grants`, { role, secret })
      // oxlint-disable-next-line no-await-in-loop
      const board = await atBoard(device, inGroups[0].boardId, role)
      expect(board.records.length).toBeGreaterThan(0)
      board.write('intruder')
      // oxlint-disable-next-line no-await-in-loop
      expect(await board.closed).toBe(4403)
    }
  })

  it('[P5] the vision is read by participants after a merge, and written by the facilitator only', async () => {
    const { session, inGroups, visionId, facilitator } = await groupsAtWork()
    const own = await atBoard(inGroups[0].device, inGroups[0].boardId, 'participant')
    own.write('idea')
    await session.command({ type: 'merge' })
    const vision = await atBoard(inGroups[1].device, visionId, 'participant')
    const leading = await atBoard(facilitator, visionId, 'facilitator')
    leading.write('heading')
    await eventually(() => expect(vision.notes).toContain('shape:heading'))
    vision.write('intruder')
    expect(await vision.closed).toBe(4403)
    expect(leading.notes).not.toContain('shape:intruder')
  })

  it('[P6] who is moved to another group is sent away from the board they were at', async () => {
    const { session, inGroups } = await groupsAtWork()
    const [anna, bram] = inGroups
    const own = await atBoard(anna.device, anna.boardId, 'participant')
    const { personId } = anna
    await session.command({ type: 'move-person', personId, groupId: bram.group.id })
    expect(await own.closed).toBe(4503)
    await atBoard(anna.device, bram.boardId, 'participant')
  })

  it('[Q3] a board that does not exist is 4404, a device without a grant 4401', async () => {
    const { server, inGroups } = await groupsAtWork()
    const stranger = server.newDevice()
    expect(await new BoardClient(stranger.socket('/sync/nothing?as=observer')).closed).toBe(4404)
    const { boardId } = inGroups[0]
    const path = `/sync/${boardId}?as=facilitator`
    expect(await new BoardClient(stranger.socket(path)).closed).toBe(4401)
    expect(await new BoardClient(stranger.socket(`/sync/${boardId}`)).closed).toBe(4401)
  })

  it('[P7] [P8] a cookie counts only together with an origin of our own', async () => {
    const { inGroups, facilitator } = await groupsAtWork()
    const path = `/sync/${inGroups[0].boardId}?as=facilitator`
    const foreign = new BoardClient(facilitator.socket(path, 'https://elsewhere.example'))
    expect(await foreign.closed).toBe(4401)
    const headers = { cookie: facilitator.cookie ?? '' }
    const url = facilitator.socket(path).url
    expect(await new BoardClient(new WebSocket(url, { headers })).closed).toBe(4401)
  })
})

describe('a ticket', () => {
  it('[P9] opens its board once, without a cookie', async () => {
    const { server, inGroups } = await groupsAtWork()
    const [anna] = inGroups
    const ticket = await ticketOf(anna)
    const first = withTicket(server, anna.boardId, ticket)
    await first.synced
    expect(await withTicket(server, anna.boardId, ticket).closed).toBe(4401)
    expect(first.socket.readyState).toBe(first.socket.OPEN)
  })

  it('[P9] is worthless after a minute, and at another board', async () => {
    const { server, inGroups } = await groupsAtWork()
    const [anna, bram] = inGroups
    const misused = await ticketOf(anna)
    expect(await withTicket(server, bram.boardId, misused).closed).toBe(4401)
    const old = await ticketOf(anna)
    server.clock.now += 60_000
    expect(await withTicket(server, anna.boardId, old).closed).toBe(4401)
  })
})

describe('the provider that everybody has from npm', () => {
  it('[P9] draws along with a ticket', async () => {
    const { server, inGroups, facilitator } = await groupsAtWork()
    const [anna] = inGroups
    const provider = aProvider(server, anna.boardId, await ticketOf(anna))
    await new Promise((resolve) => provider.once('sync', resolve))
    const watching = await atBoard(facilitator, anna.boardId, 'facilitator')
    provider.doc.transact(() => createRecord(provider.doc, aNote('idea', 'Meer groen')))
    await eventually(() => expect(watching.notes).toEqual(['shape:idea']))
  })

  it('[P3] stops asking when it may not write', async () => {
    const { server, session, inGroups } = await groupsAtWork()
    const [anna, bram] = inGroups
    await session.command({ type: 'spotlight', boardId: bram.boardId })
    const ticket = await ticketOf({ device: anna.device, boardId: bram.boardId })
    const provider = aProvider(server, bram.boardId, ticket)
    await new Promise((resolve) => provider.once('sync', resolve))
    const ended = new Promise<CloseEvent | null>((resolve) => {
      provider.once('connection-close', resolve)
    })
    provider.doc.transact(() => createRecord(provider.doc, aNote('intruder', 'Weg hier')))
    expect((await ended)?.code).toBe(4403)
    expect(provider.shouldConnect).toBe(false)
  })
})

describe('a frame that is not the protocol', () => {
  it.each([
    ['text', 'hello'],
    ['an unknown type', Uint8Array.of(77, 1, 2, 3)],
    ['half a frame', Uint8Array.of(0, 2, 200)],
    ['nothing', new Uint8Array()],
  ])('[Q7] closes the connection with 4400: %s', async (_what, frame) => {
    const { inGroups, facilitator } = await groupsAtWork()
    const board = await atBoard(facilitator, inGroups[0].boardId, 'facilitator')
    board.socket.send(frame)
    expect(await board.closed).toBe(4400)
  })

  it('[Q7] leaves the board as it was', async () => {
    const { inGroups, facilitator } = await groupsAtWork()
    const [anna] = inGroups
    const own = await atBoard(anna.device, anna.boardId, 'participant')
    own.write('idea')
    const other = await atBoard(facilitator, anna.boardId, 'facilitator')
    await eventually(() => expect(other.notes).toEqual(['shape:idea']))
    own.socket.send(Uint8Array.of(0, 2, 4, 255, 255, 255, 255))
    expect(await own.closed).toBeOneOf([4400, 4409])
    const again = await atBoard(facilitator, anna.boardId, 'facilitator')
    expect(again.notes).toEqual(['shape:idea'])
  })
})

async function groupsAtWork() {
  const server = await aServer()
  const { session, inGroups, ...rest } = await aSessionInGroups(server)
  const [first, second, third] = inGroups
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('There are three groups.')
  }
  const people = [first, second, third] as const
  return { server, session, inGroups: people, facilitator: session.facilitator, ...rest }
}

async function atBoard(device: Device, boardId: string, role: string): Promise<BoardClient> {
  const client = new BoardClient(device.socket(`/sync/${boardId}?as=${role}`))
  await client.synced
  return client
}

async function ticketOf(person: { device: Device; boardId: string }): Promise<string> {
  const path = `/api/boards/${person.boardId}/ticket?as=participant`
  const { ticket } = await person.device.post<{ ticket: string }>(path, {})
  return ticket
}

function withTicket(server: TestServer, boardId: string, ticket: string): BoardClient {
  const url = `${server.url.replace('http', 'ws')}/sync/${boardId}?ticket=${ticket}`
  return new BoardClient(new WebSocket(url))
}

function aProvider(server: TestServer, boardId: string, ticket: string): WebsocketProvider {
  const url = `${server.url.replace('http', 'ws')}/sync`
  const provider = new WebsocketProvider(url, boardId, new Y.Doc(), {
    WebSocketPolyfill: WebSocket as never,
    params: { ticket },
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  return provider
}
