import type { ClientCommand, SessionView } from '@stip/api'
import type { Random } from '@stip/primitives'
import { Device } from '../../test/device.ts'
import { Line } from '../line.ts'

/** Nothing of an attack waits longer than this for the server, in ms. */
const PATIENCE_MS = 20_000

/** One session of the server, with somebody in it who has a grant, and a script. */
export class Scene {
  readonly url: string
  readonly sessionId: string
  readonly joinCode: string
  readonly facilitator: Device
  readonly attacker: Device
  /** The group board of the attacker. */
  readonly boardId: string
  readonly #lines = new Set<Line>()

  private constructor(
    url: string,
    facilitator: Device,
    attacker: Device,
    ids: { readonly sessionId: string; readonly joinCode: string; readonly boardId: string },
  ) {
    this.url = url
    this.facilitator = facilitator
    this.attacker = attacker
    this.sessionId = ids.sessionId
    this.joinCode = ids.joinCode
    this.boardId = ids.boardId
  }

  /** A session of one group, in its first step with a group board. */
  static async prepare(url: string, title = 'Beleg'): Promise<Scene> {
    const [facilitator, attacker] = [new Device(url), new Device(url)]
    const body = { format: 'bijeenkomst-1-visie', title, groupCount: 1 }
    const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', body)
    const view = (): Promise<SessionView> =>
      facilitator.get(`/api/sessions/${sessionId}?as=facilitator`)
    const { joinCode = '' } = await view()
    await join(attacker, joinCode)
    for (const command of [
      { type: 'allow-images', on: true },
      { type: 'mix-groups' },
    ] satisfies ClientCommand[]) {
      // One after the other: each names the revision that it saw.
      // oxlint-disable-next-line no-await-in-loop
      await give(facilitator, sessionId, command)
    }
    const { steps } = await view()
    const position = steps.findIndex((step) => step.setting === 'group' && step.hasBoard)
    await give(facilitator, sessionId, { type: 'go-to-step', position })
    const boardId = (await view()).groups[0]?.boardId ?? ''
    return new Scene(url, facilitator, attacker, { sessionId, joinCode, boardId })
  }

  /** Gives a command as facilitator. */
  command(command: ClientCommand): Promise<void> {
    return give(this.facilitator, this.sessionId, command)
  }

  /** Somebody else comes in with the code; late people join the group by themselves. */
  async newPerson(): Promise<Device> {
    const device = new Device(this.url)
    await join(device, this.joinCode)
    return device
  }

  /** The attacker comes to the board, with our client or another. */
  async line(program: 'stip' | 'plain' = 'stip'): Promise<Line> {
    return this.lineOf(this.attacker, 'participant', program)
  }

  /** Somebody comes to the board. */
  async lineOf(
    device: Device,
    as: 'participant' | 'facilitator',
    program: 'stip' | 'plain' = 'stip',
  ): Promise<Line> {
    const address = `/sync/${this.boardId}?as=${as}${program === 'stip' ? '&stip=1' : ''}`
    const line = await within(Line.to(device.socket(address)))
    this.#lines.add(line)
    return line
  }

  /** Waits until the server has dealt with what a line sent: saved it, refused it or ended it. */
  async dealtWith(line: Line, written: number): Promise<void> {
    const isDealtWith = (): boolean => line.saved >= written || line.refused !== undefined
    await within(line.until(isDealtWith)).catch(() => undefined)
  }

  /** A number from `least` up to and including `most`. */
  static between(random: Random, least: number, most: number): number {
    return least + Math.floor(random() * (most - least + 1))
  }

  /** Everybody of the attack goes. */
  leave(): void {
    for (const line of this.#lines) line.leave()
    this.#lines.clear()
  }
}

async function join(device: Device, code: string): Promise<void> {
  await device.post('/api/join', { code, name: 'Anna', background: 'resident' })
}

async function give(device: Device, sessionId: string, command: ClientCommand): Promise<void> {
  const address = `/api/sessions/${sessionId}`
  const { sessionRevision } = await device.get<SessionView>(`${address}?as=facilitator`)
  await device.post(`${address}/commands?as=facilitator`, {
    key: crypto.randomUUID(),
    seenRevision: sessionRevision,
    command,
  })
}

/** Ends waiting for what never comes. */
export async function within<Value>(promise: Promise<Value>, ms = PATIENCE_MS): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms)
  })
  try {
    return await Promise.race([promise, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
