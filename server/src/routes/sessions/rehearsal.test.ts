import type { RehearsalAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aServer, aSession } from '../../test/a-server.ts'
import type { TestServer, TestSession } from '../../test/a-server.ts'
import { eventually } from '../../test/eventually.ts'

function addressOf({ id }: TestSession): string {
  return `/api/sessions/${id}/rehearsal?as=facilitator`
}

/** A session into which an evening is being played, with people in it. */
async function aRehearsal(server: TestServer): Promise<TestSession> {
  const session = await aSession(server)
  await session.facilitator.post(addressOf(session), {})
  await eventually(async () => {
    const { people } = await session.facilitator.get<RehearsalAnswer>(addressOf(session))
    expect(people).toBeGreaterThan(2)
  })
  return session
}

async function stop(session: TestSession): Promise<RehearsalAnswer> {
  const answer = await session.facilitator.ask(addressOf(session), { method: 'DELETE' })
  return (await answer.json()) as RehearsalAnswer
}

describe('a proefavond', () => {
  it('[Z1] [Z3] [Z4] plays people into an empty session, tells how far it is, and stops', async () => {
    const server = await aServer()
    const session = await aRehearsal(server)
    expect(await session.view()).toMatchObject({ rehearsal: 'playing', position: 0 })
    const { people = [] } = await session.view()
    expect(people.map(({ name }) => name)).toContain('Hamza')
    const stopped = await stop(session)
    expect(stopped).toMatchObject({ state: 'stopped', lastStep: 17 })
    const after = await session.view()
    expect(after.rehearsal).toBeUndefined()
    expect(after.peopleCount).toBeGreaterThan(2)
    expect(await session.facilitator.get(addressOf(session))).toEqual(stopped)
  })

  it('[Z3] is nothing in a session that never had one', async () => {
    const server = await aServer()
    const session = await aSession(server)
    expect(await session.facilitator.get(addressOf(session))).toMatchObject({ state: 'none' })
    expect((await session.view()).rehearsal).toBe('possible')
    const participant = await session.newParticipant()
    const view = await session.view(participant.device, 'participant')
    expect(view.rehearsal).toBeUndefined()
    expect((await session.view()).rehearsal).toBeUndefined()
  })

  it('[Z1] is for the facilitator only', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const stranger = server.newDevice()
    expect(await stranger.postRefused(addressOf(session), {})).toMatchObject({
      status: 403,
      code: 'not-allowed',
    })
    const { device } = await session.newParticipant()
    expect(await device.getRefused(addressOf(session))).toMatchObject({ code: 'not-allowed' })
  })

  it('[Z2] is refused where somebody is, and where the evening began or ended', async () => {
    const server = await aServer()
    const [busy, begun, ended] = [
      await aSession(server),
      await aSession(server),
      await aSession(server),
    ]
    await busy.newParticipant()
    await begun.command({ type: 'go-to-step', position: 0 })
    await ended.command({ type: 'end-session' })
    for (const session of [busy, begun, ended]) {
      // oxlint-disable-next-line no-await-in-loop
      const problem = await session.facilitator.postRefused(addressOf(session), {})
      expect(problem).toMatchObject({ status: 409, code: 'rehearsal-not-here' })
      expect(problem.message).toContain('nog niemand binnen is')
    }
  })

  it('[Z2] is refused for another format', async () => {
    const server = await aServer()
    const facilitator = server.newDevice()
    const body = { format: 'proefrondje', title: 'Even proberen', groupCount: 2 }
    const { sessionId } = await facilitator.post<{ sessionId: string }>('/api/sessions', body)
    const problem = await facilitator.postRefused(`/api/sessions/${sessionId}/rehearsal`, {})
    expect(problem).toMatchObject({ status: 409, code: 'no-rehearsal-for-format' })
  })

  it('[Z2] begins once when two facilitators press at the same moment', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const press = (): Promise<Response> =>
      session.facilitator.ask(addressOf(session), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  })

  it('[Z2] is refused for a second at the same time, and while two play', async () => {
    const server = await aServer()
    const first = await aSession(server)
    const [second, third] = [await aSession(server), await aSession(server)]
    await first.facilitator.post(addressOf(first), {})
    const again = await first.facilitator.postRefused(addressOf(first), {})
    expect(again).toMatchObject({ status: 409, code: 'rehearsal-is-playing' })
    await second.facilitator.post(addressOf(second), {})
    const full = await third.facilitator.postRefused(addressOf(third), {})
    expect(full).toMatchObject({ status: 409, code: 'rehearsals-full' })
    await stop(first)
    await third.facilitator.post(addressOf(third), {})
  })
})
