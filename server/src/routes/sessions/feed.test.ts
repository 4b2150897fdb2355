import { FeedMessage } from '@stip/api'
import type { AgendaTexts, PartsAnswer, SessionView } from '@stip/api'
import { withMessage } from '@stip/api/parts'
import type { KnownParts } from '@stip/api/parts'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../../test/a-server.ts'
import { eventually } from '../../test/eventually.ts'
import { follow } from '../../test/followed.ts'

describe('the feed of a session', () => {
  it('[H3] [H4] shows the session at once and after every change, with rising revisions', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const screen = follow(session.facilitator, session.id, 'facilitator')
    await eventually(() => expect(screen.views).toHaveLength(1))
    await session.command({ type: 'rename-session', title: 'Visie Zonneveld' })
    await eventually(() => expect(screen.last?.title).toBe('Visie Zonneveld'))
    await session.command({ type: 'go-to-step', position: 0 })
    await eventually(() => expect(screen.last?.position).toBe(0))
    const revisions = screen.views.map(({ revision }) => revision)
    expect(revisions).toEqual([...new Set(revisions)].toSorted((one, other) => one - other))
  })

  it('[H5] shows who is connected, without that being a change of the session', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant('Anna')
    const screen = follow(session.facilitator, session.id, 'facilitator')
    const connected = (): boolean | undefined => screen.last?.people?.[0]?.isConnected
    await eventually(() => expect(connected()).toBe(false))
    const before = screen.last?.sessionRevision
    const phone = follow(device, session.id, 'participant')
    await eventually(() => expect(connected()).toBe(true))
    phone.socket.close()
    await eventually(() => expect(connected()).toBe(false))
    expect(screen.last?.sessionRevision).toBe(before)
  })

  it('[H4] says nothing to a screen for which nothing is different', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant('Anna')
    const other = await session.newParticipant('Bram')
    const phone = follow(device, session.id, 'participant')
    const leading = follow(session.facilitator, session.id, 'facilitator')
    await eventually(() => expect(phone.views).toHaveLength(1))
    follow(other.device, session.id, 'participant')
    const connected = () => leading.last?.people?.map(({ isConnected }) => isConnected)
    await eventually(() => expect(connected()).toEqual([true, true]))
    await session.command({ type: 'rename-session', title: 'Visie Zonneveld' })
    await eventually(() => expect(phone.last?.title).toBe('Visie Zonneveld'))
    expect(phone.views).toHaveLength(2)
  })

  it('[P6] [F6] sends participants to the board of their group when the step says so', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant('Anna')
    const phone = follow(device, session.id, 'participant')
    await session.command({ type: 'mix-groups' })
    const { steps } = await session.view()
    const position = steps.findIndex((step) => step.setting === 'group' && step.hasBoard)
    await session.command({ type: 'go-to-step', position })
    await eventually(() => expect(phone.last?.current.area).toBeDefined())
    const own = phone.last?.groups.find(({ id }) => id === phone.last?.me.person?.groupId)
    expect(phone.last?.current.boardId).toBe(own?.boardId)
    const access = phone.last?.boards.map(({ id, kind }) => [id === own?.boardId, kind])
    expect(access).toEqual([
      [false, 'plenary'],
      [true, 'group'],
    ])
  })
})

describe('what is told of a change', () => {
  it('[F1] is what changed, and of a list the items that changed', async () => {
    const server = await aServer()
    const session = await aSession(server)
    await session.newParticipant('Anna')
    const leading = follow(session.facilitator, session.id, 'facilitator')
    await eventually(() => expect(leading.views).toHaveLength(1))
    await session.newParticipant('Bram')
    await eventually(() => expect(leading.last?.people).toHaveLength(2))
    const { set = {}, items = {} } = leading.messages.at(-1) ?? {}
    expect(items.people).toEqual([expect.objectContaining({ name: 'Bram' })])
    expect(Object.keys(set)).not.toContain('people')
    expect(Object.keys(set)).not.toContain('title')
  })

  it('[F3] costs who does not see it no byte', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant('Anna')
    const other = await session.newParticipant('Bram')
    const phone = follow(device, session.id, 'participant')
    const leading = follow(session.facilitator, session.id, 'facilitator')
    const connected = () => leading.last?.people?.map(({ isConnected }) => isConnected)
    await eventually(() => expect(connected()).toEqual([true, false]))
    await eventually(() => expect(phone.views).toHaveLength(1))
    const count = phone.texts.length
    await session.command({ type: 'turn-wall-page', page: 2 })
    await session.command({
      type: 'change-background',
      personId: other.personId,
      background: 'director',
    })
    await eventually(() => expect(leading.last?.people?.[1]?.background).toBe('director'))
    await session.command({ type: 'rename-session', title: 'Visie Zonneveld' })
    await eventually(() => expect(phone.last?.title).toBe('Visie Zonneveld'))
    expect(phone.texts).toHaveLength(count + 1)
  })

  it('[F3] costs who works no byte when somebody comes in elsewhere', async () => {
    const server = await aServer()
    const { session } = await aSessionInGroups(server)
    await session.command({ type: 'go-to-step', position: 0 })
    const { device } = await session.newParticipant('Cato')
    const phone = follow(device, session.id, 'participant')
    await eventually(() => expect(phone.views).toHaveLength(1))
    const mine = phone.last?.me.person?.groupId
    const textsWhenElsewhere: number[] = []
    for (const name of ['Dirk', 'Els', 'Finn']) {
      const count = phone.texts.length
      // oxlint-disable-next-line no-await-in-loop
      const newcomer = await session.newParticipant(name)
      // oxlint-disable-next-line no-await-in-loop
      const { me } = await session.view(newcomer.device, 'participant')
      // oxlint-disable-next-line no-await-in-loop
      await session.command({ type: 'rename-session', title: name })
      // oxlint-disable-next-line no-await-in-loop
      await eventually(() => expect(phone.last?.title).toBe(name))
      if (me.person?.groupId !== mine) textsWhenElsewhere.push(phone.texts.length - count)
    }
    // Of the new title only; and of three who come in, some go to other groups.
    expect(new Set(textsWhenElsewhere)).toEqual(new Set([1]))
    const { groups } = await session.view()
    expect(phone.last?.groups.map(({ size }) => size)).toEqual(
      groups.map(({ id, size }) => (id === mine ? size : 0)),
    )
  })

  it('[F3] is the same bytes for all who share it', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const phones = await Promise.all(
      ['Anna', 'Bram', 'Cato'].map(async (name) => {
        const { device } = await session.newParticipant(name)
        return follow(device, session.id, 'participant')
      }),
    )
    await eventually(() => expect(phones.every(({ views }) => views.length > 0)).toBe(true))
    await session.command({ type: 'go-to-step', position: 0 })
    await eventually(() => expect(phones.map(({ last }) => last?.position)).toEqual([0, 0, 0]))
    // One of them may have the next already.
    await eventually(() => {
      expect(new Set(phones.map(({ texts }) => texts.at(-1))).size).toBe(1)
    })
  })
})

describe('a screen that comes again', () => {
  it('[F1] gets what it lacks, and is live when that is nothing', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const { device } = await session.newParticipant('Anna')
    const first = follow(device, session.id, 'participant')
    await eventually(() => expect(first.views).toHaveLength(1))
    first.socket.close()
    const { known } = first
    if (known === undefined) throw new Error('It was told something.')
    const again = follow(device, session.id, 'participant', { known })
    await eventually(() => expect(again.messages).toHaveLength(1))
    expect(Object.keys(again.messages[0] ?? {}).toSorted()).toEqual([
      'now',
      'revision',
      'sessionRevision',
      'type',
    ])
    again.socket.close()
    await session.command({ type: 'rename-session', title: 'Visie Zonneveld' })
    const third = follow(device, session.id, 'participant', { known })
    await eventually(() => expect(third.messages).toHaveLength(1))
    expect(third.messages[0]?.set).toEqual({ title: 'Visie Zonneveld' })
    expect(third.last).toMatchObject({ ...(await session.view(device, 'participant')), ...noTexts })
  })

  it('[F5] gets the same by asking over plain http', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const screen = follow(session.facilitator, session.id, 'facilitator')
    await eventually(() => expect(screen.views).toHaveLength(1))
    const ask = (has: string) =>
      session.facilitator.get<PartsAnswer>(
        `/api/sessions/${session.id}/parts?as=facilitator&has=${encodeURIComponent(has)}`,
      )
    const { has } = screen
    expect(await ask(has)).toHaveLength(1)
    await session.command({ type: 'rename-session', title: 'Visie Zonneveld' })
    const [message, ...others] = await ask(has)
    expect(others).toEqual([])
    expect(message?.set).toMatchObject({ title: 'Visie Zonneveld' })
    expect(message?.set).not.toHaveProperty('groups')
    const whole = (await ask('')).reduce<KnownParts | undefined>(withMessage, undefined)
    expect(whole?.parts).toMatchObject({ title: 'Visie Zonneveld', people: [] })
  })

  it('[F8] is told all anew by a server that was started again', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const screen = follow(session.facilitator, session.id, 'facilitator')
    await eventually(() => expect(screen.views).toHaveLength(1))
    const next = await server.restart()
    const device = next.newDevice()
    device.cookie = session.facilitator.cookie
    const { known } = screen
    if (known === undefined) throw new Error('It was told something.')
    const again = follow(device, session.id, 'facilitator', { known })
    await eventually(() => expect(again.views).toHaveLength(1))
    expect(again.messages[0]?.key).not.toBe(known.key)
    expect(again.last?.revision).toBeGreaterThan(known.revision)
  })
})

it('[F2] gives the texts of an agenda once for good, to each role its own', async () => {
  const server = await aServer()
  const session = await aSession(server)
  const { device } = await session.newParticipant('Anna')
  const phone = follow(device, session.id, 'participant')
  const leading = follow(session.facilitator, session.id, 'facilitator')
  await eventually(() => expect([phone.views.length, leading.views.length]).toEqual([1, 1]))
  const path = (screen: typeof phone, role: string) =>
    `/api/sessions/${session.id}/agenda/${screen.known?.parts.agenda}?as=${role}`
  const answer = await session.facilitator.ask(path(leading, 'facilitator'))
  expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
  const etag = answer.headers.get('etag') ?? ''
  const { steps, agendaTitle } = (await answer.json()) as AgendaTexts
  const view = await session.view()
  expect(agendaTitle).toBe(view.agendaTitle)
  expect(steps).toEqual(view.steps.map(({ zones: _zones, ...step }) => step))
  const again = await session.facilitator.ask(path(leading, 'facilitator'), {
    headers: { 'if-none-match': etag },
  })
  expect(again.status).toBe(304)
  const own = await device.get<AgendaTexts>(path(phone, 'participant'))
  expect(own.steps.every(({ guidance }) => guidance === undefined)).toBe(true)
})

it('[F7] sends a page of before there were parts the whole view at every change', async () => {
  const server = await aServer()
  const session = await aSession(server)
  const views: SessionView[] = []
  const socket = session.facilitator.socket(`/api/sessions/${session.id}/feed?as=facilitator`)
  socket.on('message', (data: Buffer) => {
    const message = FeedMessage.parse(JSON.parse(data.toString()))
    if (message.type === 'session') views.push(message.view)
  })
  await eventually(() => expect(views).toHaveLength(1))
  await session.command({ type: 'rename-session', title: 'Visie Zonneveld' })
  await eventually(() => expect(views.at(-1)?.title).toBe('Visie Zonneveld'))
  expect(views.at(-1)?.steps).toHaveLength((await session.view()).steps.length)
})

/** What a screen that was given no agenda does not have. */
const noTexts = {
  agendaTitle: expect.anything(),
  agendaMinutes: expect.anything(),
  backgrounds: expect.anything(),
  steps: expect.anything(),
  revision: expect.anything(),
  now: expect.anything(),
}
