import type { LinksAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups, type TestSession } from '../test/a-server.ts'
import { withLink } from '../test/an-evening-of-roles.ts'
import { BoardClient } from '../test/board-client.ts'
import type { Device } from '../test/device.ts'

describe('[P23] while a link is renewed', () => {
  it('nobody comes in by the old one', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { observer } = await linksOf(session)
    const body = { role: 'observer', secret: observer.split('#sleutel=')[1] }
    const devices = Array.from({ length: 40 }, () => server.newDevice())
    await Promise.all(devices.map((device) => exchange(device, session, body)))
    const again = devices.map((device) => exchange(device, session, body))
    await renew(session, session.facilitator, 'observer')
    await Promise.all(again)
    const views = devices.map((device) => device.ask(`/api/sessions/${session.id}?as=observer`))
    const statuses = (await Promise.all(views)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([403]))
  })

  it('of two facilitators who renew theirs at once, one stays', async () => {
    const server = await aServer()
    const evenings = Array.from({ length: 8 }, async () => {
      const session = await aSession(server)
      const both = [session.facilitator, await withLink(server, session, 'facilitator')]
      return { session, both }
    })
    const rounds = (await Promise.all(evenings)).map(async ({ session, both }) => {
      await Promise.all(both.map((device) => renew(session, device, 'facilitator')))
      const views = both.map((device) => device.ask(`/api/sessions/${session.id}?as=facilitator`))
      return (await Promise.all(views)).map(({ status }) => status).toSorted((a, b) => a - b)
    })
    expect(new Set((await Promise.all(rounds)).map(String))).toEqual(new Set(['200,403']))
  })

  it('what somebody pressed who is out by then, and waited for its turn, is not carried out', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const other = await withLink(server, session, 'facilitator')
    const presses = Array.from({ length: 60 }, async (_, number) => {
      const command = { type: 'rename-session', title: `Nummer ${number}` }
      return other.ask(`/api/sessions/${session.id}/commands?as=facilitator`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: `a-title-${number}`, seenRevision: 0, command }),
      })
    })
    await renew(session, session.facilitator, 'facilitator')
    const { title } = await session.view()
    await Promise.all(presses)
    expect((await session.view()).title).toBe(title)
  })

  it('a board that was being opened lets in nobody who is out by then', async () => {
    const first = await aServer()
    const { session, plenaryId } = await aSessionInGroups(first)
    const observer = await withLink(first, session, 'observer')
    const server = await first.restart()
    const [facilitator, observing] = [server.newDevice(), server.newDevice()]
    facilitator.cookie = session.facilitator.cookie
    observing.cookie = observer.cookie
    const board = new BoardClient(observing.socket(`/sync/${plenaryId}?as=observer`))
    await new Promise((resolve) => board.socket.on('open', resolve))
    await renew(session, facilitator, 'observer')
    expect(await board.closed).toBeOneOf([4401, 4503])
  })
})

function linksOf({ id, facilitator }: TestSession): Promise<LinksAnswer> {
  return facilitator.get(`/api/sessions/${id}/links?as=facilitator`)
}

function exchange(device: Device, { id }: TestSession, body: object): Promise<Response> {
  return send(device, `/api/sessions/${id}/grants`, body)
}

function renew({ id }: TestSession, device: Device, role: string): Promise<Response> {
  return send(device, `/api/sessions/${id}/links/renew?as=facilitator`, { role })
}

function send(device: Device, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return device.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
}
