import type { LinksAnswer } from '@stip/api'
import { limits } from '@stip/workshop'
import { describe, expect, it } from 'vitest'
import { aServer, aSession } from '../../test/a-server.ts'
import { refused } from '../../test/device.ts'
import { eventually } from '../../test/eventually.ts'

const person = { name: 'Anna', background: 'resident' }

describe('coming in with a code', () => {
  it('[J1] works however people type the code', async () => {
    const server = await aServer()
    const { code, id } = await aSession(server)
    const typed = ` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`
      .replaceAll('0', 'O')
      .replaceAll('1', 'l')
    const found = await server.newDevice().post('/api/join/look-up', { code: typed })
    expect(found).toMatchObject({ sessionId: id, title: 'Visie Sterrenveld', alreadyIn: false })
  })

  it('[J2] refuses a code that nobody has', async () => {
    const server = await aServer()
    const problem = await server
      .newDevice()
      .postRefused('/api/join', { code: '2222-2222', ...person })
    expect(problem).toMatchObject({ status: 404, code: 'code-unknown' })
    expect(problem.message).toContain('Deze code kennen we niet.')
  })

  it('[J3] refuses a code that is older than its days', async () => {
    const server = await aServer({ STIP_CODE_DAYS: '2' })
    const { code } = await aSession(server)
    server.clock.now += 2 * 24 * 3600 * 1000
    const problem = await server.newDevice().postRefused('/api/join/look-up', { code })
    expect(problem).toMatchObject({ status: 410, code: 'code-expired' })
  })

  it('[J3] refuses the code of a session that ended, until it goes on', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const device = server.newDevice()
    await session.command({ type: 'end-session' })
    const problem = await device.postRefused('/api/join', { code: session.code, ...person })
    expect(problem).toMatchObject({ status: 410, code: 'code-expired' })
    await session.command({ type: 'reopen-session' })
    await device.post('/api/join', { code: session.code, ...person })
  })

  it('[J3] refuses a code that was replaced', async () => {
    const server = await aServer()
    const { code, id, facilitator, view } = await aSession(server)
    await facilitator.post(`/api/sessions/${id}/links/renew?as=facilitator`, {
      role: 'participant',
    })
    const device = server.newDevice()
    expect(await device.postRefused('/api/join/look-up', { code })).toMatchObject({ status: 410 })
    const { joinCode } = await view()
    await device.post('/api/join/look-up', { code: joinCode })
  })

  it('[J4] tells a device that goes on guessing to wait, and takes a right code all the same', async () => {
    const server = await aServer()
    const { code } = await aSession(server)
    const device = server.newDevice()
    device.cookie = `stip_device=${'A'.repeat(43)}`
    const wrong = Array.from({ length: 21 }, () =>
      device.postRefused('/api/join/look-up', { code: '22222222' }),
    )
    const codes = (await Promise.all(wrong)).map((problem) => problem.code)
    expect(codes.filter((each) => each === 'too-many-tries')).toHaveLength(1)
    await device.post('/api/join/look-up', { code })
    server.clock.now += 60_000
    const later = await device.postRefused('/api/join/look-up', { code: '22222222' })
    expect(later).toMatchObject({ status: 404, code: 'code-unknown' })
  })

  it('[J4] [J10] keeps nobody out for what others of the same address guess', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const links = `/api/sessions/${session.id}/links?as=facilitator`
    const { wall } = await session.facilitator.get<LinksAnswer>(links)
    const guesser = server.newDevice()
    guesser.cookie = `stip_device=${'A'.repeat(43)}`
    for (let turn = 0; turn < 350; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await guesser.postRefused('/api/join/look-up', { code: '22222222' })
    }
    const mistaken = await server.newDevice().postRefused('/api/join/look-up', { code: '22222223' })
    expect(mistaken.code).toBe('code-unknown')
    await session.newParticipant()
    const secret = wall.split('=')[1]
    await server.newDevice().post(`/api/sessions/${session.id}/grants`, { role: 'wall', secret })
  })

  it('[J10] stops one address that guesses faster than any hall can type, for a minute', async () => {
    const proxied = { STIP_TRUSTED_PROXIES: 'loopback' }
    const server = await aServer(proxied, undefined, { wrongPerAddress: 5 })
    const { code } = await aSession(server)
    const lookUp = async (address: string, typed: string): Promise<number> => {
      const headers = { 'x-forwarded-for': address, 'content-type': 'application/json' }
      const body = JSON.stringify({ code: typed })
      return (await server.newDevice().ask('/api/join/look-up', { method: 'POST', headers, body }))
        .status
    }
    for (let turn = 0; turn < 5; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await lookUp(`2001:db8:1:2::${turn}`, '22222222')).toBe(404)
    }
    expect(await lookUp('2001:db8:1:2::9', code)).toBe(429)
    expect(await lookUp('2001:db8:1:3::9', code)).toBe(200)
    server.clock.now += 60_000
    expect(await lookUp('2001:db8:1:2::9', code)).toBe(200)
  })

  it('[J4] lets sixty phones behind one router in within a minute', async () => {
    const server = await aServer()
    const session = await aSession(server)
    await Promise.all(
      Array.from({ length: 60 }, async () => {
        await server.newDevice().post('/api/join/look-up', { code: session.code })
        await session.newParticipant()
      }),
    )
    expect((await session.view()).peopleCount).toBe(60)
  })

  it('[J5] makes one person of a device that joins twice, even at the same moment', async () => {
    const server = await aServer()
    const { code, view } = await aSession(server)
    const device = server.newDevice()
    const body = { code, ...person }
    const first = await device.post('/api/join', body)
    const again = await Promise.all([
      device.post('/api/join', body),
      device.post('/api/join', body),
    ])
    expect(again).toEqual([first, first])
    expect((await view()).peopleCount).toBe(1)
    expect(await device.post('/api/join/look-up', { code })).toMatchObject({ alreadyIn: true })
  })

  it('[J5] lets somebody who was taken off the list come in again as who they were', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device, personId } = await session.newParticipant('Anna')
    await session.command({ type: 'remove-person', personId })
    expect((await session.view(device, 'participant')).me.person?.hasLeft).toBe(true)
    const again = await device.post('/api/join', { code: session.code, ...person })
    expect(again).toMatchObject({ personId })
    expect((await session.view(device, 'participant')).me.person?.hasLeft).toBe(false)
  })

  it('[J14] [J15] lets who never opened a screen give way, and nobody else', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const early = await session.newParticipant('Anna')
    await session.view(early.device, 'participant')
    const first = await session.newParticipant('script')
    for (let turn = 0; turn < limits.unseenPeople; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await session.newParticipant(`script ${turn}`)
    }
    const late = await session.newParticipant('Noor')
    expect((await session.view(late.device, 'participant')).me.person?.name).toBe('Noor')
    const { people = [] } = await session.view()
    expect(people).toHaveLength(limits.unseenPeople + 1)
    const names = people.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Anna', 'Noor']))
    expect(names).not.toContain('script')
    const refusal = await first.device.getRefused(`/api/sessions/${session.id}?as=participant`)
    expect(refusal).toMatchObject({ status: 403, code: 'not-allowed' })
    const again = await first.device.post<{ personId: string }>('/api/join', {
      code: session.code,
      ...person,
    })
    expect(again.personId).not.toBe(first.personId)
  })

  it('[J16] shows the facilitator who never opened a screen, and takes them off at once', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const [polls, draws, follows, nobody] = [
      await session.newParticipant('polls'),
      await session.newParticipant('draws'),
      await session.newParticipant('follows'),
      await session.newParticipant('nobody'),
    ]
    const { boards } = await session.view()
    await polls.device.get(`/api/sessions/${session.id}?as=participant`)
    const sockets = [
      draws.device.socket(`/sync/${boards[0]?.id}?as=participant`),
      follows.device.socket(`/api/sessions/${session.id}/feed?as=participant`),
    ]
    await eventually(async () => {
      const { people = [] } = await session.view()
      const unseen = people.filter(({ isUnseen }) => isUnseen === true)
      expect(unseen.map(({ name }) => name)).toEqual(['nobody'])
    })
    await session.command({ type: 'remove-unseen-people' })
    const { people = [] } = await session.view()
    expect(people.map(({ name }) => name)).toEqual(['polls', 'draws', 'follows'])
    const asNobody = `/api/sessions/${session.id}?as=participant`
    expect(await nobody.device.getRefused(asNobody)).toMatchObject({ status: 403 })
    expect((await session.view(draws.device, 'participant')).me.person?.name).toBe('draws')
    for (const socket of sockets) socket.terminate()
  })

  it('[Q2] says how long a name may be', async () => {
    const server = await aServer()
    const { code } = await aSession(server)
    const body = { code, name: 'A'.repeat(41), background: 'resident' }
    const problem = await server.newDevice().postRefused('/api/join', body)
    expect(problem).toMatchObject({
      status: 400,
      code: 'text-too-long',
      message: 'De naam is te lang. Gebruik hooguit 40 tekens.',
    })
  })

  it('[Q6] keeps HTML in a name as the text that it is', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const name = '<img src=x onerror=alert(1)>'
    const { device } = await session.newParticipant(name)
    const view = await session.view(device, 'participant')
    expect(view.me.person?.name).toBe(name)
    const answer = await device.ask(`/api/sessions/${session.id}?as=participant`)
    expect(answer.headers.get('content-type')).toContain('application/json')
  })

  it('[P7] takes nothing from a page of another site', async () => {
    const server = await aServer()
    const answer = await server.newDevice().ask('/api/join', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: '{}',
    })
    expect(await refused(answer)).toMatchObject({ status: 403, code: 'foreign-origin' })
  })
})
