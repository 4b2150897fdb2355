import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { connectBoard } from '../client/index.ts'
import type { BoardConnection } from '../client/index.ts'
import { silenceLimits } from '../client/socket/heed-silence.ts'
import { Room, systemClock } from '../room/index.ts'
import { networkTo } from './fake-socket.ts'
import type { Network } from './fake-socket.ts'
import { StubbornLog } from './stubborn-log.ts'
import { testGateway } from './test-gateway.ts'

// Before the imports, because y-websocket keeps the clock that it finds on loading.
vi.hoisted(() => vi.useFakeTimers())

describe('a server that is silent', () => {
  let room: Room
  let network: Network
  const connections: BoardConnection[] = []

  beforeEach(async () => {
    room = await Room.open({
      boardId: 'board',
      log: new StubbornLog(),
      gateway: testGateway,
      clock: systemClock,
    })
    network = networkTo(room)
  })

  afterEach(() => {
    for (const connection of connections.splice(0)) connection.destroy()
  })

  it.each(['accepts', 'opens'] as const)(
    '[K20] and %s is given up after a few seconds, said to be offline, and tried anew',
    async (silence) => {
      network.silence = silence
      const { connection } = connect()
      await pass(silenceLimits.firstWordMs + 100)
      expect(connection.status).toBe('offline')
      await pass(1_000)
      expect(network.addresses.length).toBe(2)
      network.silence = undefined
      await pass(silenceLimits.longestMs + 11_000)
      expect(connection.status).toBe('saved')
    },
  )

  it('[K20] for 12 seconds costs no more than 20 after that', async () => {
    network.silence = 'accepts'
    const { connection } = connect()
    await pass(12_000)
    network.silence = undefined
    await pass(20_000)
    expect(connection.status).toBe('saved')
  })

  it('[K20] is asked again and again, with pauses, and never more than once at a time', async () => {
    network.silence = 'opens'
    connect()
    await pass(5 * 60_000)
    expect(network.addresses.length).toBeGreaterThan(8)
    expect(network.addresses.length).toBeLessThan(30)
  })

  it('[K20] after it was there is noticed, and work done meanwhile arrives', async () => {
    const { connection, notes } = connect()
    await pass(100)
    expect(connection.status).toBe('saved')
    network.silence = 'opens'
    notes.set('a', 1)
    const seen = statusesOf(connection)
    await pass(silenceLimits.silenceMs + 100)
    expect(seen).toContain('offline')
    network.silence = undefined
    await pass(silenceLimits.longestMs + 11_000)
    expect(connection.status).toBe('saved')
  })

  it('[K21] is noticed whatever becomes of the clock of the device', async () => {
    const { connection } = connect()
    await pass(100)
    vi.setSystemTime(Date.now() - 2 * 24 * 3600 * 1000)
    network.silence = 'opens'
    const seen = statusesOf(connection)
    await pass(silenceLimits.silenceMs + 100)
    expect(seen).toContain('offline')
  })

  it('[K21] is not a board on which nothing happens, also when the clock is set back', async () => {
    const { connection } = connect()
    await pass(100)
    vi.setSystemTime(Date.now() - 40 * 60 * 1000)
    const seen = statusesOf(connection)
    await pass(5 * 60_000)
    expect(seen).not.toContain('offline')
    expect(network.addresses).toHaveLength(1)
  })

  it('[K21] others still see somebody whose clock was set back', async () => {
    const [anna, bram] = [connect(), connect()]
    anna.connection.awareness.setLocalStateField('cursor', { x: 1 })
    await pass(1_000)
    const seesAnna = (): boolean => bram.connection.awareness.getStates().has(anna.clientId)
    expect(seesAnna()).toBe(true)
    vi.setSystemTime(Date.now() - 40 * 60 * 1000)
    await pass(2 * 60_000)
    expect(seesAnna()).toBe(true)
  })

  it('[K20] leaves nothing running when the board is closed', async () => {
    network.silence = 'accepts'
    const { connection } = connect()
    await pass(100)
    connection.destroy()
    await pass(60_000)
    expect(network.addresses).toHaveLength(1)
  })

  function connect() {
    const document = new Y.Doc()
    const connection = connectBoard({
      url: 'ws://stip/sync',
      boardId: 'board',
      parameters: { as: 'participant' },
      document,
      webSocket: network.webSocket,
      random: () => 0.5,
    })
    connections.push(connection)
    return { connection, notes: document.getMap('notes'), clientId: document.clientID }
  }
})

function statusesOf(connection: BoardConnection): readonly string[] {
  const seen: string[] = []
  connection.subscribe(() => seen.push(connection.status))
  return seen
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}
