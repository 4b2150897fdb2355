import { WebSocket } from 'ws'

/** What the server answered to a program. */
export interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly message: string | undefined
}

/** A browser without a screen: keeps its cookie and names its origin, as browsers do. */
export class Device {
  readonly url: string
  #cookie: string | undefined

  constructor(url: string) {
    this.url = url
  }

  async ask(path: string, options: RequestInit = {}): Promise<Response> {
    const headers = new Headers(options.headers)
    if (!headers.has('origin')) headers.set('origin', this.url)
    if (this.#cookie !== undefined) headers.set('cookie', this.#cookie)
    const answer = await fetch(this.url + path, { ...options, headers })
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? this.#cookie
    return answer
  }

  /** Asks and expects to get it. */
  async get<Value>(path: string): Promise<Value> {
    return valueOf<Value>(await this.ask(path))
  }

  /** Sends and expects that it is taken. */
  async post<Value>(path: string, body: unknown): Promise<Value> {
    return valueOf<Value>(await this.ask(path, asJson(JSON.stringify(body))))
  }

  /** Sends text that claims to be JSON, and tells what came of it. */
  async postText(path: string, text: string): Promise<Answer> {
    const answer = await this.ask(path, asJson(text))
    const { code, message } = (await answer.json()) as Partial<Answer>
    return { status: answer.status, code, message }
  }

  /** What proves who this is. */
  get headers(): Readonly<Record<string, string>> {
    return this.#cookie === undefined ? {} : { cookie: this.#cookie }
  }

  /** A WebSocket with the cookie and origin of this device. */
  socket(path: string): WebSocket {
    const socket = new WebSocket(this.url.replace('http', 'ws') + path, {
      origin: this.url,
      headers: this.headers,
    })
    // A server that is killed is part of these journeys; what matters is the close that follows.
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

function asJson(body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body }
}

async function valueOf<Value>(answer: Response): Promise<Value> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Value
}
