import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { MemoryUpdateLog, Room, systemClock } from '../room/index.ts'
import type { Member } from '../room/index.ts'
import { networkTo } from './fake-socket.ts'
import { testGateway } from './test-gateway.ts'

// Before the imports, because y-websocket keeps the clock that it finds on loading.
vi.hoisted(() => vi.useFakeTimers())

describe('a client that knows nothing of us: the provider of y-websocket', () => {
  const providers: WebsocketProvider[] = []
  afterEach(() => {
    for (const provider of providers.splice(0)) provider.destroy()
  })

  it('[R2] gets the board, writes it, and sees what others write', async () => {
    const room = await aPlainRoom()
    const [anna, bram] = [join(room, { identity: 'anna' }), join(room, { identity: 'bram' })]
    await pass(100)
    anna.notes.set('a', 1)
    bram.notes.set('b', 1)
    await pass(100)
    expect(anna.notes.toJSON()).toEqual({ a: 1, b: 1 })
    expect(bram.notes.toJSON()).toEqual({ a: 1, b: 1 })
    expect(anna.provider.synced).toBe(true)
  })

  it('[R10] stays connected for 70 s when it is alone', async () => {
    const room = await aPlainRoom()
    const { provider, network } = join(room)
    // Without this, its own awareness would keep the line busy.
    provider.awareness.setLocalState(null)
    await pass(70_000)
    expect(network.addresses).toHaveLength(1)
    expect(provider.synced).toBe(true)
  })

  it('[R6] is closed for good when it may not write', async () => {
    const room = await aPlainRoom()
    const { notes, network } = join(room, { mayWrite: () => false })
    await pass(100)
    expect(room.memberCount).toBe(1)
    notes.set('a', 1)
    await pass(70_000)
    expect(room.memberCount).toBe(0)
    expect(network.addresses).toHaveLength(1)
    expect(room.read((doc) => doc.getMap('notes').toJSON())).toEqual({})
  })

  it('[R14] hands over offline work, also when it writes on while it comes back', async () => {
    const room = await aPlainRoom()
    const { notes, network, provider } = join(room)
    await pass(100)
    network.breakLines()
    notes.set('offline', 1)
    provider.on('status', ({ status }) => {
      if (status === 'connected') notes.set('while connecting', 1)
    })
    await pass(5_000)
    notes.set('later', 1)
    await pass(100)
    expect(room.read((doc) => doc.getMap('notes').toJSON())).toEqual({
      offline: 1,
      'while connecting': 1,
      later: 1,
    })
  })

  it('[P3] cannot bring somebody back by echoing what it heard', async () => {
    const room = await aPlainRoom()
    const [anna, bram] = [join(room, { identity: 'anna' }), join(room, { identity: 'bram' })]
    await pass(100)
    anna.provider.awareness.setLocalStateField('cursor', 1)
    await pass(100)
    const { clientID } = anna.provider.awareness
    expect(bram.provider.awareness.getStates().has(clientID)).toBe(true)
    anna.provider.destroy()
    await pass(5_000)
    expect(bram.provider.awareness.getStates().has(clientID)).toBe(false)
  })

  function join(room: Room, member: Partial<Member> = {}) {
    const network = networkTo(room, member)
    const doc = new Y.Doc()
    const provider = new WebsocketProvider('ws://stip/sync', 'board', doc, {
      WebSocketPolyfill: network.webSocket,
      disableBc: true,
    })
    providers.push(provider)
    return { provider, network, notes: doc.getMap('notes') }
  }
})

function aPlainRoom(): Promise<Room> {
  const log = new MemoryUpdateLog()
  return Room.open({ boardId: 'board', log, gateway: testGateway, clock: systemClock })
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}
