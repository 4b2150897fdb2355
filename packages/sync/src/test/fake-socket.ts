import type { Member, Room, Seated } from '../room/index.ts'
import { aMember } from './a-room.ts'

/** What a test does to the network. */
export interface Network {
  /** The WebSocket to hand to a provider. */
  readonly webSocket: typeof WebSocket
  /** Every address that was connected to. */
  readonly addresses: string[]
  /** Every frame that clients sent. */
  readonly sent: Uint8Array[]
  /** Whether new connections find the server. */
  isUp: boolean
  /** 'accepts': connections are taken and never answered; 'opens': they open and nothing is said. */
  silence: 'accepts' | 'opens' | undefined
  /** Breaks every line that is open, as a lost network does. */
  breakLines(): void
}

/** WebSockets that end in a room in the same process; frames arrive in the next microtask. */
export function networkTo(room: Room, differences: Partial<Member> = {}): Network {
  const open = new Set<FakeSocket>()

  class FakeSocket {
    static readonly OPEN = 1
    readonly OPEN = 1
    readyState = 0
    binaryType = 'blob'
    readonly bufferedAmount = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: ((event: object) => void) | null = null
    #seat: Seated | undefined

    constructor(url: string | URL) {
      network.addresses.push(String(url))
      queueMicrotask(() => this.#connect())
    }

    #connect(): void {
      if (this.readyState !== 0 || network.silence === 'accepts') return
      if (!network.isUp) {
        this.lose(1006)
        return
      }
      this.readyState = 1
      open.add(this)
      if (network.silence === 'opens') {
        this.onopen?.()
        return
      }
      const speaksStip = network.addresses.at(-1)?.includes('stip=1') === true
      this.#seat = room.join(
        {
          bufferedBytes: 0,
          send: (frame) => {
            const data = frame.slice().buffer
            queueMicrotask(() => {
              if (this.readyState === 1 && network.silence === undefined) this.onmessage?.({ data })
            })
          },
          close: (code) => queueMicrotask(() => this.lose(code)),
        },
        aMember({ speaksStip, ...differences }),
      )
      this.onopen?.()
    }

    send(data: Uint8Array): void {
      network.sent.push(data.slice())
      this.#seat?.receive(data.slice())
    }

    close(): void {
      this.lose(1000)
    }

    lose(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      open.delete(this)
      this.#seat?.leave()
      this.onclose?.({ code, reason: '' })
    }
  }

  const network: Network = {
    webSocket: FakeSocket as unknown as typeof WebSocket,
    addresses: [],
    sent: [],
    isUp: true,
    silence: undefined,
    breakLines: () => {
      for (const socket of open) socket.lose(1006)
    },
  }
  return network
}
