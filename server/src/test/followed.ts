import { FeedMessage } from '@stip/api'
import type { AgendaTexts, PartsMessage, SessionView } from '@stip/api'
import { viewOfParts, withMessage } from '@stip/api/parts'
import type { KnownParts } from '@stip/api/parts'
import type { Device } from './device.ts'

/** A screen that follows a session as ours do, and what came to it. */
export class Followed {
  readonly socket: ReturnType<Device['socket']>
  readonly messages: PartsMessage[] = []
  /** All that came, as it came. */
  readonly texts: string[] = []
  /** What it showed, one after the other; steps only with the texts of the agenda. */
  readonly views: SessionView[] = []
  readonly #agenda: AgendaTexts
  #known: KnownParts | undefined

  /** @param known - What it has, when it comes again. */
  constructor(socket: Followed['socket'], agenda: AgendaTexts, known?: KnownParts) {
    this.socket = socket
    this.#agenda = agenda
    this.#known = known
    socket.on('message', (data: Buffer) => {
      this.texts.push(data.toString())
      const message = FeedMessage.parse(JSON.parse(data.toString()))
      if (message.type === 'parts') this.#hear(message)
    })
  }

  get known(): KnownParts | undefined {
    return this.#known
  }

  get last(): SessionView | undefined {
    return this.views.at(-1)
  }

  get has(): string {
    return `${this.#known?.key}~${this.#known?.revision}`
  }

  #hear(message: PartsMessage): void {
    this.messages.push(message)
    this.#known = withMessage(this.#known, message)
    if (this.#known === undefined) throw new Error('It goes on from something that was not there.')
    if (message.more !== true) this.views.push(viewOfParts(this.#known, this.#agenda))
  }
}

const noTexts: AgendaTexts = { agendaTitle: '', agendaMinutes: 0, backgrounds: [], steps: [] }

/** Follows a session; with what a screen has when it comes again. */
export function follow(
  device: Device,
  sessionId: string,
  role = 'facilitator',
  { known, agenda = noTexts }: { readonly known?: KnownParts; readonly agenda?: AgendaTexts } = {},
): Followed {
  const has =
    known === undefined ? '' : `&has=${encodeURIComponent(`${known.key}~${known.revision}`)}`
  const path = `/api/sessions/${sessionId}/feed?as=${role}&parts=1${has}`
  return new Followed(device.socket(path), agenda, known)
}
