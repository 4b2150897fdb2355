import { describe, expect, it } from 'vitest'
import type { Answer } from '../../live/requests/ask.ts'
import { Outbox } from './outbox.ts'
import type { OwnNote } from './outbox.ts'

const stored: Answer<unknown> = { ok: true, value: {} }
const notReached = refusal(0)

describe('what a phone sends', () => {
  it('is kept before it goes, and goes in the order in which it was written', async () => {
    const world = aWorld([stored, stored])
    const outbox = new Outbox(world)
    outbox.add(aNote('een'))
    outbox.add(aNote('twee'))
    expect(JSON.parse(world.kept)).toHaveLength(2)
    await world.settle()
    expect(world.sent).toEqual(['een', 'twee'])
    expect(outbox.moment.notes.map(({ state }) => state)).toEqual(['stored', 'stored'])
  })

  it('waits for a connection, and then goes by itself', async () => {
    const world = aWorld([notReached, stored])
    const outbox = new Outbox(world)
    outbox.add(aNote('een'))
    await world.settle()
    expect(outbox.moment).toMatchObject({ isOffline: true, notes: [{ state: 'waiting' }] })
    world.pass()
    await world.settle()
    expect(outbox.moment).toMatchObject({ isOffline: false, notes: [{ state: 'stored' }] })
    expect(world.sent).toEqual(['een', 'een'])
  })

  it('is found again after the page was closed, under the id that it had', async () => {
    const before = aWorld([notReached])
    new Outbox(before).add(aNote('een'))
    await before.settle()
    const world = aWorld([stored], before.kept)
    const outbox = new Outbox(world)
    outbox.sendNow()
    await world.settle()
    expect(world.sent).toEqual(['een'])
    expect(outbox.moment.notes).toMatchObject([{ id: 'een', state: 'stored' }])
  })

  it('tells its writer when the server says no, and goes on with the next', async () => {
    const world = aWorld([refusal(409), stored])
    const outbox = new Outbox(world)
    outbox.add(aNote('een'))
    outbox.add(aNote('twee'))
    await world.settle()
    expect(outbox.moment.notes).toMatchObject([
      { state: 'refused', why: 'Nee.' },
      { state: 'stored' },
    ])
  })

  it.each([429, 503])('waits when the server says %s', async (status) => {
    const world = aWorld([refusal(status)])
    const outbox = new Outbox(world)
    outbox.add(aNote('een'))
    await world.settle()
    expect(outbox.moment.notes).toMatchObject([{ state: 'waiting' }])
  })
})

function aNote(id: string): Omit<OwnNote, 'state'> {
  return { id, boardId: 'bord', zone: 'vak', words: 'Meer groen' }
}

function refusal(status: number): Answer<unknown> {
  return { ok: false, status, problem: { code: 'X', message: 'Nee.' } }
}

/** A server that gives these answers, and a device with this on it. */
function aWorld(answers: readonly Answer<unknown>[], kept = '[]') {
  const left = [...answers]
  const waiting: (() => void)[] = []
  return {
    sent: [] as string[],
    kept,
    recall() {
      return this.kept
    },
    keep(text: string) {
      this.kept = text
      return true
    },
    send(note: OwnNote) {
      this.sent.push(note.id)
      return Promise.resolve(left.shift() ?? notReached)
    },
    wait: (_ms: number, then: () => void) => {
      waiting.push(then)
      return () => waiting.splice(0)
    },
    pass: () => waiting.splice(0).forEach((then) => then()),
    settle: async () => {
      for (let turn = 0; turn < 20; turn++) {
        // oxlint-disable-next-line no-await-in-loop
        await Promise.resolve()
      }
    },
  }
}
