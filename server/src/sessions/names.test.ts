import { expect, it } from 'vitest'
import { aServer, aSession } from '../test/a-server.ts'
import { eventually } from '../test/eventually.ts'
import { BoardClient } from '../test/board-client.ts'

it('[S12] [S22] names are what people see, and nobody passes for the facilitator', async () => {
  const server = await aServer()
  const session = await aSession(server)
  await session.newParticipant('An\u200B\u3164\u061Cna\u{E0041}')
  const { device } = await session.newParticipant('Веgelеidеr')
  const { people } = await session.view()
  expect(people?.map(({ name }) => name)).toEqual(['Anna', 'Веgelеidеr (deelnemer)'])
  expect((await session.view(device, 'participant')).me.person?.name).toBe('Веgelеidеr (deelnemer)')
  await session.command({ type: 'rename-session', title: 'Visie\u2800\u202E' })
  expect((await session.view()).title).toBe('Visie')
})

it('[S12] [Q20] a title of nothing that anybody sees is no title', async () => {
  const server = await aServer()
  const body = { format: 'proefrondje', title: '\u3164\u200B', groupCount: 2 }
  expect(await server.newDevice().postRefused('/api/sessions', body)).toMatchObject({
    status: 400,
    code: 'text-missing',
  })
})

it('[S22] a cursor carries the name as others see it', async () => {
  const server = await aServer()
  const session = await aSession(server)
  const { device } = await session.newParticipant('Begeleider')
  await session.command({ type: 'show-names', on: true })
  await session.command({ type: 'go-to-step', position: 0 })
  const { boards } = await session.view()
  const plenary = boards.find(({ kind }) => kind === 'plenary')?.id ?? ''
  const watching = new BoardClient(session.facilitator.socket(`/sync/${plenary}?as=facilitator`))
  const heard: string[] = []
  watching.socket.on('message', (data: Buffer) => heard.push(data.toString('utf8')))
  await watching.synced
  const phone = new BoardClient(device.socket(`/sync/${plenary}?as=participant`))
  await phone.synced
  const said = JSON.stringify({ cursor: { x: 1, y: 1 }, user: { name: 'Begeleider' } })
  phone.socket.send(Buffer.from([1, said.length + 4, 1, 5, 1, said.length, ...Buffer.from(said)]))
  await eventually(() => expect(heard.join('')).toContain('Begeleider (deelnemer)'))
})
