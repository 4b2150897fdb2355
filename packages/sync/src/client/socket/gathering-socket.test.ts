import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  decodeMessage,
  encodeAnswer,
  encodeAwareness,
  encodeQueryAwareness,
  encodeUpdate,
} from '../../protocol/index.ts'
import { gatheringSocket } from './gathering-socket.ts'

describe('a socket that gathers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[F3] sends where somebody points along with what that person changes', () => {
    const { socket, kinds } = aSocket()
    socket.send(cursor(1))
    socket.send(cursor(2))
    expect(kinds()).toEqual([])
    socket.send(change)
    expect(kinds()).toEqual([['write', 'awareness']])
    expect(socket.sent.at(-1)?.subarray(change.length)).toEqual(cursor(2))
    vi.advanceTimersByTime(1_000)
    expect(kinds()).toHaveLength(1)
  })

  it('[F3] sends the newest cursor by itself when nothing changes', () => {
    const { socket, kinds } = aSocket()
    socket.send(cursor(1))
    vi.advanceTimersByTime(10)
    socket.send(cursor(2))
    vi.advanceTimersByTime(6)
    expect(socket.sent).toEqual([cursor(2)])
    socket.send(change)
    expect(kinds()).toEqual([['awareness'], ['write']])
  })

  it('[F3] lets all else through at once, in order', () => {
    const { socket, kinds } = aSocket()
    socket.send(cursor(1))
    socket.send(encodeAnswer(update))
    socket.send(encodeQueryAwareness())
    expect(kinds()).toEqual([['write'], ['query-awareness']])
    socket.close()
    expect(kinds()).toEqual([['write'], ['query-awareness'], ['awareness']])
  })

  it('keeps what is left to itself when the line is gone', () => {
    const { socket } = aSocket()
    socket.send(cursor(1))
    socket.readyState = FakeSocket.CLOSED
    vi.advanceTimersByTime(100)
    expect(socket.sent).toEqual([])
  })
})

const update = Uint8Array.of(0, 0)
const change = encodeUpdate(update)

function cursor(x: number): Uint8Array {
  return encodeAwareness([{ clientId: 7, clock: x, state: { x } }])
}

class FakeSocket {
  static readonly OPEN = 1
  static readonly CLOSED = 3
  readyState = FakeSocket.OPEN
  readonly sent: Uint8Array[] = []

  send(data: Uint8Array): void {
    this.sent.push(data)
  }

  close(): void {
    this.readyState = FakeSocket.CLOSED
  }
}

function aSocket() {
  const Gathering = gatheringSocket(FakeSocket as unknown as typeof WebSocket)
  const socket = new Gathering('ws://stip') as unknown as FakeSocket
  const kinds = (): string[][] =>
    socket.sent.map((data) => {
      const message = decodeMessage(data)
      return message.ok ? message.value.map(({ kind }) => kind) : ['malformed']
    })
  return { socket, kinds }
}
