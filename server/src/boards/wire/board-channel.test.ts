import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateRawSync } from 'node:zlib'
import { below, seededRandom } from '@stip/primitives'
import type { Channel } from '@stip/sync/room'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { eventually } from '../../test/eventually.ts'
import { boardChannel } from './board-channel.ts'
import { receiveFramesFast } from './fast-frame-receiver.ts'
import { SharedDeflate } from './shared-deflate.ts'
import { webSocketOptions } from './web-socket-options.ts'
import { deflated, inflated } from './sync-zlib.ts'

describe('the line of a room over a WebSocket', () => {
  it.each([true, false])(
    '[T1] frames arrive whole and in order, compressed %s',
    async (isCompressed) => {
      const { channels, clients } = await aMeeting(3, isCompressed)
      const expected = clients.map((): Buffer[] => [])
      const random = seededRandom(5)
      for (let tick = 0; tick < 30; tick++) {
        const shared = Array.from({ length: 1 + below(random, 3) }, () => aFrame(random))
        for (const [index, channel] of channels.entries()) {
          const own = below(random, 2) === 0 ? aFrame(random) : undefined
          channel.sendTogether?.(shared, own)
          expected[index]?.push(...shared, ...(own === undefined ? [] : [own]))
          if (below(random, 4) === 0) {
            const single = aFrame(random)
            channel.send(single)
            expected[index]?.push(single)
          }
          // The library answers in between.
          clients[index]?.socket.ping()
        }
      }
      const last = Buffer.from('last')
      for (const channel of channels) channel.send(last)
      await Promise.all(clients.map(({ heard }) => heard(last)))
      for (const [index, { messages }] of clients.entries()) {
        expect(messages).toEqual([...(expected[index] ?? []), last])
        expect(clients[index]?.socket.extensions).toBe(isCompressed ? 'permessage-deflate' : '')
      }
    },
  )

  it('[T1] what is compressed for one is sent to all', async () => {
    const { channels, clients } = await aMeeting(2, true)
    const frame = Buffer.from('all the same '.repeat(500))
    for (const channel of channels) channel.sendTogether?.([frame], undefined)
    await Promise.all(clients.map(({ heard }) => heard(frame)))
    for (const { received } of clients) expect(received()).toBeLessThan(600)
  })

  it('[T2] takes in a short message that comes alone without detours', async () => {
    const { clients, arrived, straight } = await aMeeting(1, true)
    const random = seededRandom(9)
    const sent: Buffer[] = []
    // Also every length at which a message begins to say its length in another way.
    const telling = [0, 1, 125, 126, 127, 128, 255, 256].map((length) => Buffer.alloc(length, 7))
    const others = Array.from({ length: 112 }, () => aFrame(random).subarray(0, 700))
    for (const [turn, frame] of [...telling, ...telling, ...others].entries()) {
      sent.push(frame)
      clients[0]?.socket.send(frame, { compress: turn >= telling.length && turn % 2 === 0 })
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(arrived.length).toBe(sent.length))
    }
    expect(straight.map((message) => Buffer.from(message))).toEqual(sent)
  })

  it('[T2] takes in what clients compress, short and long, in pieces and broken', async () => {
    const { clients, arrived, straight } = await aMeeting(1, true)
    const random = seededRandom(7)
    const sent: Buffer[] = []
    const socket = clients[0]?.socket
    for (let turn = 0; turn < 60; turn++) {
      const frame = aFrame(random)
      sent.push(frame)
      if (below(random, 5) > 0) socket?.send(frame, { compress: below(random, 4) > 0 })
      else {
        const middle = below(random, frame.length + 1)
        socket?.send(frame.subarray(0, middle), { fin: false, compress: true })
        socket?.send(frame.subarray(middle), { fin: true })
      }
    }
    // Many at once, on one delivery of the line, with other things in between.
    for (let turn = 0; turn < 200; turn++) {
      const frame = aFrame(random).subarray(0, 700)
      sent.push(frame)
      socket?.send(frame, { compress: below(random, 2) > 0 })
      if (below(random, 10) === 0) socket?.ping('in between')
    }
    await expect.poll(() => arrived.length).toBe(sent.length)
    expect(arrived).toEqual(sent)
    // Not what came in pieces; of the rest nobody can say how the line cut it up.
    expect(straight.length).toBeLessThan(sent.length)
    const closed = once(socket as WebSocket, 'close')
    const raw = socket as unknown as { readonly _socket: { write(bytes: Buffer): void } }
    // oxlint-disable-next-line no-underscore-dangle
    raw._socket.write(Buffer.of(0xc2, 0x84, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff))
    expect((await closed)[0]).toBe(1007)
  })

  it('[T1] what repeats itself costs little, also for who missed some of it', async () => {
    const { channels, clients } = await aMeeting(4, true)
    const random = seededRandom(11)
    const cursors = Buffer.from(Array.from({ length: 2000 }, () => below(random, 256)))
    const expected = clients.map((): Buffer[] => [])
    const say = (turn: number, to: (index: number) => boolean): void => {
      const parcel = [Buffer.concat([Buffer.from(`move ${turn}`), cursors])]
      for (const [index, channel] of channels.entries()) {
        if (!to(index)) continue
        channel.sendTogether?.(parcel, Buffer.from('saved'))
        expected[index]?.push(...parcel, Buffer.from('saved'))
      }
    }
    for (let turn = 0; turn < 20; turn++) say(turn, () => true)
    const last = clients.map(({ messages }) => messages)
    await expect.poll(() => last.map(({ length }) => length)).toEqual([40, 40, 40, 40])
    const [early, , , alone] = clients.map(({ received }) => received())
    // Twice everything for who joined the line at the first message; always for who wants no memory.
    expect(early).toBeLessThan(2 * 2100 + 20 * 100)
    expect(alone).toBeGreaterThan(20 * 2000)
    for (let turn = 20; turn < 120; turn++) {
      say(turn, () => below(random, 8) > 0)
      if (below(random, 6) === 0) {
        const one = aFrame(random)
        channels[turn % 3]?.send(one)
        expected[turn % 3]?.push(one)
      }
    }
    say(120, () => true)
    const end = Buffer.from('saved')
    await Promise.all(clients.map(({ heard }) => heard(end)))
    await expect
      .poll(() => last.map(({ length }) => length))
      .toEqual(expected.map(({ length }) => length))
    expect(last).toEqual(expected)
  })

  it('[T1] says nothing after it was closed', async () => {
    const { channels, clients } = await aMeeting(1, true)
    channels[0]?.close(4408, 'enough')
    channels[0]?.send(Buffer.from('more'))
    const [code] = await once(clients[0]?.socket as WebSocket, 'close')
    expect(code).toBe(4408)
    expect(clients[0]?.messages).toEqual([])
  })

  it('[T4] says how much waits for who does not read, and lets go of it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { channels, clients, server } = await aMeeting(1, false)
    clients[0]?.socket.pause()
    const [channel] = channels
    const frame = Buffer.alloc(1024 * 1024, 'x')
    for (let number = 0; number < 16; number++) channel?.sendTogether?.([frame], undefined)
    expect(channel?.bufferedBytes).toBeGreaterThan(4 * 1024 * 1024)
    channel?.close(4508, 'reads too slowly')
    expect(server.clients.size).toBe(1)
    vi.advanceTimersByTime(5_000)
    const [socket] = server.clients
    if (socket !== undefined) await once(socket, 'close')
    expect(server.clients.size).toBe(0)
  })

  it('[T3] unpacks what it packed, and nothing that is broken', () => {
    const random = seededRandom(3)
    for (let turn = 0; turn < 300; turn++) {
      const frame = aFrame(random)
      const packed = deflated(frame)
      expect([...packed.subarray(-4)]).toEqual([0, 0, 0xff, 0xff])
      // What is too large to unpack at once is left to others.
      expect(inflated(packed)?.equals(frame) ?? frame.length > 100_000).toBe(true)
      const damaged = Buffer.from(packed)
      damaged[0] = (damaged[0] ?? 0) | 6
      expect(inflated(damaged)).toBeUndefined()
    }
    expect(inflated(deflateRawSync(Buffer.alloc(128 * 1024 + 1)))).toBeUndefined()
  })
})

function aFrame(random: () => number): Buffer {
  const size = [below(random, 300), below(random, 5000), below(random, 150_000)][below(random, 3)]
  const some = Buffer.from(Array.from({ length: 1 + below(random, 400) }, () => below(random, 256)))
  return Buffer.alloc(1 + (size ?? 0), some)
}

async function aMeeting(count: number, isCompressed: boolean) {
  const http = createServer()
  const server = new WebSocketServer({ server: http, ...webSocketOptions() })
  const channels: Channel[] = []
  const line = new SharedDeflate()
  const straight: Uint8Array[] = []
  const arrived: Buffer[] = []
  server.on('connection', (socket, request) => {
    channels.push(boardChannel(socket, request.socket, line))
    socket.on('message', (data: Buffer) => arrived.push(data))
    receiveFramesFast(socket, (message) => {
      straight.push(message)
      arrived.push(Buffer.from(message))
    })
    // A broken message is answered by ws, with a close code.
    socket.on('error', () => undefined)
  })
  http.listen(0)
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    http.close()
  })
  const clients = []
  for (let number = 0; number < count; number++) {
    const messages: Buffer[] = []
    let bytes = 0
    const socket = new WebSocket(`ws://localhost:${port}`, {
      // The last of several wants every message by itself.
      perMessageDeflate: isCompressed && {
        threshold: 0,
        serverNoContextTakeover: number > 0 && number === count - 1,
      },
    })
    socket.on('message', (data: Buffer) => messages.push(data))
    // oxlint-disable-next-line no-await-in-loop
    const [{ socket: line }] = (await once(socket, 'upgrade')) as [
      { socket: NodeJS.ReadableStream },
    ]
    line.on('data', (chunk: Buffer) => (bytes += chunk.length))
    // oxlint-disable-next-line no-await-in-loop
    if (socket.readyState !== WebSocket.OPEN) await once(socket, 'open')
    const heard = (message: Buffer) =>
      expect.poll(() => messages.at(-1)?.equals(message)).toBe(true)
    clients.push({ socket, messages, heard, received: () => bytes })
  }
  return { channels, clients, arrived, straight, server }
}
