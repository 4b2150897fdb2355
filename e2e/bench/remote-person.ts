import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

const [SYNC, AWARENESS] = [0, 1]
const [ASK, ANSWER, UPDATE] = [0, 1, 2]

/**
 * Somebody who draws from a program and looks at nothing: costs the machine that measures as
 * little as can be. Speaks the protocol of y-websocket, written out.
 */
export class RemotePerson {
  readonly document = new Y.Doc()
  readonly #socket: WebSocket
  #clock = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  /** Comes in, and waits until the board is here. */
  static async join(url: string, headers: Readonly<Record<string, string>>): Promise<RemotePerson> {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false })
    socket.binaryType = 'nodebuffer'
    await once(socket, 'open')
    const person = new RemotePerson(socket)
    const answered = person.#hearAnswer()
    person.#send(SYNC, ASK, bytesOf(Y.encodeStateVector(person.document)))
    await answered
    return person
  }

  /** Changes the board, in one update. */
  write(change: (records: Y.Map<Y.Map<unknown>>) => void): void {
    const before = Y.encodeStateVector(this.document)
    this.document.transact(() => change(this.document.getMap('records')))
    this.#send(SYNC, UPDATE, bytesOf(Y.encodeStateAsUpdate(this.document, before)))
  }

  /** Tells where this person points. */
  point(x: number, y: number): void {
    const state = JSON.stringify({ pointer: { x: Math.round(x), y: Math.round(y) }, ink: null })
    const entry = [
      ...varUint(1),
      ...varUint(this.document.clientID),
      ...varUint(++this.#clock),
      ...bytesOf(new TextEncoder().encode(state)),
    ]
    this.#send(AWARENESS, bytesOf(Uint8Array.from(entry)))
  }

  leave(): void {
    this.#socket.close()
    this.document.destroy()
  }

  #send(...parts: readonly (number | readonly number[])[]): void {
    this.#socket.send(Uint8Array.from(parts.flatMap((part) => part)))
  }

  #hearAnswer(): Promise<void> {
    return new Promise((resolve) => {
      const hear = (frame: Buffer): void => {
        if (frame[0] !== SYNC || frame[1] !== ANSWER) return
        this.#socket.off('message', hear)
        Y.applyUpdate(this.document, contentOf(frame.subarray(2)), 'line')
        resolve()
      }
      this.#socket.on('message', hear)
    })
  }
}

/** Bytes with their length before them. */
function bytesOf(bytes: Uint8Array): number[] {
  return [...varUint(bytes.length), ...bytes]
}

function varUint(value: number): number[] {
  const parts: number[] = []
  let rest = value
  while (rest > 127) {
    parts.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...parts, rest]
}

function contentOf(frame: Uint8Array): Uint8Array {
  let at = 0
  while ((frame[at] ?? 0) > 127) at++
  return frame.subarray(at + 1)
}
