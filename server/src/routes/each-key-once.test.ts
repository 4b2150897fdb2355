import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JoinAnswer, LinksAnswer, MyGrants, OpenScreenAnswer } from '@stip/api'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../test/a-server.ts'
import type { TestServer } from '../test/a-server.ts'
import { archiveFrom } from '../test/an-archive.ts'
import { Device, refused } from '../test/device.ts'

const json = { 'content-type': 'application/json' }

describe('a request with a key', () => {
  it('[K11] is carried out once and answered the same, on every route that takes one', async () => {
    const server = await aServer()
    const asked = await requestsTo(server)
    const different: string[] = []
    for (const [route, { device, path, type, body }] of asked) {
      const headers = { 'content-type': type, 'idempotency-key': aKey() }
      // oxlint-disable-next-line no-await-in-loop
      const first = await textOf(await device.ask(path, { method: 'POST', headers, body }))
      // oxlint-disable-next-line no-await-in-loop
      const again = await textOf(await device.ask(path, { method: 'POST', headers, body }))
      expect(first).toMatch(/^20[01] /)
      if (again !== first) different.push(`${route}: ${first} and ${again}`)
    }
    expect(different).toEqual([])
    expect([...asked.keys()].toSorted()).toEqual(await routesThatTakeAKey(server))
  })

  it('[K11] makes one person of a phone that never got the answer, and gives it its cookie', async () => {
    const server = await aServer()
    const { code, view } = await aSession(server)
    const key = aKey()
    const ask = async (): Promise<{ cookie: string | undefined; personId: string }> => {
      // Every time as new: the cookie went missing with the answer.
      const device = new Device(server.url)
      const { personId } = (await (await joins(device, code, key)).json()) as JoinAnswer
      return { cookie: device.cookie, personId }
    }
    const first = await ask()
    expect(await Promise.all([ask(), ask()])).toEqual([first, first])
    const { people = [] } = await view()
    expect(people.map(({ id }) => id)).toEqual([first.personId])
    const device = new Device(server.url)
    device.cookie = first.cookie
    await joins(device, code, key)
    expect((await device.get<MyGrants>('/api/me')).grants).toHaveLength(1)
    expect((await view()).peopleCount).toBe(1)
  })

  it('[K11] is carried out once when it comes twice at the same moment', async () => {
    const server = await aServer()
    const { code, view } = await aSession(server)
    const key = aKey()
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const device = new Device(server.url)
        return [await textOf(await joins(device, code, key)), device.cookie]
      }),
    )
    expect(new Set(answers.map(String)).size).toBe(1)
    expect((await view()).peopleCount).toBe(1)
  })

  it('[K11] is two requests when two devices have the same key', async () => {
    const server = await aServer()
    const { code, view } = await aSession(server)
    const key = aKey()
    await joins(new Device(server.url), code, key)
    const other = new Device(server.url)
    other.cookie = `stip_device=${'A'.repeat(43)}`
    await joins(other, code, key)
    expect((await view()).peopleCount).toBe(2)
  })

  it('[K11] may be asked again after it was refused', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const [device, key] = [new Device(server.url), aKey()]
    await session.command({ type: 'end-session' })
    expect((await joins(device, session.code, key)).status).toBe(410)
    await session.command({ type: 'reopen-session' })
    expect((await joins(device, session.code, key)).status).toBe(200)
  })

  it('[K12] is refused when the key stood for something else', async () => {
    const server = await aServer()
    const { code, view } = await aSession(server)
    const [device, key] = [new Device(server.url), aKey()]
    await joins(device, code, key, 'Anna')
    const problem = await refused(await joins(device, code, key, 'Bram'))
    expect(problem).toMatchObject({ status: 422, code: 'key-used-before' })
    expect((await view()).peopleCount).toBe(1)
  })

  it.each(['short', 'A'.repeat(200), `${'A'.repeat(22)}!`])(
    '[K12] takes no key like %j',
    async (key) => {
      const server = await aServer()
      const { code } = await aSession(server)
      expect((await joins(new Device(server.url), code, key)).status).toBe(400)
    },
  )

  it('[K13] is known after a restart, but not for ever', async () => {
    const server = await aServer()
    const { code } = await aSession(server)
    const key = aKey()
    const first = await textOf(await joins(new Device(server.url), code, key))
    const next = await server.restart()
    const again = new Device(next.url)
    expect(await textOf(await joins(again, code, key))).toBe(first)
  })

  it.each([400, 2, -2])('[X70] is known after the clock was set by %d days', async (days) => {
    const server = await aServer()
    const { code, view } = await aSession(server)
    const key = aKey()
    const first = await textOf(await joins(new Device(server.url), code, key))
    server.setClock(days * 24 * 3600 * 1000)
    await joins(new Device(server.url), code, aKey())
    expect(await textOf(await joins(new Device(server.url), code, key))).toBe(first)
    expect((await view()).peopleCount).toBe(2)
  })

  it('[K14] leaves no cookie, key or secret of an answer on the disk', async () => {
    const server = await aServer()
    const { code, id, facilitator } = await aSession(server)
    const [device, key] = [new Device(server.url), aKey()]
    await joins(device, code, key)
    const renewed = await facilitator.ask(`/api/sessions/${id}/links/renew?as=facilitator`, {
      method: 'POST',
      headers: { ...json, 'idempotency-key': key },
      body: JSON.stringify({ role: 'wall' }),
    })
    const links = (await renewed.json()) as LinksAnswer
    const secrets = [key, device.cookie?.split('=')[1], links.wall.split('#sleutel=')[1]]
    const files = readdirSync(server.dataDir).filter((name) => name.startsWith('stip.sqlite'))
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(server.dataDir, name))))
    expect(bytes.includes(id)).toBe(true)
    for (const secret of secrets) expect(bytes.includes(secret ?? 'none')).toBe(false)
  })

  it('[K10] of a command stands for that command only', async () => {
    const server = await aServer()
    const session = await aSession(server)
    await session.command({ type: 'rename-session', title: 'Een' }, 'a-key-of-a-command')
    await session.command({ type: 'rename-session', title: 'Een' }, 'a-key-of-a-command')
    const { sessionRevision } = await session.view()
    const problem = await session.facilitator.postRefused(
      `/api/sessions/${session.id}/commands?as=facilitator`,
      {
        key: 'a-key-of-a-command',
        seenRevision: sessionRevision,
        command: { type: 'rename-session', title: 'Twee' },
      },
    )
    expect(problem).toMatchObject({ status: 422, code: 'key-used-before' })
    expect((await session.view()).title).toBe('Een')
  })
})

interface Asked {
  readonly device: Device
  readonly path: string
  readonly type: string
  readonly body: NonNullable<RequestInit['body']>
}

/** One good request to each route that takes a key; a new route belongs in here. */
async function requestsTo(server: TestServer): Promise<ReadonlyMap<string, Asked>> {
  const { session, inGroups } = await aSessionInGroups(server)
  const { facilitator, id, code } = session
  await session.command({ type: 'allow-images', on: true })
  const links = await facilitator.get<LinksAnswer>(`/api/sessions/${id}/links?as=facilitator`)
  const secret = links.wall.split('#sleutel=')[1]
  const board = `/api/boards/${inGroups[0]?.boardId ?? ''}`
  const start = { format: 'bijeenkomst-1-visie', title: 'Nog een', groupCount: 3 }
  const empty = await facilitator.post<{ sessionId: string }>('/api/sessions', start)
  const screen = await new Device(server.url).post<OpenScreenAnswer>('/api/screens', {})
  const dot = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  return new Map([
    ['/api/sessions', post(facilitator, '/api/sessions', start)],
    [
      '/api/join',
      post(new Device(server.url), '/api/join', { code, name: '', background: 'other' }),
    ],
    [
      '/api/sessions/{sessionId}/grants',
      post(new Device(server.url), `/api/sessions/${id}/grants`, { role: 'wall', secret }),
    ],
    [
      '/api/sessions/{sessionId}/links/renew',
      post(facilitator, `/api/sessions/${id}/links/renew?as=facilitator`, { role: 'participant' }),
    ],
    [
      '/api/sessions/{sessionId}/rehearsal',
      post(facilitator, `/api/sessions/${empty.sessionId}/rehearsal?as=facilitator`, {}),
    ],
    [
      '/api/sessions/{sessionId}/screens',
      post(facilitator, `/api/sessions/${id}/screens?as=facilitator`, { code: screen.code }),
    ],
    ['/api/boards/{boardId}/ticket', post(facilitator, `${board}/ticket?as=facilitator`, {})],
    [
      '/api/archives',
      {
        device: facilitator,
        path: '/api/archives',
        type: 'application/zip',
        body: await archiveOfElsewhere(),
      },
    ],
    [
      '/api/boards/{boardId}/images',
      {
        device: facilitator,
        path: `${board}/images?as=facilitator`,
        type: 'image/png',
        body: new Uint8Array(dot),
      },
    ],
  ])
}

/** The archive of a session that is on another server. */
async function archiveOfElsewhere(): Promise<Uint8Array<ArrayBuffer>> {
  const { id, facilitator, command } = await aSession(await aServer())
  await command({ type: 'end-session' })
  return archiveFrom(facilitator, id)
}

function post(device: Device, path: string, body: object): Asked {
  return { device, path, type: 'application/json', body: JSON.stringify(body) }
}

/** Every POST of the API but those that only look, screens that wait, what may be sent again as it is, and commands and notes, which have a key in their body ([K1]). */
async function routesThatTakeAKey(server: TestServer): Promise<readonly string[]> {
  interface Described {
    readonly paths: Record<string, { readonly post?: { readonly description?: string } }>
  }
  const { paths } = await new Device(server.url).get<Described>('/api/openapi.json')
  const without = [
    '/api/join/look-up',
    '/api/sessions/{sessionId}/commands',
    '/api/boards/{boardId}/notes',
    // The last one counts, and a key would say which device sent it.
    '/api/sessions/{sessionId}/questions/{questionId}/ballot',
    '/api/sessions/{sessionId}/my-notes/verify',
    '/api/screens',
    '/api/screens/ask',
  ]
  return Object.entries(paths)
    .filter(([path, { post: asked }]) => {
      const takesOne = asked !== undefined && !without.includes(path)
      expect([path, String(asked?.description).includes('Idempotency-Key')]).toEqual([
        path,
        takesOne,
      ])
      return takesOne
    })
    .map(([path]) => path)
    .toSorted()
}

function joins(device: Device, code: string, key: string, name = 'Anna'): Promise<Response> {
  const body = JSON.stringify({ code, name, background: 'resident' })
  const headers = { ...json, 'idempotency-key': key }
  return device.ask('/api/join', { method: 'POST', headers, body })
}

async function textOf(answer: Response): Promise<string> {
  return `${answer.status} ${await answer.text()}`
}

function aKey(): string {
  return randomBytes(18).toString('base64url')
}
