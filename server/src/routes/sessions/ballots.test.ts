import type { Ballot, CourseAnswer } from '@stip/api'
import { createRecord } from '@stip/documents'
import { describe, expect, it } from 'vitest'
import { aNote } from '../../test/a-note.ts'
import { aServer, aSession, aSessionInGroups } from '../../test/a-server.ts'
import { askConsent, ballotPath, no, openQuestionOf, yes } from '../../test/a-question.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'

describe('a ballot', () => {
  it('[BT1] [BT2] is one of each person, the last, and told back to that person alone', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const bram = await session.newParticipant('Bram')
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    expect(await anna.device.get(path)).toEqual({ answers: [], also: [] })
    await anna.device.post(path, yes())
    expect(await anna.device.post(path, no(' Te \n duur '))).toEqual({
      answers: [{ item: 'zin', value: 'no-because', reason: 'Te duur' }],
      also: [],
    })
    await bram.device.post(path, yes())
    expect(await anna.device.get<Ballot>(path)).toMatchObject(
      no('Te duur', []).answers[0] ? {} : {},
    )
    server.pass(1000)
    expect((await session.view()).ballots).toEqual({ questionId: id, answered: 2, asked: 2 })
    await bram.device.post(path, { answers: [] })
    server.pass(1000)
    expect((await session.view()).ballots).toMatchObject({ answered: 1 })
  })

  it('[BT1] is there after a restart, and so is how many answered', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    await anna.device.post(path, no('Te duur', ['Wij doen het samen']))
    const again = await server.restart()
    const phone = again.newDevice()
    phone.cookie = anna.device.cookie
    expect(await phone.get(path)).toMatchObject(no('Te duur', ['Wij doen het samen']))
    const console = again.newDevice()
    console.cookie = session.facilitator.cookie
    const view = `/api/sessions/${session.id}?as=facilitator`
    expect(await console.get(view)).toMatchObject({ ballots: { answered: 1, asked: 1 } })
    await phone.post(path, yes())
    expect(await console.get(view)).toMatchObject({ ballots: { answered: 1, asked: 1 } })
  })

  it('[BT5] tells nobody what was answered until it is revealed; then all, and "Ik ook" counts', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const bram = await session.newParticipant('Bram')
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    await anna.device.post(path, no('Te duur', ['Wij doen het samen']))
    const hidden = await session.view()
    expect(JSON.stringify(hidden)).not.toContain('Te duur')
    const beforeReveal = await session.view(bram.device, 'participant')
    expect(beforeReveal.ballots).toBeUndefined()
    expect(beforeReveal.question).toMatchObject({ id, isOpen: true, isRevealed: false })
    await session.command({ type: 'reveal-answers', questionId: id })
    const seen = await session.view(bram.device, 'participant')
    const [item] = seen.ballots?.totals?.items ?? []
    expect(item).toMatchObject({ answered: 1, counts: { yes: 0, 'yes-but': 0, 'no-because': 1 } })
    const own = item?.said.find(({ as }) => as === 'own')
    expect(own).toMatchObject({ text: 'Wij doen het samen', also: 0 })
    await bram.device.post(path, { ...yes(), also: [own?.id] })
    await bram.device.post(path, { ...yes(), also: [own?.id, own?.id] })
    await anna.device.post(path, { ...no('Te duur', ['Wij doen het samen']), also: [own?.id] })
    const after = await session.view()
    const said = after.ballots?.totals?.items[0]?.said
    expect(said?.find(({ as }) => as === 'own')).toMatchObject({ also: 1 })
    // Who changes a sentence has written another one.
    await anna.device.post(path, no('Te duur', ['Wij doen het nooit']))
    const changed = (await session.view()).ballots?.totals?.items[0]?.said
    expect(changed?.find(({ as }) => as === 'own')).toMatchObject({ also: 0 })
  })

  it('[BT3] [BT4] closing keeps what it came to; for a minute it can be opened again, then nobody can', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id)
    await anna.device.post(path, no('Te duur'))
    await session.command({ type: 'reveal-answers', questionId: id })
    await session.command({ type: 'close-question', questionId: id })
    expect(await anna.device.postRefused(path, yes())).toMatchObject({ code: 'question-is-closed' })
    const [closed] = (await session.view()).questions ?? []
    expect(closed).toMatchObject({ isOpen: false, canReopen: true, totals: { answered: 1 } })
    expect(JSON.stringify(closed)).not.toContain(anna.personId)
    await session.command({ type: 'reopen-question', questionId: id })
    const own = await anna.device.get<Ballot>(path)
    expect(own.answers).toMatchObject([{ reason: 'Te duur' }])
    await anna.device.post(path, yes())
    await session.command({ type: 'close-question', questionId: id })
    server.pass(60_000)
    await eventually(async () => {
      expect((await session.view()).questions?.[0]?.canReopen).toBeUndefined()
    })
    const [gone] = (await session.view()).questions ?? []
    expect(gone?.totals?.items[0]?.counts).toEqual({ yes: 1, 'yes-but': 0, 'no-because': 0 })
    expect(await anna.device.get(path)).toEqual({ answers: [], also: [] })
    const reopen = { type: 'reopen-question', questionId: id } as const
    await expect(session.command(reopen)).rejects.toThrow('nothing-to-undo')
  })

  it('[BT4] what a restart or the end of the session cut off is closed and destroyed all the same', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const { id } = await askConsent(session)
    await anna.device.post(ballotPath(session.id, id), no('Te duur'))
    await session.command({ type: 'end-session' })
    expect((await session.view()).questions).toMatchObject([
      { isOpen: false, isRevealed: true, canReopen: true, totals: { answered: 1 } },
    ])
    const again = await server.restart()
    const console = again.newDevice()
    console.cookie = session.facilitator.cookie
    const view = `/api/sessions/${session.id}?as=facilitator`
    const { questions } = await console.get<{ questions: { canReopen?: boolean }[] }>(view)
    expect(questions).toMatchObject([{ totals: { answered: 1 } }])
    expect(questions[0]?.canReopen).toBeUndefined()
  })

  it('[BT6] a scribe answers for somebody without a phone, and for nobody else', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const [anna, bram] = inGroups
    if (anna === undefined || bram === undefined) throw new Error('There are three groups.')
    await session.command({ type: 'add-person', name: 'Opa', background: 'resident' })
    const { people = [] } = await session.view()
    const opa = people.find(({ hasPhone }) => !hasPhone)
    if (opa === undefined) throw new Error('Somebody was added.')
    await session.command({ type: 'move-person', personId: opa.id, groupId: anna.group.id })
    await session.command({ type: 'appoint-scribe', personId: anna.personId, on: true })
    const { id } = await askConsent(session)
    const path = ballotPath(session.id, id, 'scribe')
    await anna.device.post(path, { ...no('Te ver'), for: opa.id })
    await anna.device.post(ballotPath(session.id, id), yes())
    expect(await anna.device.get(`${path}&for=${opa.id}`)).toMatchObject({
      answers: [{ value: 'no-because', reason: 'Te ver' }],
    })
    expect((await session.view()).ballots).toMatchObject({ answered: 2 })
    for (const body of [
      yes(),
      { ...yes(), for: bram.personId },
      { ...yes(), for: anna.personId },
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await anna.device.postRefused(path, body)).toMatchObject({ code: 'no-such-person' })
    }
    const own = { ...yes(), for: opa.id }
    expect(await anna.device.postRefused(ballotPath(session.id, id), own)).toMatchObject({
      code: 'no-such-person',
    })
    expect(await bram.device.postRefused(path, own)).toMatchObject({ code: 'not-allowed' })
  })

  it('[BT7] the course tells that it was asked and closed, and nothing of who answered what', async () => {
    const server = await aServer()
    const session = await aSession(server)
    const anna = await session.newParticipant('Anna')
    const { id } = await askConsent(session)
    await anna.device.post(ballotPath(session.id, id), no('Te duur'))
    await session.command({ type: 'close-question', questionId: id })
    const path = `/api/sessions/${session.id}/course?as=facilitator`
    const { events } = await session.facilitator.get<CourseAnswer>(path)
    const ofQuestion = events.filter(({ type }) => type.startsWith('question-'))
    expect(ofQuestion).toMatchObject([
      { type: 'question-closed', by: 'facilitator', about: { id, count: 1 } },
      { type: 'question-asked', by: 'facilitator', about: { id, count: 1, text: 'poll' } },
    ])
    expect(JSON.stringify(events)).not.toContain('Te duur')
  })
})

describe('[BT8] a question about what stands on a board', () => {
  it('has the words of the hoofdpunten of a group, and is not for that group', async () => {
    const server = await aServer()
    const { session, inGroups } = await aSessionInGroups(server)
    const [anna, bram] = inGroups
    if (anna === undefined || bram === undefined) throw new Error('There are three groups.')
    const board = new BoardClient(anna.device.socket(`/sync/${anna.boardId}?as=participant`))
    await board.synced
    board.writeKeyCard('brug', 'Een brug over het spoor')
    board.write('bank', 'Een bank')
    const about = { type: 'ask-about', topic: 'recognition', boardId: anna.boardId } as const
    await eventually(() => session.command(about))
    const question = await openQuestionOf(session)
    expect(question).toMatchObject({ topic: 'recognition', kind: 'yes-bit-no' })
    // Under the name that it gets on the vision.
    const item = `shape:from.${anna.boardId}.brug`
    expect(question.items).toEqual([
      { id: item, text: 'Een brug over het spoor', notFor: anna.group.id },
    ])
    const path = ballotPath(session.id, question.id)
    expect(await anna.device.postRefused(path, yes(item))).toMatchObject({ code: 'no-such-item' })
    await bram.device.post(path, yes(item))
    await session.command({ type: 'close-question', questionId: question.id })
    await session.command({ type: 'reveal-answers', questionId: question.id })
    const [closed] = (await session.view()).questions ?? []
    expect(closed?.totals?.items[0]?.byGroup).toEqual([
      { groupId: bram.group.id, counts: { yes: 1, bit: 0, no: 0 } },
    ])
  })

  it('has the words of the records that are named, as they are then', async () => {
    const server = await aServer()
    const { session, visionId } = await aSessionInGroups(server)
    const vision = new BoardClient(session.facilitator.socket(`/sync/${visionId}?as=facilitator`))
    await vision.synced
    vision.write('zin', 'Wij laten los')
    vision.write('leeg', '')
    const about = {
      type: 'ask-about' as const,
      topic: 'consent' as const,
      records: ['shape:zin'],
    }
    const { asked } = await eventually(() => session.command(about))
    const question = await openQuestionOf(session)
    expect(question).toMatchObject({
      id: asked?.questionId,
      kind: 'consent',
      items: [{ id: 'shape:zin', text: 'Wij laten los' }],
    })
    await session.command({ type: 'close-question', questionId: question.id })
    for (const record of ['shape:leeg', 'shape:unknown']) {
      const other = { ...about, records: ['shape:zin', record] }
      // oxlint-disable-next-line no-await-in-loop
      await expect(session.command(other)).rejects.toThrow('no-such-record')
    }
    await expect(session.command({ type: 'ask-about', topic: 'critique' })).rejects.toThrow(
      'nothing-to-ask',
    )
    const elsewhere = { ...about, boardId: 'elsewhere' }
    await expect(session.command(elsewhere)).rejects.toThrow('no-such-board')
  })

  it('asks about the sentences of the step on the vision that came last', async () => {
    const server = await aServer()
    const { session, visionId } = await aSessionInGroups(server)
    const { steps } = await session.view()
    await session.command({ type: 'merge' })
    const position = steps.findIndex(({ kind }) => kind === 'merge')
    await session.command({ type: 'go-to-step', position })
    const zones = (await session.view()).steps[position]?.zones ?? []
    const zone = zones.find(({ kind }) => kind === 'text')
    const vision = new BoardClient(session.facilitator.socket(`/sync/${visionId}?as=facilitator`))
    await vision.synced
    const place = vision.records.find(({ record }) => record.id === zone?.id)?.record
    const { x: left, y: top } = place as unknown as { readonly x: number; readonly y: number }
    const note = aNote('zin', 'Wij geven ruimte')
    createRecord(vision.doc, { ...note, x: left + 40, y: top + 120 })
    const about = { type: 'ask-about', topic: 'consent' } as const
    await eventually(() => session.command(about))
    const { items } = await openQuestionOf(session)
    expect(items).toEqual([{ id: 'shape:zin', text: 'Wij geven ruimte' }])
  })
})
