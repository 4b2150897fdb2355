import type { ClientCommand, CommandAnswer, LinksAnswer, SessionView } from '@stip/api'
import { RefusedError } from './device.ts'
import type { Device } from './device.ts'

/** How often a command is given again that came while something else changed. */
const TRIES = 10

/** The session as its facilitator leads it. */
export class Lead {
  readonly device: Device
  readonly sessionId: string
  #keys = 0
  readonly #name = crypto.randomUUID()

  constructor(device: Device, sessionId: string) {
    this.device = device
    this.sessionId = sessionId
  }

  view(): Promise<SessionView> {
    return this.device.get(`/api/sessions/${this.sessionId}?as=facilitator`)
  }

  links(): Promise<LinksAnswer> {
    return this.device.get(`/api/sessions/${this.sessionId}/links?as=facilitator`)
  }

  /** Gives a command, looking again when the session has moved on meanwhile. */
  async command(command: ClientCommand): Promise<CommandAnswer> {
    for (let tried = 1; ; tried++) {
      // oxlint-disable-next-line no-await-in-loop -- Each try waits for the one before.
      const { sessionRevision: seenRevision } = await this.view()
      const key = `${this.#name}-${this.#keys++}`
      try {
        // oxlint-disable-next-line no-await-in-loop
        return await this.device.post(`/api/sessions/${this.sessionId}/commands?as=facilitator`, {
          key,
          seenRevision,
          command,
        })
      } catch (error) {
        const hasMovedOn = error instanceof RefusedError && error.code === 'session-has-moved-on'
        if (!hasMovedOn || tried === TRIES) throw error
      }
    }
  }
}
