import { seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ToldAbout } from '../ability/told.ts'
import { aSession } from '../test/a-session.ts'
import { somethingHappens } from '../test/something-happens.ts'
import type { SessionEvent } from './abilities.ts'
import { allAbilities } from './any-ability.ts'
import { eventTypes, toldOf } from './told.ts'

it('[S28] everything that can happen is told of by one ability', () => {
  const own = allAbilities.flatMap(({ told }) => Object.keys(told))
  const evolved = new Set(allAbilities.flatMap(({ evolve }) => Object.keys(evolve)))
  expect(own.toSorted()).toEqual([...evolved].toSorted())
  expect(new Set(eventTypes).size).toBe(eventTypes.length)
})

it('[S28] whatever happens, what is told of it is what is said to be', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed)
      let session = aSession()
      for (let turn = 0; turn < 60; turn++) {
        const { becomes, events } = somethingHappens(session, turn, random)
        for (const event of events) {
          expect(ToldAbout.strict().safeParse(toldOf(event)).success).toBe(true)
        }
        session = becomes
      }
    }),
  )
})

it('[S28] whose hand went up without a name is not told, nor who wrote what was taken away', () => {
  const hand = { number: 3, personId: 'anna', since: 1, isNamed: false }
  const raised: SessionEvent = { type: 'hand-raised', hand }
  expect(toldOf(raised)).toEqual({ id: '3' })
  expect(toldOf({ ...raised, hand: { ...hand, isNamed: true } })).toEqual({
    id: '3',
    personId: 'anna',
  })
  const taken = { id: 'away', at: 1, reason: 'Privé', boardId: 'b', records: [], authors: ['anna'] }
  expect(JSON.stringify(toldOf({ type: 'remark-taken-away', taken }))).not.toContain('anna')
})
