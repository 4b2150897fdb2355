import { describe, expect, it } from 'vitest'
import type { BallotStore, StoredBallot } from '../ballot-store.ts'

/** What every store of ballots promises. */
export function describeBallotStore(name: string, open: () => BallotStore): void {
  describe(`${name} keeps the contract of ballots`, () => {
    it('[BT1] keeps one ballot of each voter, the last', async () => {
      const store = await begun(open())
      expect(await store.cast('q1', [ballot(1, 'yes'), ballot(2, 'no')])).toBe(true)
      expect(await store.cast('q1', [ballot(1, 'bit'), ballot(1, 'no')])).toBe(true)
      expect(await answersIn(store, 'q1')).toEqual(['no', 'no'])
      await store.cast('q1', [{ ...ballot(2, ''), answers: undefined }])
      expect(await answersIn(store, 'q1')).toEqual(['no'])
      expect((await store.ballotsOf('q1'))[0]).toMatchObject({ role: 'resident', groupId: 'A' })
    })

    it('[BT1] gives them in an order that says nothing of when they came', async () => {
      const store = await begun(open())
      for (const voter of [3, 1, 2]) {
        // oxlint-disable-next-line no-await-in-loop
        await store.cast('q1', [ballot(voter, String(voter))])
      }
      expect(await answersIn(store, 'q1')).toEqual(['1', '2', '3'])
    })

    it('[BT3] takes none of a question that is closed or not there, and some once it is open again', async () => {
      const store = await begun(open())
      expect(await store.cast('q9', [ballot(1, 'yes')])).toBe(false)
      await store.setOpen('q1', false)
      expect(await store.cast('q1', [ballot(1, 'yes')])).toBe(false)
      expect(await store.ballotsOf('q1')).toEqual([])
      expect(await store.sessionsToSettle()).toEqual(['avond'])
      await store.setOpen('q1', true)
      expect(await store.sessionsToSettle()).toEqual([])
      expect(await store.cast('q1', [ballot(1, 'yes')])).toBe(true)
    })

    it('[BT4] has neither ballots nor secret of what was destroyed, and all of the rest', async () => {
      const store = await begun(open())
      await store.cast('q1', [ballot(1, 'yes')])
      await store.cast('q2', [ballot(1, 'yes')])
      await store.destroy('q1')
      expect(await store.wipe()).toBe(true)
      expect(await store.ballotsOf('q1')).toEqual([])
      expect(await store.boxesOf('avond')).toMatchObject([
        { questionId: 'q2', secret: new Uint8Array([2]), isOpen: true },
      ])
      expect(await answersIn(store, 'q2')).toEqual(['yes'])
      expect(await store.boxesOf('middag')).toEqual([])
    })
  })
}

async function begun(store: BallotStore): Promise<BallotStore> {
  await store.begin('avond', 'q1', new Uint8Array([1]))
  await store.begin('avond', 'q2', new Uint8Array([2]))
  return store
}

function ballot(voter: number, answers: string): StoredBallot {
  return { voter: new Uint8Array([voter]), role: 'resident', groupId: 'A', answers }
}

async function answersIn(store: BallotStore, questionId: string) {
  return (await store.ballotsOf(questionId)).map(({ answers }) => answers)
}
