import { MessageType, SyncType } from '../../protocol/index.ts'

/** How long a cursor waits for a change to go along with, in ms: one picture on the screen. */
const patienceMs = 16

/**
 * A kind of WebSocket in which where somebody points goes along with what that person changes, in
 * one message ([F3]). Who drags does both 60 times a second: it halves what a phone has to send,
 * and what the server has to read. Of cursors that wait, only the newest is of use.
 */
export function gatheringSocket(Base: typeof WebSocket): typeof WebSocket {
  return class GatheringSocket extends Base {
    #cursor: Uint8Array | undefined
    #timer: ReturnType<typeof setTimeout> | undefined

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === MessageType.awareness) {
        this.#cursor = data
        this.#timer ??= setTimeout(() => this.#sendCursor(), patienceMs)
      } else if (this.#cursor !== undefined && isChange(data)) {
        const together = new Uint8Array(data.length + this.#cursor.length)
        together.set(data)
        together.set(this.#cursor, data.length)
        this.#forget()
        super.send(together)
      } else super.send(data)
    }

    override close(code?: number, reason?: string): void {
      this.#sendCursor()
      super.close(code, reason)
    }

    #sendCursor(): void {
      const cursor = this.#cursor
      this.#forget()
      if (cursor !== undefined && this.readyState === Base.OPEN) super.send(new Uint8Array(cursor))
    }

    #forget(): void {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#cursor = undefined
    }
  }
}

function isChange(data: Parameters<WebSocket['send']>[0]): data is Uint8Array<ArrayBuffer> {
  return data instanceof Uint8Array && data[0] === MessageType.sync && data[1] === SyncType.update
}
