import { describe, expect, it } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import { refused } from '../test/device.ts'

const json = { 'content-type': 'application/json' }

describe('a request that makes no sense', () => {
  it('[Q1] malformed JSON is refused', async () => {
    const device = (await aServer()).newDevice()
    const answer = await device.ask('/api/sessions', {
      method: 'POST',
      headers: json,
      body: '{"a":',
    })
    expect(await refused(answer)).toMatchObject({ status: 400, code: 'malformed-request' })
  })

  it('[Q1] a body that is too large is refused', async () => {
    const device = (await aServer()).newDevice()
    const body = JSON.stringify({ title: 'x'.repeat(300_000) })
    const answer = await device.ask('/api/sessions', { method: 'POST', headers: json, body })
    expect(await refused(answer)).toMatchObject({ status: 413, code: 'too-large' })
  })

  it('[Q1] a body of another type is refused', async () => {
    const device = (await aServer()).newDevice()
    const headers = { 'content-type': 'application/xml' }
    const answer = await device.ask('/api/join', { method: 'POST', headers, body: '<a/>' })
    expect(await refused(answer)).toMatchObject({ status: 415, code: 'wrong-type' })
  })

  it('[Q2] a title of 10,000 characters is refused and says how long it may be', async () => {
    const device = (await aServer()).newDevice()
    const body = { format: 'bijeenkomst-1-visie', title: 'x'.repeat(10_000), groupCount: 3 }
    expect(await device.postRefused('/api/sessions', body)).toEqual({
      status: 400,
      code: 'text-too-long',
      message: 'De titel is te lang. Gebruik hooguit 120 tekens.',
    })
  })

  it('[Q2] an empty title, a missing field and an unknown agenda are refused', async () => {
    const device = (await aServer()).newDevice()
    const good = { format: 'bijeenkomst-1-visie', title: 'Visie', groupCount: 3 }
    expect(await device.postRefused('/api/sessions', { ...good, title: ' ' })).toMatchObject({
      code: 'invalid-input',
      message: 'Geef de bijeenkomst een titel.',
    })
    expect(await device.postRefused('/api/sessions', { ...good, groupCount: 40 })).toMatchObject({
      code: 'invalid-input',
      message: 'Kies 1 tot en met 12 groepen.',
    })
    expect(await device.postRefused('/api/sessions', null)).toMatchObject({ status: 400 })
    expect(await device.postRefused('/api/sessions', { ...good, format: 'x' })).toMatchObject({
      status: 404,
      code: 'no-such-format',
    })
  })

  it.each(['/api/nothing', '/api', '/assets/old-1234.js', '/api/boards/x/y/z'])(
    '[Q3] the address %s does not exist',
    async (path) => {
      const device = (await aServer()).newDevice()
      expect(await device.getRefused(path)).toMatchObject({ status: 404, code: 'not-found' })
    },
  )

  it.each(['/sync/', '/sync/some-board'])('[Q3] %s is for WebSockets only', async (path) => {
    const device = (await aServer()).newDevice()
    expect(await device.getRefused(path)).toMatchObject({ status: 426, code: 'upgrade-required' })
  })

  it('[Q2] [K1] a key of a command that a store would not keep as it is, is refused', async () => {
    const { facilitator, id } = await aSession(await aServer())
    for (const key of ['a-title-\ud800', 'a-title-\u0000', 'a-títle-1', '       1']) {
      const command = { type: 'rename-session', title: 'Nieuw' }
      const body = { key, seenRevision: 0, command }
      // oxlint-disable-next-line no-await-in-loop
      const problem = await facilitator.postRefused(`/api/sessions/${id}/commands`, body)
      expect(problem).toMatchObject({ status: 400, code: 'invalid-input' })
    }
  })

  it('[Q3] a board that does not exist is not found', async () => {
    const server = await aServer()
    const { facilitator } = await aSession(server)
    const path = '/api/boards/nothing'
    const expected = { status: 404, code: 'no-such-board' }
    expect(await facilitator.postRefused(`${path}/ticket?as=facilitator`, {})).toMatchObject(
      expected,
    )
    const exported = await facilitator.getRefused(`${path}/export.tldr?as=facilitator`)
    expect(exported).toMatchObject(expected)
  })

  it.each(['/%zz', '/api/%', '/api/sessions/%ff?as=wall'])(
    '[Q1] the malformed address %s is refused as a Problem',
    async (path) => {
      const device = (await aServer()).newDevice()
      expect(await device.getRefused(path)).toMatchObject({ status: 400 })
    },
  )
})

describe('every answer', () => {
  it('[H1] carries the strict headers, and nothing that demands https', async () => {
    const server = await aServer()
    const { headers } = await server.newDevice().ask('/api/health')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split(';')).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "connect-src 'self' data: blob:",
        "font-src 'self' data:",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ]),
    )
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('[Q8] tells nothing of the inside when something breaks', async () => {
    const server = await aServer()
    Object.defineProperty(server.clock, 'now', {
      get: () => {
        throw new Error('the inside')
      },
    })
    const body = { format: 'bijeenkomst-1-visie', title: 'Visie', groupCount: 3 }
    const problem = await server.newDevice().postRefused('/api/sessions', body)
    expect(problem).toMatchObject({ status: 500, code: 'server-error' })
    expect(problem.message).not.toContain('inside')
  })
})

describe('the description of the API', () => {
  it('[H2] names every route', async () => {
    const server = await aServer()
    const { paths } = await server.newDevice().get<{ paths: object }>('/api/openapi.json')
    const routes = apiPathsOf(server.app.printRoutes({ commonPrefix: false }))
    expect(routes.length).toBeGreaterThan(10)
    expect(Object.keys(paths).toSorted()).toEqual(routes.toSorted())
  })
})

/** Reads the tree of routes that Fastify prints; every level is indented by four characters. */
function apiPathsOf(tree: string): string[] {
  const trail: string[] = []
  const paths: string[] = []
  for (const line of tree.split('\n')) {
    const found = /^(?<indent>[│ ]*)[├└]── (?<piece>\S+)(?<methods> \()?/.exec(line)?.groups
    if (found === undefined) continue
    const depth = (found['indent']?.length ?? 0) / 4
    trail.length = depth
    trail.push(found['piece'] ?? '')
    const path = trail.join('').replace(/:(\w+)/g, '{$1}')
    if (found['methods'] !== undefined && path.startsWith('/api/')) paths.push(path)
  }
  return paths
}
