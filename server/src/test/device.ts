import type { Problem } from '@stip/api'
import { WebSocket } from 'ws'

/** A refusal as a test sees it. */
export interface Refused extends Problem {
  readonly status: number
}

/** One browser: keeps its cookie and names its origin, as browsers do. */
export class Device {
  #url: string
  cookie: string | undefined

  constructor(url: string) {
    this.#url = url
  }

  /** The server that it asks from now on, with the cookie that it has. */
  moveTo(url: string): void {
    this.#url = url
  }

  /** Asks, whatever comes of it. */
  async ask(path: string, options: RequestInit = {}): Promise<Response> {
    const headers = new Headers(options.headers)
    if (!headers.has('origin')) headers.set('origin', this.#url)
    if (this.cookie !== undefined) headers.set('cookie', this.cookie)
    const answer = await fetch(this.#url + path, { ...options, headers })
    const given = answer.headers.getSetCookie()[0]
    if (given !== undefined) this.cookie = given.split(';', 1)[0]
    return answer
  }

  /** Asks and expects to get it. */
  async get<Answer>(path: string): Promise<Answer> {
    return accepted<Answer>(await this.ask(path))
  }

  /** Sends and expects that it is taken. */
  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    return accepted<Answer>(await this.ask(path, asJson(body)))
  }

  /** Sends and expects to be refused. */
  async postRefused(path: string, body: unknown): Promise<Refused> {
    return refused(await this.ask(path, asJson(body)))
  }

  /** Asks and expects to be refused. */
  async getRefused(path: string): Promise<Refused> {
    return refused(await this.ask(path))
  }

  /** A WebSocket from this browser; `origin: undefined` is a program that is no browser. */
  socket(path: string, origin: string | undefined = this.#url): WebSocket {
    const socket = new WebSocket(this.#url.replace('http', 'ws') + path, {
      ...(origin !== undefined && { origin }),
      ...(this.cookie !== undefined && { headers: { cookie: this.cookie } }),
    })
    // Failing is what many tests are about; they look at the close code.
    socket.on('error', () => undefined)
    return socket
  }
}

/** The code with which the server ends a connection. */
export function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('close', (code: number) => resolve(code))
  })
}

async function accepted<Answer>(answer: Response): Promise<Answer> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

/** Reads a refusal. */
export async function refused(answer: Response): Promise<Refused> {
  return { status: answer.status, ...((await answer.json()) as Problem) }
}

function asJson(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}
