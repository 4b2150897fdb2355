import { Participant } from '../../people/participant.ts'
import { CountingClient } from '../../support/counting-client.ts'
import { Evening } from '../../support/evening.ts'
import { startServer } from '../../support/stip-server.ts'
import { expect, test } from '../../support/test.ts'

const names = ['Anna', 'Bram', 'Cato', 'Daan', 'Eva', 'Fedde'] as const

test('the plug is pulled while all draw: what was shown or confirmed is still there', async ({
  newDevice,
}) => {
  const server = await startServer()
  try {
    const evening = await Evening.start(server.url)
    const { joinCode: code } = await evening.view()
    const seats = await Promise.all(names.map((name) => evening.join(name)))
    const tablet = await newDevice()
    const gijs = await Participant.join(tablet, server.origin, { code, name: 'Gijs' })
    await gijs.isWaiting()
    await evening.drawInGroups()
    await gijs.goToBoard()
    await gijs.board.putNote([0.5, 0.5], 'Van Gijs')
    await gijs.board.isSaved()

    const people = await Promise.all(
      seats.map(async (seat, place) => {
        const boardId = await evening.boardOf(seat)
        const client = new CountingClient(seat.device, boardId)
        await expect.poll(() => client.provider.synced).toBe(true)
        return { client, boardId, name: names[place]?.toLowerCase() ?? '' }
      }),
    )
    const writeAll = (round: string): void => {
      for (const { client, name } of people) client.write(`${name}-${round}`)
    }
    await test.step('they draw, and see each other draw', async () => {
      for (let round = 0; round < 30; round++) {
        writeAll(`${round}`)
        // One note ahead of what is confirmed, so that the server always has work at hand.
        await expect
          .poll(() => people.every(({ client }) => client.confirmed.size >= round), {
            intervals: [5],
          })
          .toBe(true)
      }
    })

    const drawing = gijs.board.draw([0.3, 0.3], [0.4, 0.4], [0.5, 0.3])
    for (let round = 0; round < 20; round++) writeAll(`laatste-${round}`)
    await server.kill()
    await drawing
    await expect
      .poll(() => people.some(({ client }) => client.provider.wsconnected), { intervals: [20] })
      .toBe(false)
    for (const { client } of people) client.provider.disconnect()
    await expect(gijs.page.getByText(/^Geen verbinding\. (Bewaard op|Ga gerust)/)).toBeVisible()
    // Otherwise he hands back what the server should have kept by itself.
    await tablet.setOffline(true)

    const boards = new Map<string, Map<string, string>>()
    for (const { client, boardId } of people) {
      boards.set(boardId, new Map([...(boards.get(boardId) ?? []), ...client.promised]))
    }
    const written = people.flatMap(({ client }) => client.written)
    const promised = [...boards.values()].flatMap((notes) => [...notes.keys()])
    const open = written.filter((name) => !promised.includes(name))
    expect(open.length, 'some writes were still on their way').toBeGreaterThan(0)
    expect(boards.size).toBe(3)
    const before = await test.step('the server starts again on the same data', async () => {
      await server.startAgain()
      return evening.view()
    })
    expect(before.steps[before.position]?.kind).toBe('draw')
    expect(before.people).toHaveLength(7)

    await test.step('it knows everything that was shown or confirmed, word for word', async () => {
      for (const [boardId, notes] of boards) {
        const kept = await notesOf(evening, boardId)
        for (const [name, text] of notes) expect(kept.get(name), name).toBe(text)
      }
    })

    await test.step('who comes back brings the rest, and all boards are equal', async () => {
      for (const { client } of people) client.provider.connect()
      await tablet.setOffline(false)
      for (const boardId of boards.keys()) {
        const here = people.filter((person) => person.boardId === boardId)
        const all = here.flatMap(({ client }) => client.written).toSorted()
        for (const { client } of here) {
          await expect.poll(() => client.all.filter((name) => all.includes(name))).toEqual(all)
        }
        const kept = async () => [...(await notesOf(evening, boardId)).keys()]
        await expect
          .poll(async () => (await kept()).filter((name) => all.includes(name)).toSorted())
          .toEqual(all)
      }
      await expect(gijs.board.note('Van Gijs')).toBeVisible()
      await expect(gijs.board.strokes).toHaveCount(1)
      await expect(gijs.page.getByText('Opgeslagen', { exact: true })).toBeVisible()
    })
    for (const { client } of people) client.provider.destroy()
  } finally {
    await server.stop()
  }
})

/** Words of the notes on a board by name, as the server exports it. */
async function notesOf(evening: Evening, boardId: string): Promise<ReadonlyMap<string, string>> {
  const { records } = await evening.contentOf(boardId)
  const notes = records.filter(({ type }) => type === 'note')
  return new Map(notes.map(({ id, text }) => [id.replace('shape:', ''), text]))
}
