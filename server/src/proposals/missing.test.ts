import type { MissingAnswer } from '@stip/api'
import { describe, expect, it } from 'vitest'
import { aMergedEvening } from '../test/a-merged-evening.ts'
import { BoardClient } from '../test/board-client.ts'
import { eventually } from '../test/eventually.ts'

type Evening = Awaited<ReturnType<typeof aMergedEvening>>

const aboutTheBus = ['Meer bussen naar de stad', 'Elk half uur een bus', 'De bus rijdt te weinig']

describe('[PV7] what is found in no statement', () => {
  it('is told as notes of groups by what they are about, and what is used is not', async () => {
    const evening = await aMergedEvening()
    await write(evening, aboutTheBus)
    const { session, cards } = evening
    await session.command({ type: 'link-sources', statement: 'shape:zin', cards })
    const { points, ...counts } = await missing(evening)
    expect(counts).toEqual({ statements: 1, notes: 6, used: 3, explained: 0, others: [] })
    expect(points).toEqual([{ name: expect.stringMatching(/bus/i), notes: expect.any(Array) }])
    expect(points[0]?.notes.map(({ text }) => text).toSorted()).toEqual(aboutTheBus.toSorted())
    expect(points[0]?.notes[0]).toMatchObject({ groupLetter: 'A', cards: [] })
  })

  it('is nothing once people say why it is not used, or its group takes it back', async () => {
    const evening = await aMergedEvening()
    const { session, cards } = evening
    const board = await write(evening, aboutTheBus)
    await session.command({ type: 'link-sources', statement: 'shape:zin', cards })
    const [first] = aboutTheBus.map((_, place) => ({
      boardId: evening.inGroups[0]?.boardId ?? '',
      recordId: `shape:bus${place}`,
    }))
    if (first === undefined) throw new Error('There are notes.')
    await session.command({ type: 'bring-cards', cards: [first] })
    const { points } = await missing(evening)
    const onVision = points.flatMap(({ notes }) => notes).flatMap((note) => note.cards)
    expect(onVision).toHaveLength(1)
    const why = 'Dat regelt de provincie.'
    await session.command({ type: 'explain-unused', cards: onVision, why })
    expect(await missing(evening)).toMatchObject({ explained: 1, points: [] })
    const { others } = await missing(evening)
    expect(others.map(({ text }) => text).toSorted()).toEqual(aboutTheBus.slice(1).toSorted())
    for (const id of ['shape:bus1', 'shape:bus2']) board.change(id, { gone: true })
    await eventually(async () => {
      expect(await missing(evening)).toMatchObject({ notes: 4, points: [], others: [] })
    })
  })

  it('is for facilitators alone', async () => {
    const { session, inGroups } = await aMergedEvening()
    const path = `/api/sessions/${session.id}/missing`
    expect((await inGroups[0]!.device.ask(path)).status).toBe(403)
    expect((await inGroups[0]!.device.ask(`${path}?as=participant`)).status).toBe(400)
  })
})

function missing({ session }: Evening): Promise<MissingAnswer> {
  return session.facilitator.get(`/api/sessions/${session.id}/missing`)
}

/** Somebody of group A writes notes that are no hoofdpunten. */
async function write({ inGroups }: Evening, texts: readonly string[]): Promise<BoardClient> {
  const [anna] = inGroups
  const path = `/api/boards/${anna?.boardId}/export.json?as=participant`
  const board = new BoardClient(anna!.device.socket(`/sync/${anna?.boardId}?as=participant`))
  await board.synced
  for (const [place, text] of texts.entries()) board.write(`bus${place}`, text)
  await eventually(async () => {
    expect(await (await anna!.device.ask(path)).text()).toContain(texts.at(-1))
  })
  return board
}
