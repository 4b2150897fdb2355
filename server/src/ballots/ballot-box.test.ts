import { describe, expect, it } from 'vitest'
import type { StoredBallot } from '../storage/stores/ballot-store.ts'
import { MemoryBallots } from '../test/memory/memory-ballots.ts'
import { BallotBox } from './ballot-box.ts'

describe('the ballots of one question', () => {
  it('[BT1] are written together: a thousand at once are a few writes', async () => {
    const { box, store } = await aBox()
    const people = Array.from({ length: 1000 }, (_, place) => aPerson(`person-${place}`))
    await Promise.all(people.map((person) => box.cast(person, yes, [])))
    expect(store.writes.length).toBeLessThan(4)
    expect(box.answered).toBe(1000)
    expect((await store.ballotsOf('q')).length).toBe(1000)
  })

  it('[BT1] count what is on disk, and nothing else', async () => {
    const { box, store } = await aBox()
    await box.cast(aPerson('anna'), yes, [])
    store.failsNext = true
    await expect(box.cast(aPerson('bram'), yes, [])).rejects.toThrow('The disk is full.')
    expect(box.answered).toBe(1)
    // Whoever got no answer sends it again.
    expect(await box.cast(aPerson('bram'), no, [])).toBe(true)
    expect(box.answered).toBe(2)
    const again = await BallotBox.open(store, { questionId: 'q', secret })
    expect(again.ballotOf('bram')).toEqual(box.ballotOf('bram'))
    expect(again.finalTotals(question, 2)).toEqual(box.finalTotals(question, 2))
  })

  it('[BT3] are settled once all that was sent is on disk', async () => {
    const { box } = await aBox()
    const cast = box.cast(aPerson('anna'), yes, [])
    const later = box.cast(aPerson('bram'), no, [])
    await box.settled()
    expect(box.answered).toBe(2)
    expect(await Promise.all([cast, later])).toEqual([true, true])
  })

  it('[BT4] say of nobody whose they are: neither person, nor anything that is the same elsewhere', async () => {
    const { store } = await aBox()
    const other = await BallotBox.open(store, { questionId: 'q2', secret: new Uint8Array([9]) })
    await store.begin('avond', 'q2', new Uint8Array([9]))
    const { box } = await aBox(store)
    await box.cast(aPerson('anna'), no, [])
    await other.cast(aPerson('anna'), no, [])
    const [here] = await store.ballotsOf('q')
    const [there] = await store.ballotsOf('q2')
    expect(JSON.stringify([here, there])).not.toContain('anna')
    expect(here?.voter).not.toEqual(there?.voter)
    expect(here?.answers).not.toBe(there?.answers)
  })
})

const secret = new Uint8Array([1, 2, 3])
const question = {
  id: 'q',
  topic: 'consent',
  kind: 'consent',
  items: [{ id: 'zin', text: 'Wij laten los' }],
} as const
const yes = [{ item: 'zin', value: 'yes', own: [] }]
const no = [{ item: 'zin', value: 'no-because', reason: 'Te duur', own: ['Wij doen het samen'] }]

function aPerson(id: string) {
  return { id, mixingRole: 'resident', groupId: 'A' } as const
}

/** Counts writes, and may refuse one. */
class CountedBallots extends MemoryBallots {
  readonly writes: number[] = []
  failsNext = false

  override async cast(questionId: string, ballots: readonly StoredBallot[]): Promise<boolean> {
    // A disk takes a moment, in which others come.
    await new Promise(setImmediate)
    if (this.failsNext) {
      this.failsNext = false
      throw new Error('The disk is full.')
    }
    this.writes.push(ballots.length)
    return super.cast(questionId, ballots)
  }
}

async function aBox(store = new CountedBallots()) {
  if ((await store.boxesOf('avond')).every(({ questionId }) => questionId !== 'q')) {
    await store.begin('avond', 'q', secret)
  }
  return { store, box: await BallotBox.open(store, { questionId: 'q', secret }) }
}
