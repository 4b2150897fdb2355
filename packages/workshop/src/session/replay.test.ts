import { seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { aSession, after } from '../test/a-session.ts'
import { somethingHappens } from '../test/something-happens.ts'
import { isKnownEvent } from './any-ability.ts'
import { evolve } from './engine.ts'
import type { Session } from './session.ts'
import { storedSession, upgradedSession } from './stored.ts'
import type { StoredSession } from './stored.ts'

const TURNS = 80

it('[S25] the events of an evening, told again, make the same session, also from its middle', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(TURNS - 1), (seed, middle) => {
      const random = seededRandom(seed)
      let session = aSession()
      let [fromStart, fromMiddle] = [session, session]
      for (let turn = 0; turn < TURNS; turn++) {
        if (turn === middle) fromMiddle = storedAndRead(session)
        const { becomes, events } = somethingHappens(session, turn, random)
        const kept = throughJson(events)
        expect(kept.every(({ type }) => isKnownEvent(type))).toBe(true)
        fromStart = evolve(fromStart, kept)
        if (turn >= middle) fromMiddle = evolve(fromMiddle, kept)
        session = becomes
      }
      expect(fromStart).toEqual(session)
      expect(fromMiddle).toEqual(session)
    }),
  )
})

it('[S25] what happens changes the states it is about, and no other', () => {
  const session = aSession()
  const shown = after(session, { type: 'show-names', on: true })
  const { boardRules: _before, revision: _revision, sequence: _sequence, ...rest } = session
  const { changedAt: _changedAt, ...others } = rest
  for (const [name, state] of Object.entries(others)) {
    expect(shown[name as keyof typeof others]).toBe(state)
  }
})

it('[S26] a session of before an ability existed has it, as it begins', () => {
  const stored = storedSession(after(aSession(), { type: 'go-to-step', position: 1 }))
  const { attention: _attention, ...older } = stored.abilities
  const read = upgradedSession({ ...stored, abilities: older })
  expect(read).toMatchObject({
    ok: true,
    value: { steps: { position: 1 }, attention: { spotlight: undefined, wall: { kind: 'auto' } } },
  })
})

it('[S26] a session of a newer version is refused, as is one with an ability that nobody knows', () => {
  const stored = storedSession(aSession())
  const refused = { ok: false, refusal: 'from-a-newer-version' }
  const unknown = { ...stored.abilities, voting: { version: 0, state: {} } }
  const newer = { ...stored.abilities, clock: { version: 1, state: {} } }
  expect(upgradedSession({ ...stored, abilities: unknown })).toEqual(refused)
  expect(upgradedSession({ ...stored, abilities: newer })).toEqual(refused)
})

function storedAndRead(session: Session): Session {
  const read = upgradedSession(throughJson<StoredSession>(storedSession(session)))
  if (!read.ok) throw new Error(read.refusal)
  return read.value
}

function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
