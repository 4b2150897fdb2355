import type { Entrance } from '../job.ts'
import { Device } from '../servers/device.ts'

interface View {
  readonly sessionRevision: number
  readonly joinCode?: string
  readonly position: number
  readonly steps: readonly unknown[]
}

/** Who asks at the same time. */
const AT_ONCE = 4

/** A session that is led over HTTP, with people who come in by code. */
export class Evening {
  readonly people: Device[] = []
  readonly stepCount: number
  readonly #base: URL
  readonly #id: string
  readonly #facilitator: Device
  readonly #code: string
  #keys = 0

  private constructor(base: URL, id: string, facilitator: Device, view: View) {
    this.#base = base
    this.#id = id
    this.#facilitator = facilitator
    this.#code = view.joinCode ?? ''
    this.stepCount = view.steps.length
  }

  static async begin(base: URL): Promise<Evening> {
    const facilitator = new Device()
    const body = { format: 'bijeenkomst-1-visie', title: 'Meting', groupCount: 8 }
    const { sessionId } = await facilitator.post<{ sessionId: string }>(base, '/api/sessions', body)
    const path = `/api/sessions/${sessionId}?as=facilitator`
    return new Evening(base, sessionId, facilitator, await facilitator.get<View>(base, path))
  }

  /** So many people come in by code. */
  async join(count: number): Promise<readonly Device[]> {
    const came: Device[] = []
    await inParallel(count, async () => {
      const device = new Device()
      const body = { code: this.#code, name: 'Deelnemer', background: 'resident' }
      await device.post(this.#base, '/api/join', body)
      came.push(device)
    })
    this.people.push(...came)
    return came
  }

  /** Their screens open, so that their seats stay theirs. */
  async look(devices: readonly Device[]): Promise<void> {
    const left = [...devices]
    await inParallel(devices.length, async () => {
      await left.pop()?.get(this.#base, `/api/sessions/${this.#id}?as=participant`)
    })
  }

  /**
   * Looks where the session is, and gives what gives a command; that gives when it was sent. It looks
   * as a participant: no screen of a facilitator asks for everybody anew at each press.
   */
  async ready(command: object): Promise<() => Promise<number>> {
    const path = `/api/sessions/${this.#id}`
    const [looker] = this.people
    const { sessionRevision } = await (looker === undefined
      ? this.#facilitator.get<View>(this.#base, `${path}?as=facilitator`)
      : looker.get<View>(this.#base, `${path}?as=participant`))
    const body = { key: `bench-command-${this.#keys++}`, seenRevision: sessionRevision, command }
    return async () => {
      const sentAt = Date.now()
      await this.#facilitator.post(this.#base, `${path}/commands?as=facilitator`, body)
      return sentAt
    }
  }

  async command(command: object): Promise<void> {
    const give = await this.ready(command)
    await give()
  }

  /** Where the screen of somebody follows the session. A build of before there were parts passes over that word. */
  feedOf(device: Device): Entrance {
    return this.#entrance(device, 'participant')
  }

  get console(): Entrance {
    return this.#entrance(this.#facilitator, 'facilitator')
  }

  #entrance(device: Device, role: string): Entrance {
    return {
      host: this.#base.hostname,
      port: Number(this.#base.port),
      path: `/api/sessions/${this.#id}/feed?as=${role}&parts=1`,
      headers: {
        Cookie: device.cookie ?? '',
        Origin: this.#base.origin,
        // Each message by itself, so that what comes to all is read once here.
        'Sec-WebSocket-Extensions': 'permessage-deflate; server_no_context_takeover',
      },
      board: this.#id,
    }
  }
}

async function inParallel(count: number, work: () => Promise<void>): Promise<void> {
  let begun = 0
  const one = async (): Promise<void> => {
    while (begun < count) {
      begun++
      // oxlint-disable-next-line no-await-in-loop
      await work()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}
