import type { LinksAnswer, OpenScreenAnswer, ScreenAnswer } from '@stip/api'
import { CloseCode } from '@stip/sync/protocol'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../../test/a-server.ts'
import type { TestServer } from '../../test/a-server.ts'
import { closeCode } from '../../test/device.ts'

describe('[P14] a screen that shows four digits', () => {
  it('becomes the wall when the facilitator types them, without a secret going anywhere', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const screen = await aScreen(server)
    expect(screen.code).toMatch(/^[1-9]\d{3}$/)
    expect(await screen.ask()).toEqual({ kind: 'waiting', code: screen.code })
    await claim(session, { code: screen.code })
    expect(await screen.ask()).toEqual({ kind: 'paired', sessionId: session.id, role: 'wall' })
    expect((await session.view(screen.device, 'wall')).me.role).toBe('wall')
  })

  it('becomes the screen of a group: it writes there, and is counted nowhere', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    const { groups, peopleCount } = await session.view()
    const screen = await aScreen(server)
    await claim(session, { code: screen.code, groupId: groups[1]?.id })
    const after = await session.view()
    expect(await screen.ask()).toMatchObject({ kind: 'paired', role: 'participant' })
    const view = await session.view(screen.device, 'participant')
    expect(view.me.person).toMatchObject({ isScreen: true, groupId: groups[1]?.id })
    expect(view.boards.find(({ id }) => id === groups[1]?.boardId)?.access).toBe('write')
    expect(after.peopleCount).toBe(peopleCount)
    expect(after.groups.map(({ size }) => size)).toEqual(groups.map(({ size }) => size))
  })

  it('refuses codes that stand on no screen, a code that was used, and after ten wrong ones waits', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const screen = await aScreen(server)
    const wrong = screen.code === '4821' ? '4822' : '4821'
    expect(await claimRefused(session, { code: wrong })).toMatchObject({
      status: 404,
      code: 'screen-code-unknown',
    })
    await claim(session, { code: screen.code })
    expect(await claimRefused(session, { code: screen.code })).toMatchObject({ status: 404 })
    for (let turn = 0; turn < 8; turn++) await claimRefused(session, { code: wrong })
    expect(await claimRefused(session, { code: wrong })).toMatchObject({
      status: 429,
      code: 'too-many-tries',
    })
  })

  it('is paired at once by who mistyped a dozen times, and not by a device that guesses on', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const [first, second] = [await aScreen(server), await aScreen(server)]
    for (const code of wrongCodes(12, [first, second])) await claimRefused(session, { code })
    await claim(session, { code: first.code })
    for (const code of wrongCodes(18, [first, second])) await claimRefused(session, { code })
    const stopped = { status: 429, code: 'too-many-tries' }
    expect(await claimRefused(session, { code: second.code })).toMatchObject(stopped)
    server.pass(60_000)
    await second.ask()
    await claim(session, { code: second.code })
  })

  it('is paired by every facilitator of an address but those of a session for which is guessed', async () => {
    const wrongScreenCodes = { perDevice: 2, stopsDevice: 3, stopsSession: 5, perAddress: 1000 }
    const server = await aServer({}, undefined, { wrongScreenCodes })
    const [guessing, other] = [await aSession(server), await aSession(server)]
    const screen = await aScreen(server)
    const helper = await anotherFacilitator(server, guessing)
    for (const code of wrongCodes(3, [screen])) {
      await claimRefused(guessing, { code })
      await claimRefused({ ...guessing, facilitator: helper }, { code })
    }
    const third = { ...guessing, facilitator: await anotherFacilitator(server, guessing) }
    expect(await claimRefused(third, { code: screen.code })).toMatchObject({ status: 429 })
    await claim(other, { code: screen.code })
  })

  it('is paired by a facilitator and nobody else', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant()
    const screen = await aScreen(server)
    for (const role of ['facilitator', 'participant', 'wall', 'observer']) {
      const refused = await device.postRefused(`/api/sessions/${session.id}/screens?as=${role}`, {
        code: screen.code,
      })
      expect([400, 403]).toContain(refused.status)
    }
    expect(await screen.ask()).toMatchObject({ kind: 'waiting' })
  })

  it('is forgotten a minute after it asked last, and gets another code after ten', async () => {
    const server = await aServer()
    await aSession(server)
    const [gone, waiting] = [await aScreen(server), await aScreen(server)]
    for (let turn = 0; turn < 21; turn++) {
      server.pass(30_000)
      await waiting.ask()
    }
    expect(await waiting.ask()).not.toMatchObject({ code: waiting.code })
    const refused = await gone.device.postRefused('/api/screens/ask', { secret: gone.secret })
    expect(refused).toMatchObject({ status: 404, code: 'no-such-screen' })
  })

  it('becomes a person when somebody joins on it, and is no screen any more', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    const { groups } = await session.view()
    const screen = await aScreen(server)
    await claim(session, { code: screen.code, groupId: groups[0]?.id })
    const open = screen.device.socket(`/sync/${groups[0]?.boardId}?as=participant`)
    const closed = closeCode(open)
    await new Promise((resolve) => void open.once('message', resolve))
    const asked = { code: session.code }
    expect(await screen.device.post('/api/join/look-up', asked)).toMatchObject({ alreadyIn: false })
    await screen.device.post('/api/join', { ...asked, name: 'Dirk', background: 'council-member' })
    const { me } = await session.view(screen.device, 'participant')
    expect(me.person).toMatchObject({ name: 'Dirk', background: 'council-member' })
    expect(me.person?.isScreen).not.toBe(true)
    expect(await closed).toBe(CloseCode.accessChanged)
    const { people = [] } = await session.view()
    expect(people.filter(({ isScreen, hasLeft }) => isScreen === true && !hasLeft)).toEqual([])
    expect(
      await screen.device.post('/api/join', { ...asked, name: '', background: 'resident' }),
    ).toMatchObject({ personId: me.person?.id })
  })

  it('does not take the place of a person on the same device', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    const { groups } = await session.view()
    const { device } = await session.newParticipant('Dirk')
    const { code } = await device.post<OpenScreenAnswer>('/api/screens', {})
    const refused = await claimRefused(session, { code, groupId: groups[0]?.id })
    expect(refused).toMatchObject({ status: 409, code: 'screen-takes-part' })
    expect((await session.view(device, 'participant')).me.person?.name).toBe('Dirk')
  })
})

type Session = Awaited<ReturnType<typeof aSession>>
type Claim = { readonly code: string; readonly groupId?: string | undefined }

async function aScreen(server: TestServer) {
  const device = server.newDevice()
  const { secret, code } = await device.post<OpenScreenAnswer>('/api/screens', {})
  const ask = () => device.post<ScreenAnswer>('/api/screens/ask', { secret })
  return { device, secret, code, ask }
}

/** A second device that runs the same session. */
async function anotherFacilitator(server: TestServer, { facilitator, id }: Session) {
  const links = await facilitator.get<LinksAnswer>(`/api/sessions/${id}/links?as=facilitator`)
  const device = server.newDevice()
  const secret = links.facilitator.split('#sleutel=')[1]
  await device.post(`/api/sessions/${id}/grants`, { role: 'facilitator', secret })
  return device
}

/** Codes that stand on none of these screens. */
function wrongCodes(count: number, screens: readonly { readonly code: string }[]): string[] {
  const shown = new Set(screens.map(({ code }) => code))
  const codes = Array.from({ length: count + screens.length }, (_, turn) => String(4000 + turn))
  return codes.filter((code) => !shown.has(code)).slice(0, count)
}

function claim({ facilitator, id }: Session, body: Claim): Promise<unknown> {
  return facilitator.post(`/api/sessions/${id}/screens?as=facilitator`, body)
}

function claimRefused({ facilitator, id }: Session, body: Claim) {
  return facilitator.postRefused(`/api/sessions/${id}/screens?as=facilitator`, body)
}
