import { seededRandom, shuffled } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AskedQuestion } from './state.ts'
import { totalsOf } from './totals.ts'
import type { CountedBallot } from './totals.ts'

describe('[Q7] what ballots come to', () => {
  it('is per item how many gave each answer, of how many who were asked', () => {
    const ballots = [ballot('yes'), ballot('yes'), ballot('no')]
    expect(totalsOf(recognition, ballots, 5, closed)).toMatchObject({
      answered: 3,
      asked: 5,
      items: [{ id: 'a', answered: 3, counts: { yes: 2, bit: 0, no: 1 } }],
    })
  })

  it('is per group only where groups recognise what others said, and never per group and role', () => {
    const ballots = [ballot('yes', 'A'), ballot('no', 'B'), ballot('no', undefined)]
    const [item] = totalsOf(recognition, ballots, 5, closed).items
    expect(item?.byGroup).toEqual([
      { groupId: 'A', counts: { yes: 1, bit: 0, no: 0 } },
      { groupId: 'B', counts: { yes: 0, bit: 0, no: 1 } },
    ])
    const poll: AskedQuestion = { ...recognition, topic: 'poll' }
    expect(totalsOf(poll, ballots, 5, closed).items[0]?.byGroup).toBeUndefined()
  })

  it('[Q3] is per role by the five-rule, of those who answered the item, and only at the end', () => {
    const ballots = [
      ...many(6, ballot('yes', 'A', 'resident')),
      ...many(5, ballot('no', 'A', 'council-member')),
    ]
    expect(totalsOf(recognition, ballots, 11, closed).items[0]?.byRole).toEqual({
      roles: [
        { role: 'resident', counts: { yes: 6, bit: 0, no: 0 } },
        { role: 'council-member', counts: { yes: 0, bit: 0, no: 5 } },
      ],
    })
    expect(totalsOf(recognition, ballots, 11, { byRole: false }).items[0]?.byRole).toBeUndefined()
    const fewer = ballots.slice(1, -1)
    expect(totalsOf(recognition, fewer, 11, closed).items[0]?.byRole).toBeUndefined()
  })

  it('counts dots, and keeps what was said without who said it', () => {
    const dots: AskedQuestion = { ...recognition, topic: 'poll', kind: 'dots', dots: 3 }
    const placed = [{ item: 'a', dots: 2, own: [] }]
    const ballots = many(2, { role: 'resident', groupId: 'A', answers: placed, also: [] })
    expect(totalsOf(dots, ballots, 2, closed).items[0]).toMatchObject({
      answered: 2,
      counts: { dots: 4 },
    })
  })

  it('[Q9] counts "Ik ook" once per person, and not of who wrote it', () => {
    const consent: AskedQuestion = { ...recognition, topic: 'consent', kind: 'consent' }
    const own = [{ id: 'own', text: 'Zonder auto’s' }]
    const author: CountedBallot = {
      role: 'resident',
      groupId: 'A',
      answers: [{ item: 'a', value: 'no-because', reason: { id: 'why', text: 'Te duur' }, own }],
      also: ['own', 'why'],
    }
    const other = { role: 'resident', groupId: 'B', answers: [], also: ['own', 'own', 'gone'] }
    const [item] = totalsOf(consent, [author, other], 2, closed).items
    expect(item?.said).toEqual([
      { id: 'own', text: 'Zonder auto’s', as: 'own', also: 1 },
      { id: 'why', text: 'Te duur', as: 'no-because', also: 0 },
    ])
  })

  it('is the same in whatever order ballots came', () => {
    const words: AskedQuestion = { ...recognition, topic: 'critique', kind: 'words' }
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed)
        const ballots = Array.from({ length: 12 }, (_, place): CountedBallot => {
          const reason = { id: `w${(place * 7) % 12}`, text: `Zin ${place}` }
          return { role: 'r', groupId: 'A', answers: [{ item: 'a', reason, own: [] }], also: [] }
        })
        expect(totalsOf(words, shuffled(ballots, random), 12, closed)).toEqual(
          totalsOf(words, ballots, 12, closed),
        )
      }),
    )
  })
})

const closed = { byRole: true }
const recognition: AskedQuestion = {
  id: 'q',
  topic: 'recognition',
  kind: 'yes-bit-no',
  items: [{ id: 'a', text: 'Wij laten los' }],
}

function ballot(value: string, groupId?: string, role = 'resident') {
  return { role, groupId, answers: [{ item: 'a', value, own: [] }], also: [] }
}

function many<Value>(count: number, value: Value): readonly Value[] {
  return Array.from({ length: count }, () => value)
}
