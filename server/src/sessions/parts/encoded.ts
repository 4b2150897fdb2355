import { COMPRESS_FROM, framed } from '../../boards/wire/websocket-frames.ts'
import { deflated } from '../../boards/wire/sync-zlib.ts'

const TEXT = 1
const FLUSH_TAIL = 4

/** A text message, encoded and compressed once, when it is sent first; whoever shares it gets the same bytes. */
export class Encoded {
  readonly text: string
  #plain: Uint8Array | undefined
  #packed: Uint8Array | undefined

  constructor(text: string) {
    this.text = text
  }

  /**
   * As it goes over a WebSocket.
   *
   * @param isPacked - Whether both sides agreed to compression.
   */
  framed(isPacked: boolean): Uint8Array {
    if (!isPacked) return (this.#plain ??= framed(Buffer.from(this.text), false, TEXT))
    return (this.#packed ??= this.#pack())
  }

  #pack(): Uint8Array {
    const bytes = Buffer.from(this.text)
    if (bytes.length < COMPRESS_FROM) return this.framed(false)
    return framed(deflated(bytes).subarray(0, -FLUSH_TAIL), true, TEXT)
  }
}
