import { describe, expect, it } from 'vitest'
import { aServer } from '../test/a-server.ts'
import type { TestServer } from '../test/a-server.ts'

const origin = 'https://stip.example.nl'

describe('a page of ours behind a proxy', () => {
  it('[J13] is known by the public address, whatever the proxy says', async () => {
    const server = await aServer({ STIP_PUBLIC_URL: 'https://stip.example.nl/' })
    expect(await begin(server, { origin, host: '127.0.0.1:3000' })).toBe('begun')
    expect(await begin(server, { origin: 'https://elsewhere.example' })).toBe('foreign-origin')
  })

  it('[J13] is known by what a trusted proxy was asked for', async () => {
    const trusting = await aServer({ STIP_TRUSTED_PROXIES: 'loopback' })
    const forwarded = { origin, 'x-forwarded-host': 'stip.example.nl' }
    expect(await begin(trusting, forwarded)).toBe('begun')
    expect(await begin(await aServer(), forwarded)).toBe('foreign-origin')
    const other = { ...forwarded, origin: 'https://elsewhere.example' }
    expect(await begin(trusting, other)).toBe('foreign-origin')
  })

  it('[J13] gets a sentence that says what to set when nobody passes the name', async () => {
    const server = await aServer()
    expect(await begin(server, { origin, 'sec-fetch-site': 'same-origin' })).toBe('nameless-proxy')
    expect(await begin(server, { origin, 'sec-fetch-site': 'cross-site' })).toBe('foreign-origin')
  })

  it('[P7] is ours under every name and port that the browser asked for', async () => {
    const server = await aServer()
    expect(await begin(server, { origin, host: 'stip.example.nl:443' })).toBe('begun')
    expect(await begin(server, { origin, host: 'STIP.example.nl' })).toBe('begun')
    expect(await begin(server, { origin, host: 'stip.example.nl:8443' })).toBe('foreign-origin')
  })
})

async function begin(server: TestServer, headers: Record<string, string>): Promise<string> {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/sessions',
    headers,
    payload: { format: 'bijeenkomst-1-visie', title: 'Visie', groupCount: 3 },
  })
  return answer.json<{ code?: string }>().code ?? 'begun'
}
