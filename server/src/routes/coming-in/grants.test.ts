import type { LinksAnswer, MyGrants } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { closeCode, refused } from '../../test/device.ts'

describe('a device', () => {
  it('[P1] is known by a cookie that scripts cannot read and the database does not hold', async () => {
    const server = await aServer()
    const answer = await server.newDevice().ask('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 'bijeenkomst-1-visie', title: 'Visie', groupCount: 3 }),
    })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^stip_device=[\w-]{43}; /)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
  })

  it('[P1] gets a cookie for https only when Stip is reached over https', async () => {
    const server = await aServer({ STIP_PUBLIC_URL: 'https://stip.example.nl' })
    const answer = await server.newDevice().ask('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://stip.example.nl' },
      body: JSON.stringify({ format: 'bijeenkomst-1-visie', title: 'Visie', groupCount: 3 }),
    })
    expect(answer.headers.get('set-cookie')).toContain('; Secure')
  })

  it('[P2] is console, wall and participant at once', async () => {
    const server = await aServer()
    const { facilitator, id, code, view } = await aSession(server)
    const links = await facilitator.get<LinksAnswer>(`/api/sessions/${id}/links?as=facilitator`)
    const secret = links.wall.split('#sleutel=')[1]
    await facilitator.post(`/api/sessions/${id}/grants`, { role: 'wall', secret })
    await facilitator.post('/api/join', { code, name: 'Proef', background: 'other' })

    expect((await view(facilitator, 'facilitator')).me.role).toBe('facilitator')
    expect((await view(facilitator, 'wall')).me.role).toBe('wall')
    expect((await view(facilitator, 'participant')).me.person?.name).toBe('Proef')
    const { grants } = await facilitator.get<MyGrants>('/api/me')
    expect(grants.map(({ role }) => role).toSorted()).toEqual([
      'facilitator',
      'participant',
      'wall',
    ])
  })

  it('[P2] sees nothing without a grant, and not even whether a session exists', async () => {
    const server = await aServer()
    const { id } = await aSession(server)
    const stranger = server.newDevice()
    const real = await stranger.getRefused(`/api/sessions/${id}?as=observer`)
    const unreal = await stranger.getRefused('/api/sessions/nothing?as=observer')
    expect(real).toMatchObject({ status: 403, code: 'not-allowed' })
    expect(unreal).toEqual(real)
    const feed = stranger.socket(`/api/sessions/${id}/feed?as=observer`)
    expect(await closeCode(feed)).toBe(4401)
  })

  it('[P2] gives no command as participant', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant()
    const body = { key: 'some-key-1', seenRevision: 0, command: { type: 'end-session' } }
    const problem = await device.postRefused(`/api/sessions/${session.id}/commands`, body)
    expect(problem).toMatchObject({ status: 403, code: 'not-allowed' })
  })

  it('[P10] opens a role with the secret of its link, and with nothing else', async () => {
    const server = await aServer()
    const { facilitator, id } = await aSession(server)
    const links = await facilitator.get<LinksAnswer>(`/api/sessions/${id}/links?as=facilitator`)
    const secret = links.observer.split('#sleutel=')[1]
    const device = server.newDevice()
    const grants = `/api/sessions/${id}/grants`
    for (const role of ['facilitator', 'wall']) {
      // oxlint-disable-next-line no-await-in-loop
      const problem = await device.postRefused(grants, { role, secret })
      expect(problem).toMatchObject({ status: 403, code: 'link-not-valid' })
    }
    expect(await device.post(grants, { role: 'observer', secret })).toEqual({ role: 'observer' })
  })

  it('[P10] loses its grant when the link is renewed; the facilitator who asks does not', async () => {
    const server = await aServer()
    const { session, plenaryId } = await aSessionInGroups(server)
    const { facilitator, id } = session
    const links = await facilitator.get<LinksAnswer>(`/api/sessions/${id}/links?as=facilitator`)
    const exchange = { role: 'observer', secret: links.observer.split('#sleutel=')[1] }
    const observer = server.newDevice()
    await observer.post(`/api/sessions/${id}/grants`, exchange)
    const board = new BoardClient(observer.socket(`/sync/${plenaryId}?as=observer`))
    await board.synced
    const feed = closeCode(observer.socket(`/api/sessions/${id}/feed?as=observer`))

    const renew = `/api/sessions/${id}/links/renew?as=facilitator`
    await facilitator.post(renew, { role: 'observer' })
    const renewed = await facilitator.post<LinksAnswer>(renew, { role: 'facilitator' })
    expect(await board.closed).toBe(4503)
    expect(await feed).toBeOneOf([4503, 4401])
    expect(await observer.getRefused(`/api/sessions/${id}?as=observer`)).toMatchObject({
      status: 403,
    })
    expect(await observer.postRefused(`/api/sessions/${id}/grants`, exchange)).toMatchObject({
      code: 'link-not-valid',
    })
    expect(renewed.facilitator).not.toBe(links.facilitator)
    await session.view(facilitator)
  })

  it('[P11] can be handed to another person', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const [first] = inGroups
    const board = new BoardClient(
      first?.device.socket(`/sync/${first.boardId}?as=participant`) as never,
    )
    await board.synced
    const answer = await first?.device.ask(`/api/sessions/${session.id}/grants/participant`, {
      method: 'DELETE',
    })
    expect(answer?.status).toBe(204)
    expect(await board.closed).toBe(4503)
    const body = { code: session.code, name: 'Daan', background: 'resident' }
    const second = await first?.device.post<{ personId: string }>('/api/join', body)
    expect(second?.personId).not.toBe(first?.personId)
    expect((await session.view()).peopleCount).toBe(4)
  })

  it('[H5] handed to another person has no hand up any more', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const device = inGroups[0]?.device
    await device?.post(`/api/sessions/${session.id}/commands?as=participant`, {
      key: 'a-hand-goes-up',
      seenRevision: 1e9,
      command: { type: 'raise-hand' },
    })
    expect((await session.view()).hands).toHaveLength(1)
    await device?.ask(`/api/sessions/${session.id}/grants/participant`, { method: 'DELETE' })
    expect((await session.view()).hands).toBeUndefined()
  })

  it('[P13] learns names as facilitator only, and the code as facilitator and wall', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant('Anna')
    const own = await session.view(device, 'participant')
    expect(own.people).toBeUndefined()
    expect(own.joinCode).toBeUndefined()
    expect(own.steps.every((step) => step.guidance === undefined)).toBe(true)
    const leading = await session.view()
    expect(leading.people?.map(({ name }) => name)).toEqual(['Anna'])
    expect(leading.joinUrl).toBe(`${leading.joinUrl?.split('#')[0]}#${session.code}`)
    expect(leading.joinUrl).not.toContain('localhost')
  })

  it('[P7] may not be used by a page of another site to listen in', async () => {
    const server = await aServer()
    const { facilitator, id } = await aSession(server)
    const feed = `/api/sessions/${id}/feed?as=facilitator`
    expect(await closeCode(facilitator.socket(feed, 'https://elsewhere.example'))).toBe(4401)
    expect(await refused(await facilitator.ask(feed))).toMatchObject({ status: 426 })
  })
})
