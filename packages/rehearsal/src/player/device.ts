import type { Problem } from '@stip/api'
import type { Rest } from './rest.ts'

/** How often something is asked again that the server is too busy for. */
const TRIES = 20
/** How long to wait when the server does not say for how long, in ms. */
const PAUSE_MS = 1_500

/** A refusal with the code and the sentence that the server gave. */
export class RefusedError extends Error {
  /** @override */
  override name = 'RefusedError'
  readonly code: string

  constructor({ code, message }: Problem) {
    super(message)
    this.code = code
  }
}

/** Where a device reaches the server. */
export interface Server {
  /** As 'http://127.0.0.1:3000'. */
  readonly url: string
  /** The origin that its pages have; the same unless a proxy stands before it. */
  readonly origin: string
  readonly rest: Rest
  /** Told when the server asks to wait. */
  readonly onWait?: () => void
}

/** A browser without a screen: keeps its cookie, names its origin, and waits when it is told to. */
export class Device {
  readonly server: Server
  #cookie: string

  /** @param cookie - Of a device that is known already. */
  constructor(server: Server, cookie = '') {
    this.server = server
    this.#cookie = cookie
  }

  /** What a browser needs to be this device: 'name=value'; empty before the first answer. */
  get cookie(): string {
    return this.#cookie
  }

  /** What proves who this is, for a socket. */
  get headers(): Readonly<Record<string, string>> {
    return { origin: this.server.origin, cookie: this.#cookie }
  }

  async get<Answer>(path: string): Promise<Answer> {
    return this.#ask<Answer>(path, {})
  }

  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.#ask<Answer>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  async #ask<Answer>(path: string, options: RequestInit): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      // oxlint-disable-next-line no-await-in-loop -- Each try waits for the one before.
      const answer = await fetch(this.server.url + path, {
        ...options,
        headers: { ...(options.headers as Record<string, string>), ...this.headers },
        signal: this.server.rest.signal,
      })
      const given = answer.headers.getSetCookie()[0]
      if (given !== undefined) this.#cookie = given.split(';', 1)[0] ?? ''
      // oxlint-disable-next-line no-await-in-loop
      const text = await answer.text()
      if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer
      const mustWait = answer.status === 429 || answer.status === 503
      if (!mustWait || tried === TRIES) throw new RefusedError(problemIn(text, answer.status))
      this.server.onWait?.()
      const seconds = Number(answer.headers.get('retry-after'))
      // oxlint-disable-next-line no-await-in-loop
      await this.server.rest.forMs(seconds > 0 ? seconds * 1000 : PAUSE_MS)
    }
  }
}

function problemIn(text: string, status: number): Problem {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return { code: `http-${status}`, message: `De server antwoordt met ${status}.` }
  }
}
