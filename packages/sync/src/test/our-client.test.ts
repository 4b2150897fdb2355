import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { CloseCode } from '../protocol/index.ts'
import { Room, systemClock } from '../room/index.ts'
import type { Member } from '../room/index.ts'
import { networkTo } from './fake-socket.ts'
import type { Network } from './fake-socket.ts'
import { StubbornLog } from './stubborn-log.ts'
import { testGateway } from './test-gateway.ts'
import { connectBoard } from '../client/index.ts'
import type { BoardConnection, ConnectOptions } from '../client/index.ts'

// Before the imports, because y-websocket keeps the clock that it finds on loading.
vi.hoisted(() => vi.useFakeTimers())

describe('a connection to a board', () => {
  let log: StubbornLog
  let room: Room
  let isFrozen: boolean
  const connections: BoardConnection[] = []

  beforeEach(async () => {
    log = new StubbornLog()
    isFrozen = false
    room = await Room.open({ boardId: 'board', log, gateway: testGateway, clock: systemClock })
  })

  afterEach(() => {
    for (const connection of connections.splice(0)) connection.destroy()
  })

  it('[K1] calls a change saved only when it is on disk', async () => {
    const { connection, notes } = connect()
    await pass(100)
    expect(connection.status).toBe('saved')
    log.disk = 'slow'
    notes.set('a', 1)
    await pass(100)
    expect([connection.status, connection.unsavedCount]).toEqual(['saving', 1])
    log.release()
    await pass(100)
    expect([connection.status, connection.unsavedCount]).toEqual(['saved', 0])
  })

  it('[R19] shows others what is never stored, and says nothing into a line that is away', async () => {
    const [anna, bram] = [connect(), connect()]
    const seen: unknown[] = []
    bram.connection.ephemerals.subscribe((trail, content) => seen.push([trail, ...content]))
    anna.connection.ephemerals.send(Uint8Array.of(0, 1))
    await pass(100)
    expect(seen).toEqual([])
    anna.connection.ephemerals.send(Uint8Array.of(0, 7))
    await pass(100)
    expect(seen).toEqual([[1, 0, 7]])
    expect(await log.read('board')).toEqual([])
  })

  it('[K1] says asking, connected and saved, in that order', async () => {
    const { connection } = connect()
    const seen: string[] = [connection.status]
    connection.subscribe(() => seen.push(connection.status))
    await pass(100)
    expect(seen.filter((status, i) => status !== seen[i - 1])).toEqual([
      'connecting',
      'syncing',
      'saved',
    ])
    expect([connection.isLoaded, connection.access, connection.generation]).toEqual([
      true,
      'write',
      1,
    ])
  })

  it('[K3] keeps offline work, comes back by itself and hands it over', async () => {
    const { connection, notes, network } = connect()
    await pass(100)
    network.isUp = false
    network.breakLines()
    notes.set('a', 1)
    notes.delete('a')
    notes.set('b', 1)
    await pass(30_000)
    expect([connection.status, connection.unsavedCount]).toEqual(['offline', 3])
    network.isUp = true
    await pass(11_000)
    expect([connection.status, connection.unsavedCount]).toEqual(['saved', 0])
    expect(room.read((doc) => doc.getMap('notes').toJSON())).toEqual({ b: 1 })
  })

  it('[K3] waits longer after each failure, and not as long as everybody else', async () => {
    const [early, late] = [networkTo(room), networkTo(room)]
    early.isUp = false
    late.isUp = false
    connect({ webSocket: early.webSocket, random: () => 0 })
    connect({ webSocket: late.webSocket, random: () => 0.999 })
    await pass(60_000)
    expect(early.addresses.length).toBeGreaterThan(late.addresses.length)
    expect(late.addresses.length).toBeGreaterThan(6)
    expect(early.addresses.length).toBeLessThan(20)
  })

  it('[K3] stays away when the server says so for good', async () => {
    const network = networkTo(room, { speaksStip: false, mayWrite: () => false })
    const { connection, notes } = connect({ webSocket: network.webSocket })
    await pass(100)
    notes.set('a', 1)
    await pass(60_000)
    expect([connection.status, connection.closeCode]).toEqual(['closed', CloseCode.mayNotWrite])
    expect(network.addresses).toHaveLength(1)
  })

  it('[K3] comes back when the server stops and starts', async () => {
    const { connection, network } = connect()
    await pass(100)
    await room.close()
    await pass(100)
    expect(connection.status).toBe('offline')
    await pass(5_000)
    expect(network.addresses.length).toBeGreaterThan(1)
  })

  it('[K4] stops sending after a refusal, and keeps what could not be placed', async () => {
    const { connection, notes } = connect()
    const refusals: unknown[] = []
    connection.onRefused((refusal) => refusals.push(refusal))
    await pass(100)
    notes.set('forbidden', 1)
    await pass(100)
    notes.set('after', 1)
    await pass(100)
    expect(connection.status).toBe('refused')
    expect(refusals).toEqual([
      {
        code: CloseCode.refusedUpdate,
        reason: 'forbidden',
        frame: 2,
        records: ['shape:forbidden'],
      },
    ])
    expect(notes.toJSON()).toEqual({ forbidden: 1, after: 1 })
    expect(room.read((doc) => doc.getMap('notes').toJSON())).toEqual({})
  })

  it('[K8] mixes nothing with a board that began anew', async () => {
    const anew = await Room.open({
      boardId: 'board',
      log: new StubbornLog(),
      gateway: testGateway,
      clock: systemClock,
      generation: 2,
    })
    const edited = anew.edit((doc) => doc.getMap('notes').set('new', 1))
    await pass(100)
    await edited
    const document = new Y.Doc()
    document.getMap('notes').set('old', 1)
    const network = networkTo(anew)
    const { connection } = connect({
      document,
      webSocket: network.webSocket,
      generation: () => 1,
    })
    await pass(60_000)
    expect([connection.status, connection.refusal?.code]).toEqual([
      'refused',
      CloseCode.otherGeneration,
    ])
    expect(document.getMap('notes').toJSON()).toEqual({ old: 1 })
    expect(anew.read((doc) => doc.getMap('notes').toJSON())).toEqual({ new: 1 })
    expect(network.addresses).toHaveLength(1)
  })

  it('[K9] knows what of its own was confirmed', async () => {
    const { connection, notes } = connect()
    const client = notes.doc?.clientID ?? 0
    await pass(100)
    notes.set('a', 1)
    expect(connection.confirmedUpTo(client)).toBe(0)
    await pass(100)
    log.disk = 'slow'
    notes.set('b', 1)
    await pass(100)
    expect([connection.confirmedUpTo(client), connection.confirmedUpTo(client + 1)]).toEqual([
      1,
      Infinity,
    ])
  })

  it('[K5] sends no echo of what others point at', async () => {
    const [anna, bram] = [connect({}, { identity: 'anna' }), connect({}, { identity: 'bram' })]
    await pass(100)
    bram.network.sent.length = 0
    anna.connection.awareness.setLocalStateField('cursor', { x: 1 })
    await pass(100)
    const { clientID } = anna.connection.awareness
    expect(bram.connection.awareness.getStates().get(clientID)).toMatchObject({ cursor: { x: 1 } })
    expect(bram.network.sent).toEqual([])
  })

  it('[K5] is seen again at once after a reconnect', async () => {
    const [anna, bram] = [connect({}, { identity: 'anna' }), connect({}, { identity: 'bram' })]
    await pass(100)
    anna.connection.awareness.setLocalStateField('cursor', { x: 1 })
    await pass(100)
    const { clientID } = anna.connection.awareness
    anna.network.breakLines()
    await pass(20)
    expect(bram.connection.awareness.getStates().has(clientID)).toBe(false)
    await pass(1_000)
    expect(bram.connection.awareness.getStates().get(clientID)).toMatchObject({ cursor: { x: 1 } })
  })

  it('[R12] becomes read-only when its board is frozen, and when the disk is full', async () => {
    const { connection, notes } = connect({}, { mayWrite: () => !isFrozen })
    await pass(100)
    log.disk = 'full'
    notes.set('a', 1)
    await pass(100)
    expect([connection.status, connection.access]).toEqual(['read-only', 'paused'])
    expect(connection.unsavedCount).toBe(1)
    log.disk = 'well'
    await pass(10_000)
    expect(connection.status).toBe('saved')
  })

  function connect(
    differences: Partial<ConnectOptions> = {},
    member: Partial<Member> = {},
  ): { connection: BoardConnection; notes: Y.Map<unknown>; network: Network } {
    const network = networkTo(room, member)
    const document = new Y.Doc()
    const connection = connectBoard({
      url: 'ws://stip/sync',
      boardId: 'board',
      parameters: { as: 'participant' },
      document,
      webSocket: network.webSocket,
      ...differences,
    })
    connections.push(connection)
    return { connection, notes: document.getMap('notes'), network }
  }
})

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}
