import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aServer, aSession, aSessionInGroups } from '../test/a-server.ts'
import { askConsent, ballotPath, no, refusalOf, yes } from '../test/a-question.ts'
import { eventually } from '../test/eventually.ts'

describe('a ballot that is none', () => {
  it('[BT3] is refused from whoever takes no part here, whatever they say that they are', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const other = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const stranger = await other.newParticipant('Vreemd')
    const { id } = await askConsent(session)
    const devices = [stranger.device, session.facilitator, other.facilitator, server.newDevice()]
    for (const device of devices) {
      for (const as of ['participant', 'scribe']) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await refusalOf(device, ballotPath(session.id, id, as), yes())).toBe('not-allowed')
      }
    }
    for (const as of ['facilitator', 'observer', 'wall', 'nobody']) {
      const path = ballotPath(session.id, id, as)
      // oxlint-disable-next-line no-await-in-loop
      expect(await refusalOf(session.facilitator, path, yes())).toBe('invalid-input')
    }
    // Their own grant, at the question of another session.
    expect(await refusalOf(stranger.device, ballotPath(other.id, id), yes())).toBe(
      'no-such-question',
    )
    const elsewhere = { method: 'POST', headers: { origin: 'https://elsewhere.example' } }
    const answer = await anna.device.ask(ballotPath(session.id, id), elsewhere)
    expect(answer.status).toBe(403)
    expect((await session.view()).ballots).toMatchObject({ answered: 0 })
  })

  it('[BT3] is refused once somebody left, and of the screen of a group', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    await anna.device.post(path, yes())
    await session.command({ type: 'remove-person', personId: anna.personId })
    expect(await refusalOf(anna.device, path, no('Toch niet'))).toBe('no-such-person')
    // What they answered while they were here counts.
    await session.command({ type: 'reveal-answers', questionId: id })
    expect((await session.view()).ballots?.totals?.items[0]?.counts).toMatchObject({ yes: 1 })
  })

  it('[BT3] is refused before there is a question and after it was closed', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    expect(await refusalOf(anna.device, ballotPath(session.id, 'none'), yes())).toBe(
      'no-such-question',
    )
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    await session.command({ type: 'close-question', questionId: id })
    expect(await refusalOf(anna.device, path, yes())).toBe('question-is-closed')
    const next = await askConsent(session)
    expect(await refusalOf(anna.device, path, yes())).toBe('question-is-closed')
    await anna.device.post(ballotPath(session.id, next.id), yes())
    await session.command({ type: 'end-session' })
    expect(await refusalOf(anna.device, ballotPath(session.id, next.id), yes())).toBe(
      'question-is-closed',
    )
  })

  it.each([
    ['an unknown item', { answers: [{ item: 'other', value: 'yes' }] }, 'no-such-item'],
    ['an unknown answer', { answers: [{ item: 'zin', value: 'constructor' }] }, 'no-such-answer'],
    ['no reason', { answers: [{ item: 'zin', value: 'yes-but' }] }, 'text-missing'],
    ['too long a reason', no('a'.repeat(281)), 'text-too-long'],
    ['a reason without end', no('a'.repeat(5000)), 'text-too-long'],
    ['too long an own sentence', no('Nee', ['a'.repeat(281)]), 'text-too-long'],
    ['four own sentences', no('Nee', ['1', '2', '3', '4']), 'no-such-answer'],
    ['nothing', {}, 'invalid-input'],
    ['somebody', { ...yes(), for: '' }, 'invalid-input'],
    ['a lot', { answers: Array.from({ length: 61 }, () => yes().answers[0]) }, 'invalid-input'],
    ['both', { answers: [yes().answers[0], no('Nee').answers[0]] }, 'no-such-item'],
  ])('[BT3] is refused with %s, and the one before stays', async (_what, body, refusal) => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    await anna.device.post(path, yes())
    expect(await refusalOf(anna.device, path, body)).toBe(refusal)
    expect(await anna.device.get(path)).toEqual({ ...yes(), also: [] })
  })

  it('[BT2] is read by nobody else, and a group is not asked about what it said itself', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const [anna, bram] = inGroups
    if (anna === undefined || bram === undefined) throw new Error('There are three groups.')
    const { id } = await askConsent(session)
    await anna.device.post(ballotPath(session.id, id), no('Te duur'))
    const others = `${ballotPath(session.id, id)}&for=${anna.personId}`
    expect(await bram.device.getRefused(others)).toMatchObject({ code: 'no-such-person' })
    expect(await bram.device.get(ballotPath(session.id, id))).toEqual({ answers: [], also: [] })
    const scribe = `${ballotPath(session.id, id, 'scribe')}&for=${anna.personId}`
    expect(await bram.device.getRefused(scribe)).toMatchObject({ code: 'not-allowed' })
  })
})

describe('[BT4] who answered what', () => {
  it('stands in no file once the ballots are destroyed, however it was sent', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    const withKey = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'a-key-of-more-than-twenty-two-signs',
      },
      body: JSON.stringify(no('Eerst dit', ['Mijn eigen zin'])),
    }
    expect((await anna.device.ask(path, withKey)).status).toBe(200)
    const other = { ...withKey, body: JSON.stringify(no('Toen dat')) }
    // A key stands for nothing here: it would be kept with the device.
    expect((await anna.device.ask(path, other)).status).toBe(200)
    await session.command({ type: 'close-question', questionId: id })
    server.pass(60_000)
    await eventually(async () => {
      expect((await session.view()).questions?.[0]?.canReopen).toBeUndefined()
    })
    // What it came to is there, without who said so; what was changed before is nowhere.
    expect(filesWith(server.dataDir, 'Toen dat')).not.toEqual([])
    expect(filesWith(server.dataDir, 'Eerst dit')).toEqual([])
    expect(filesWith(server.dataDir, 'Mijn eigen zin')).toEqual([])
  })
})

function filesWith(folder: string, words: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(words))
}
