/** One browser: keeps its cookie and names its origin. */
export class Device {
  cookie: string | undefined

  get<Answer>(base: URL, path: string): Promise<Answer> {
    return this.#ask(base, path, {})
  }

  post<Answer>(base: URL, path: string, body: unknown): Promise<Answer> {
    return this.#ask(base, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  async #ask<Answer>(base: URL, path: string, request: RequestInit): Promise<Answer> {
    const headers = new Headers(request.headers)
    headers.set('origin', base.origin)
    if (this.cookie !== undefined) headers.set('cookie', this.cookie)
    const answer = await fetch(new URL(path, base), { ...request, headers })
    const given = answer.headers.getSetCookie()[0]
    if (given !== undefined) this.cookie = given.split(';', 1)[0]
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
}
