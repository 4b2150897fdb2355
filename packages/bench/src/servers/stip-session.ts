import type { Entrance } from '../job.ts'
import { Device } from './device.ts'

/** A session on a Stip, made the way a browser makes it, with one person per virtual drawer. */
export class StipSession {
  readonly #base: URL
  readonly #facilitator = new Device()
  readonly #code: string
  readonly #address: string
  /** The board that everybody may write in a step for all. */
  readonly boardId: string

  private constructor(
    base: URL,
    facilitator: Device,
    found: { readonly code: string; readonly address: string; readonly boardId: string },
  ) {
    this.#base = base
    this.#facilitator = facilitator
    this.#code = found.code
    this.#address = found.address
    this.boardId = found.boardId
  }

  /** Starts a session and opens its first step, in which everybody writes on one board. */
  static async start(base: URL): Promise<StipSession> {
    const device = new Device()
    const { sessionId } = await device.post<{ sessionId: string }>(base, '/api/sessions', {
      format: 'bijeenkomst-1-visie',
      title: 'Meting',
      groupCount: 3,
    })
    const address = `/api/sessions/${sessionId}`
    const view = await device.get<View>(base, `${address}?as=facilitator`)
    const step = view.steps.findIndex(({ setting, hasBoard }) => setting === 'plenary' && hasBoard)
    // Cursors are shown only where names are, and the first step may be an anonymous one.
    for (const command of [
      { type: 'go-to-step', position: Math.max(0, step) },
      { type: 'show-names', on: true },
    ]) {
      const { sessionRevision } = await device.get<View>(base, `${address}?as=facilitator`)
      await device.post(base, `${address}/commands?as=facilitator`, {
        key: `bench-${command.type}`,
        seenRevision: sessionRevision,
        command,
      })
    }
    const board = view.boards.find(({ kind }) => kind === 'plenary')
    if (board === undefined || view.joinCode === undefined) {
      throw new Error('The session has no board or no code.')
    }
    return new StipSession(base, device, { code: view.joinCode, address, boardId: board.id })
  }

  /** Somebody new comes in with the code, and may write from then on. */
  async newPerson(): Promise<Entrance> {
    const device = new Device()
    const body = { code: this.#code, name: '', background: 'resident' }
    await device.post(this.#base, '/api/join', body)
    // A screen that opened: of many who never show one, the first lose their place.
    await device.get(this.#base, `${this.#address}?as=participant`)
    return this.#entrance(device, 'participant')
  }

  /** The facilitator's own way in. */
  get facilitator(): Entrance {
    return this.#entrance(this.#facilitator, 'facilitator')
  }

  #entrance(device: Device, role: string): Entrance {
    return {
      host: this.#base.hostname.replaceAll(/[[\]]/g, ''),
      port: Number(this.#base.port === '' ? 80 : this.#base.port),
      path: `/sync/${this.boardId}?as=${role}&stip=1`,
      headers: { Cookie: device.cookie ?? '', Origin: this.#base.origin },
      board: this.boardId,
    }
  }
}

interface View {
  readonly sessionRevision: number
  readonly joinCode?: string
  readonly steps: readonly { readonly setting: string; readonly hasBoard: boolean }[]
  readonly boards: readonly { readonly id: string; readonly kind: string }[]
}
