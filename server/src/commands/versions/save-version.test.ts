import { copyId } from '@stip/board'
import { differenceOf, VisionContent } from '@stip/report'
import { sealed } from '@stip/report/hash'
import { describe, expect, it } from 'vitest'
import { aMergedEvening } from '../../test/a-merged-evening.ts'
import { ballotPath, no, openQuestionOf, yes } from '../../test/a-question.ts'
import { aServer, aSessionInGroups } from '../../test/a-server.ts'
import type { TestSession } from '../../test/a-server.ts'
import { BoardClient } from '../../test/board-client.ts'
import { eventually } from '../../test/eventually.ts'

describe('[D7] a version of the vision', () => {
  it('holds its statements with the cards behind them, and what the room said', async () => {
    const evening = await aMergedEvening()
    const { session, inGroups } = evening
    await session.command({
      type: 'link-sources',
      statement: 'shape:zin',
      cards: evening.cards.slice(0, 2),
    })
    await session.command({
      type: 'explain-unused',
      cards: evening.cards.slice(2, 3),
      why: 'Dat weten we nog niet.',
    })
    await session.command({ type: 'ask-about', topic: 'consent', records: ['shape:zin'] })
    const { id } = await openQuestionOf(session)
    const [anna, bram] = inGroups
    await anna?.device.post(ballotPath(session.id, id), yes('shape:zin'))
    const answer = no('Te vaag', ['Zeg wie het doet'], 'shape:zin')
    await bram?.device.post(ballotPath(session.id, id), answer)
    // It is still open: its answers are in the version all the same.
    const { version } = await session.command({ type: 'save-version' })
    expect(version).toEqual({ number: '1', isNew: true })
    const content = await keptOf(session, '1')
    expect(content.statements).toMatchObject([
      {
        text: 'Elke buurt een gezicht',
        list: 'shared',
        isWithoutSource: false,
        consent: {
          asked: 3,
          yes: 1,
          yesBut: 0,
          no: 1,
          reasons: [{ answer: 'no', text: 'Te vaag' }],
        },
        otherVoices: [{ text: 'Zeg wie het doet', meToo: 0 }],
      },
    ])
    // In the order of the board.
    const sources = content.statements[0]?.sources.map(({ cardId }) => cardId)
    expect(sources?.toSorted()).toEqual(evening.cards.slice(0, 2))
    expect(content.notUsed).toMatchObject([{ why: 'Dat weten we nog niet.' }])
    // Three people of three roles: nothing is told by role.
    expect(content.participation.present).toEqual({ total: 3, named: [], others: 3 })
    expect(content.lens).toMatchObject({
      inclusion: { present: 3, contributed: null },
      legitimacy: { statements: 1, roles: [] },
    })
    expect(JSON.stringify(content)).not.toMatch(/Anna|Bram|Cato/)
    const { versions } = await session.view()
    expect(versions).toMatchObject([{ id: '1', hash: sealed(content).hash }])
  })

  it('is there once when nothing changed, and the next one says what did', async () => {
    const { session, vision } = await aMergedEvening()
    await session.command({ type: 'save-version' })
    const again = await session.command({ type: 'save-version' })
    expect(again.version).toEqual({ number: '1', isNew: false })
    vision.writeIn('shape:step-samenvoegen-visie', 'tweede', 'Jeugd doet mee')
    const { version } = await eventually(async () => {
      const answer = await session.command({ type: 'save-version' })
      expect(answer.version?.isNew).toBe(true)
      return answer
    })
    expect(version?.number).toBe('1.1')
    const [before, after] = [await keptOf(session, '1'), await keptOf(session, '1.1')]
    expect(after.version.previous).toBe((await session.view()).versions?.[0]?.hash)
    const { statements } = differenceOf(before, after)
    expect(statements).toMatchObject([{ kind: 'added' }])
  })

  it('[P31] has the boards of the groups as they were, as pictures', async () => {
    const { session } = await aMergedEvening()
    await session.command({ type: 'save-version' })
    const { boards } = await keptOf(session, '1')
    expect(boards).toHaveLength(3)
    expect(boards.filter(({ picture }) => picture?.mediaType !== 'image/png')).toEqual([])
    const path = `/api/sessions/${session.id}/vision/1/document.html?as=facilitator`
    const page = await (await session.facilitator.ask(path)).text()
    expect(page.match(/<img src="data:image\/png;base64,/g)).toHaveLength(3)
  })

  it('counts what makers of notes said of its sentences once five of them did', async () => {
    const { session, inGroups } = await aMergedEvening()
    const makers = inGroups.map(({ device, boardId, group }) => ({
      device,
      card: copyId(boardId, `shape:punt-${group.letter}`),
    }))
    for (const name of ['Dirk', 'Eva']) {
      // oxlint-disable-next-line no-await-in-loop -- one sits down after the other
      makers.push(await aLateMaker(session, name))
    }
    await session.command({ type: 'merge' })
    const cards = makers.map(({ card }) => card)
    await session.command({ type: 'link-sources', statement: 'shape:zin', cards })
    const path = `/api/sessions/${session.id}/my-notes/verify?as=participant`
    const verify = ({ device, card }: (typeof makers)[number], answer: string) =>
      device.post(path, { statement: 'shape:zin', card, answer, text: 'Korter' })
    const [first, ...others] = makers
    if (first === undefined) throw new Error('There are makers.')
    for (const [place, maker] of others.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      await verify(maker, ['right', 'different', 'take-away'][place] ?? 'right')
    }
    await session.command({ type: 'save-version' })
    const { lens } = await keptOf(session, '1')
    expect(lens?.ownership).toMatchObject({ right: null, different: null, takeAway: null })
    await verify(first, 'right')
    await session.command({ type: 'save-version' })
    const { lens: next } = await keptOf(session, '1.1')
    expect(next?.ownership).toMatchObject({ right: 3, different: 1, takeAway: 1 })
  })

  it('is not made of nothing', async () => {
    const { session } = await aSessionInGroups(await aServer())
    await expect(session.command({ type: 'save-version' })).rejects.toThrow('nothing-to-save')
  })

  it('is made by two presses at once one time, and is there after a restart', async () => {
    const { session, server } = await aMergedEvening()
    const presses = [1, 2, 3].map(() => session.command({ type: 'save-version' }))
    const made = (await Promise.all(presses)).map(({ version }) => version)
    expect(made.filter((each) => each?.isNew === true)).toHaveLength(1)
    expect(new Set(made.map((each) => each?.number))).toEqual(new Set(['1']))
    const next = await server.restart()
    const console = next.newDevice()
    console.cookie = session.facilitator.cookie
    const [kept] = (await session.view(console)).versions ?? []
    const content = await keptOf({ id: session.id, facilitator: console }, '1')
    expect(kept).toMatchObject({ id: '1', hash: sealed(content).hash })
  })
})

/** Somebody who comes in late, and writes a hoofdpunt on the board of their group. */
async function aLateMaker(session: TestSession, name: string) {
  const { device, personId } = await session.newParticipant(name)
  const { people = [], groups } = await session.view()
  const groupId = people.find(({ id }) => id === personId)?.groupId
  const boardId = groups.find(({ id }) => id === groupId)?.boardId ?? ''
  const board = new BoardClient(device.socket(`/sync/${boardId}?as=participant`))
  await board.synced
  board.writeKeyCard(`punt-${name}`, `Punt van ${name}`)
  await eventually(async () => {
    const path = `/api/boards/${boardId}/export.json?as=participant`
    expect(await (await device.ask(path)).text()).toContain(`punt-${name}`)
  })
  return { device, card: copyId(boardId, `shape:punt-${name}`) }
}

async function keptOf(
  { id, facilitator }: Pick<TestSession, 'id' | 'facilitator'>,
  number: string,
): Promise<VisionContent> {
  const path = `/api/sessions/${id}/vision/${number}/document.json?as=facilitator`
  return VisionContent.parse(await facilitator.get(path))
}
