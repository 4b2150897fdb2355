import type { MyNotesAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aMergedEvening } from '../test/a-merged-evening.ts'
import { aSession } from '../test/a-server.ts'
import type { Device } from '../test/device.ts'

const path = (sessionId: string, as = 'participant') =>
  `/api/sessions/${sessionId}/my-notes?as=${as}`
const verifyPath = (sessionId: string, as = 'participant') =>
  `/api/sessions/${sessionId}/my-notes/verify?as=${as}`

describe('[MN1] where the notes of somebody are', () => {
  it('is told to them, from the board to the statement and the version', async () => {
    const { session, inGroups, cards } = await anEveningWithSources()
    const [anna, , cato] = inGroups
    const before = await notesOf(anna.device, session.id)
    expect(before).toMatchObject([
      {
        note: { text: 'Punt van A', groupLetter: 'A', board: anna.boardId },
        state: 'in-statement',
        stackedWith: 1,
        letters: ['A', 'B'],
        cluster: 'Gezicht',
        statements: [
          { id: 'shape:zin', text: 'Elke buurt een gezicht', card: cards[0], said: null },
        ],
        versions: [],
        why: '',
      },
    ])
    await session.command({ type: 'save-version' })
    expect(await notesOf(anna.device, session.id)).toMatchObject([{ versions: ['1'] }])
    const why = 'Dat weten we nog niet.'
    await session.command({ type: 'explain-unused', cards: cards.slice(2, 3), why })
    expect(await notesOf(cato.device, session.id)).toMatchObject([
      { state: 'on-vision', statements: [], cluster: null, versions: [], why },
    ])
  })

  it('is told to nobody else, and holds nobody', async () => {
    const { server, session, inGroups } = await anEveningWithSources()
    const [anna, bram] = inGroups
    const strangers = await aSession(server)
    const stranger = await strangers.newParticipant('Vreemd')
    for (const device of [stranger.device, session.facilitator, server.newDevice()]) {
      for (const as of ['participant', 'scribe']) {
        // oxlint-disable-next-line no-await-in-loop
        expect(await device.getRefused(path(session.id, as))).toMatchObject({ code: 'not-allowed' })
      }
    }
    for (const as of ['facilitator', 'observer', 'wall', 'nobody']) {
      // oxlint-disable-next-line no-await-in-loop
      const refused = await session.facilitator.getRefused(path(session.id, as))
      expect(refused.code).toBe('invalid-input')
    }
    // Whoever somebody says that they are.
    const asked = `${path(session.id)}&personId=${anna.personId}&for=${anna.personId}`
    const answer = await bram.device.ask(asked)
    const text = await answer.text()
    expect(text).toContain('Punt van B')
    expect(text).not.toMatch(/Punt van A|Anna|Bram|Cato/)
    expect(text).not.toContain(anna.personId)
    expect(text).not.toContain(bram.personId)
    expect(await stranger.device.getRefused(path(session.id))).toMatchObject({ status: 403 })
    expect(await notesOf(stranger.device, strangers.id)).toEqual([])
  })

  it('is not told any more to who was sent away', async () => {
    const { session, inGroups } = await anEveningWithSources()
    const [anna] = inGroups
    await session.command({ type: 'remove-person', personId: anna.personId })
    const answer = await anna.device.ask(path(session.id))
    const text = await answer.text()
    expect(text).not.toMatch(/Punt van|Elke buurt/)
  })
})

describe('[MN2] what the maker of a note says of a statement', () => {
  it('counts once, the last of it, and is shown to them', async () => {
    const { session, inGroups, cards } = await anEveningWithSources()
    const [anna, bram] = inGroups
    const said = { card: cards[0], statement: 'shape:zin' }
    const other = { ...said, answer: 'different', text: 'Ook in het dorp' }
    await anna.device.post(verifyPath(session.id), { ...said, answer: 'right' })
    await Promise.all([1, 2, 3].map(() => anna.device.post(verifyPath(session.id), other)))
    await bram.device.post(verifyPath(session.id), { ...said, card: cards[1], answer: 'right' })
    expect(await notesOf(anna.device, session.id)).toMatchObject([
      { statements: [{ said: { answer: 'different', text: 'Ook in het dorp' } }] },
    ])
    const { verified } = await session.view()
    expect(verified).toEqual([
      { id: 'shape:zin', right: 1, different: ['Ook in het dorp'], takeAway: 0 },
    ])
    await anna.device.post(verifyPath(session.id), { ...said, answer: 'take-away' })
    expect(await notesOf(anna.device, session.id)).toMatchObject([
      { state: 'withdrawn', statements: [{ said: { answer: 'take-away' } }] },
    ])
    expect(await notesOf(bram.device, session.id)).toMatchObject([{ state: 'in-statement' }])
    // Linked by whoever leads: it stays out until its maker says otherwise.
    await session.command({ type: 'link-sources', statement: 'shape:zin', cards: [cards[0] ?? ''] })
    expect(await notesOf(anna.device, session.id)).toMatchObject([{ state: 'withdrawn' }])
    await anna.device.post(verifyPath(session.id), { ...said, answer: 'right' })
    expect(await notesOf(anna.device, session.id)).toMatchObject([{ state: 'in-statement' }])
  })

  it('is taken of nobody else, and of nothing that is not made from it', async () => {
    const { server, session, inGroups, cards } = await anEveningWithSources()
    const [anna, bram] = inGroups
    const said = { card: cards[0], statement: 'shape:zin', answer: 'take-away' }
    const stranger = await (await aSession(server)).newParticipant('Vreemd')
    const refusal = async (device: Device, body: object, as?: string) =>
      (await device.postRefused(verifyPath(session.id, as), body)).code
    expect(await refusal(bram.device, said)).toBe('no-such-record')
    expect(await refusal(bram.device, { ...said, personId: anna.personId })).toBe('no-such-record')
    for (const device of [stranger.device, session.facilitator, server.newDevice()]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await refusal(device, said)).toBe('not-allowed')
    }
    expect(await refusal(session.facilitator, said, 'facilitator')).toBe('invalid-input')
    expect(await refusal(bram.device, { ...said, card: cards[2] })).toBe('no-such-record')
    expect(await refusal(anna.device, { ...said, statement: 'shape:anders' })).toBe(
      'no-such-record',
    )
    expect(await refusal(anna.device, { ...said, answer: 'yes' })).toBe('invalid-input')
    const other = { ...said, answer: 'different' }
    expect(await refusal(anna.device, other)).toBe('text-missing')
    expect(await refusal(anna.device, { ...other, text: 'a'.repeat(281) })).toBe('text-too-long')
    const elsewhere = { method: 'POST', headers: { origin: 'https://elsewhere.example' } }
    expect((await anna.device.ask(verifyPath(session.id), elsewhere)).status).toBe(403)
    expect((await session.view()).verified).toBeUndefined()
    await session.command({ type: 'end-session' })
    expect(await refusal(anna.device, said)).toBe('session-is-over')
    expect(await notesOf(anna.device, session.id)).toHaveLength(1)
  })

  it('tells nobody who said it, nor of which card', async () => {
    const { session, inGroups, cards } = await anEveningWithSources()
    const [anna, bram] = inGroups
    await anna.device.post(verifyPath(session.id), {
      card: cards[0],
      statement: 'shape:zin',
      answer: 'different',
      text: 'Ook in het dorp',
    })
    const course = await session.facilitator.ask(
      `/api/sessions/${session.id}/course?as=facilitator`,
    )
    const happened = await course.text()
    const events = (JSON.parse(happened) as { events: { type: string }[] }).events
    const [event] = events.filter(({ type }) => type === 'statement-verified')
    expect(event).toMatchObject({ by: 'server', about: { text: 'different' } })
    expect(JSON.stringify(event)).not.toContain(cards[0])
    expect(JSON.stringify(event)).not.toContain(anna.personId)
    expect(happened).not.toContain('Ook in het dorp')
    const seen = await session.view(bram.device, 'participant')
    expect(seen.verified).toBeUndefined()
    expect(JSON.stringify(seen)).not.toContain('Ook in het dorp')
    const led = JSON.stringify((await session.view()).arrangement)
    expect(led).not.toContain(`v shape:zin`)
  })
})

async function notesOf(device: Device, sessionId: string): Promise<MyNotesAnswer['notes']> {
  return (await device.get<MyNotesAnswer>(path(sessionId))).notes
}

/** The cards of A and B lie on one stack, with a name, and the sentence is made from them. */
async function anEveningWithSources() {
  const evening = await aMergedEvening()
  const { session, inGroups } = evening
  const cards = inGroups.map(({ group }) => {
    const card = evening.cards.find((each) => each.endsWith(`punt-${group.letter}`))
    if (card === undefined) throw new Error('Every group has a card on the vision.')
    return card
  })
  const own = cards.slice(0, 2)
  await session.command({ type: 'stack-cards', cards: own })
  await session.command({ type: 'cluster-cards', cards: own, cluster: null, name: 'Gezicht' })
  await session.command({ type: 'link-sources', statement: 'shape:zin', cards: own })
  const [anna, bram, cato] = inGroups
  if (anna === undefined || bram === undefined || cato === undefined) {
    throw new Error('There are three groups.')
  }
  return { ...evening, cards, inGroups: [anna, bram, cato] as const }
}
