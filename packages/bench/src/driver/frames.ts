/** One message as it came: packed or not. */
export interface Message {
  readonly bytes: Buffer
  readonly isText: boolean
  /** To be unpacked with the inflater of the socket. */
  readonly isPacked: boolean
}

export interface FrameListener {
  readonly message: (message: Message) => void
  readonly ping: (content: Buffer) => void
  readonly close: (why: string) => void
}

/** Cuts what a server sends into messages. */
export class FrameReader {
  readonly #listener: FrameListener
  #rest: Buffer | undefined
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #needed = 0
  #parts: Buffer[] = []
  #first: { isText: boolean; isPacked: boolean } = { isText: false, isPacked: false }

  constructor(listener: FrameListener) {
    this.#listener = listener
  }

  read(chunk: Buffer): void {
    let bytes = chunk
    if (this.#rest !== undefined) {
      // A large frame comes in hundreds of chunks: they are put together once, when all are there.
      this.#waiting.push(chunk)
      this.#waitingBytes += chunk.length
      if (this.#rest.length + this.#waitingBytes < this.#needed) return
      bytes = Buffer.concat([this.#rest, ...this.#waiting])
      this.#waiting = []
      this.#waitingBytes = 0
      this.#rest = undefined
    }
    let at = 0
    while (at < bytes.length) {
      const next = this.#frameAt(bytes, at)
      if (next === undefined) break
      at = next
    }
    if (at < bytes.length) this.#rest = at === 0 ? bytes : bytes.subarray(at)
  }

  /** Takes one frame; gives where it ends, or undefined when it is not all there. */
  #frameAt(bytes: Buffer, at: number): number | undefined {
    this.#needed = bytes.length - at + 1
    if (bytes.length - at < 2) return undefined
    const first = bytes[at] ?? 0
    let length = (bytes[at + 1] ?? 0) & 0x7f
    let start = at + 2
    if (length === 126) {
      if (bytes.length - at < 4) return undefined
      length = bytes.readUInt16BE(start)
      start += 2
    } else if (length === 127) {
      if (bytes.length - at < 10) return undefined
      length = Number(bytes.readBigUInt64BE(start))
      start += 8
    }
    const end = start + length
    if (end > bytes.length) {
      this.#needed = end - at
      return undefined
    }
    this.#take(first, bytes.subarray(start, end))
    return end
  }

  #take(first: number, content: Buffer): void {
    const opcode = first & 0x0f
    if (opcode === 9) this.#listener.ping(content)
    else if (opcode === 8) {
      const code = content.length >= 2 ? content.readUInt16BE(0) : 1005
      this.#listener.close(`closed with ${code} ${content.toString('utf8', 2)}`.trim())
    } else if (opcode <= 2) this.#takePart(first, opcode, content)
  }

  #takePart(first: number, opcode: number, content: Buffer): void {
    if (opcode !== 0) this.#first = { isText: opcode === 1, isPacked: (first & 0x40) !== 0 }
    const isLast = (first & 0x80) !== 0
    if (!isLast || opcode === 0) this.#parts.push(content)
    if (!isLast) return
    const bytes = opcode === 0 ? Buffer.concat(this.#parts.splice(0)) : content
    this.#listener.message({ bytes, ...this.#first })
  }
}

/**
 * A whole message as a client sends it. Clients must mask; a mask of zeros leaves the bytes as
 * they are, and costs the server the same as any other.
 */
export function outgoingFrame(
  content: Uint8Array,
  { isText, isPacked }: { readonly isText: boolean; readonly isPacked: boolean },
  opcode = isText ? 1 : 2,
): Buffer {
  const { length } = content
  const sizeBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + sizeBytes + length)
  frame[0] = 0x80 | (isPacked ? 0x40 : 0) | opcode
  frame[1] = 0x80 | (sizeBytes === 0 ? length : sizeBytes === 2 ? 126 : 127)
  if (sizeBytes === 2) frame.writeUInt16BE(length, 2)
  if (sizeBytes === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(content, 6 + sizeBytes)
  return frame
}
