import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { Entrance } from '../job.ts'
import { FrameReader, outgoingFrame } from './frames.ts'
import type { Message } from './frames.ts'
import { Inflater } from './inflater.ts'

export interface Hearing {
  readonly message: (message: Message) => void
  readonly closed: (why: string) => void
}

/**
 * A WebSocket that costs little: hundreds of them must fit beside the server on one machine. It
 * offers permessage-deflate the way browsers do.
 */
export class BenchSocket {
  readonly inflater: Inflater
  /** Whether both sides may pack. */
  readonly isPacking: boolean
  readonly #socket: Socket

  private constructor(socket: Socket, packing: { agreed: boolean; keepsContext: boolean }) {
    this.#socket = socket
    this.isPacking = packing.agreed
    this.inflater = new Inflater(packing.keepsContext)
  }

  /** Connects; rejects when the server refuses, resets or says nothing for as long as one is patient. */
  static async open(
    entrance: Entrance,
    hearing: Hearing,
    patienceMs = 10_000,
  ): Promise<BenchSocket> {
    const path = await pathOf(entrance)
    const { promise, resolve, reject } = Promise.withResolvers<BenchSocket>()
    const socket = connect({ host: entrance.host, port: entrance.port, noDelay: true })
    const timer = setTimeout(() => socket.destroy(new Error('no answer')), patienceMs)
    let head = Buffer.alloc(0)
    const fail = (why: string): void => {
      clearTimeout(timer)
      reject(new Error(`${entrance.board}: ${why}`))
    }
    socket.on('error', (error) => fail(error.message))
    socket.on('close', () => fail('closed'))
    socket.once('connect', () => socket.write(requestOf(entrance, path)))
    const hearHead = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end === -1) return
      clearTimeout(timer)
      socket.off('data', hearHead)
      const lines = head.toString('latin1', 0, end)
      if (!lines.startsWith('HTTP/1.1 101')) {
        fail(lines.split('\r\n', 1)[0] ?? 'refused')
        socket.destroy()
        return
      }
      const bench = new BenchSocket(socket, packingIn(lines))
      bench.#listen(hearing, head.subarray(end + 4))
      resolve(bench)
    }
    socket.on('data', hearHead)
    return promise
  }

  get bytesRead(): number {
    return this.#socket.bytesRead
  }

  /** Bytes that the server has not taken yet. */
  get waiting(): number {
    return this.#socket.writableLength
  }

  /** Sends a message that was made into a frame before. */
  sendFrame(frame: Uint8Array): void {
    this.#socket.write(frame)
  }

  /** Sends bytes, or text when given a string. */
  send(content: Uint8Array | string): void {
    const isText = typeof content === 'string'
    const bytes = isText ? Buffer.from(content) : content
    this.sendFrame(outgoingFrame(bytes, { isText, isPacked: false }))
  }

  close(): void {
    this.#socket.removeAllListeners('close')
    this.#socket.destroy()
  }

  #listen(hearing: Hearing, rest: Buffer): void {
    const socket = this.#socket
    let why = 'cut'
    const reader = new FrameReader({
      message: hearing.message,
      ping: (content) =>
        this.#socket.write(outgoingFrame(content, { isText: false, isPacked: false }, 10)),
      close: (reason) => {
        why = reason
      },
    })
    socket.removeAllListeners('error')
    socket.removeAllListeners('close')
    // What went wrong shows in the close that follows.
    socket.on('error', (error) => (why = error.message))
    socket.on('close', () => hearing.closed(why))
    socket.on('data', (chunk: Buffer) => reader.read(chunk))
    if (rest.length > 0) queueMicrotask(() => reader.read(rest))
  }
}

async function pathOf({ path, ticketUrl, headers }: Entrance): Promise<string> {
  if (ticketUrl === undefined) return path
  let answer = await fetch(ticketUrl, { method: 'POST', headers })
  if (answer.status === 404 || answer.status === 405) answer = await fetch(ticketUrl, { headers })
  if (!answer.ok) throw new Error(`${ticketUrl} gave ${answer.status} and no ticket.`)
  const { ticket } = (await answer.json()) as { ticket?: unknown }
  if (typeof ticket !== 'string') throw new Error(`${ticketUrl} gave no ticket.`)
  return path.replace('{ticket}', encodeURIComponent(ticket))
}

function requestOf(entrance: Entrance, path: string): string {
  const headers = {
    Host: `${entrance.host}:${entrance.port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    // Word for word what Chromium offers.
    'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    ...entrance.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n')
}

function packingIn(head: string): { agreed: boolean; keepsContext: boolean } {
  const extensions = /^sec-websocket-extensions:(.*)$/im.exec(head)?.[1] ?? ''
  const agreed = extensions.includes('permessage-deflate')
  return { agreed, keepsContext: agreed && !extensions.includes('server_no_context_takeover') }
}
