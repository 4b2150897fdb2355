import { FeedMessage } from '@stip/api'
import type { SessionView } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'
import { eventually } from '../test/eventually.ts'

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

  it('[P6] sends participants to the board of their group when the step says so', async () => {
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

function follow(device: Device, sessionId: string, role: string) {
  const socket = device.socket(`/api/sessions/${sessionId}/feed?as=${role}`)
  const views: SessionView[] = []
  socket.on('message', (data: Buffer) => {
    const message = FeedMessage.parse(JSON.parse(data.toString()))
    if (message.type === 'session') views.push(message.view)
  })
  return {
    socket,
    views,
    get last() {
      return views.at(-1)
    },
  }
}
