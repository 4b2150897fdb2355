import { expect, it } from 'vitest'
import { after, aPerson, aSession } from '../test/a-session.ts'
import { askedCount, voterOf } from './asked.ts'

const people = [
  aPerson('anna', { groupId: 'A' }),
  aPerson('bram', { groupId: 'B' }),
  aPerson('opa', { groupId: 'A', hasPhone: false }),
  aPerson('gone', { groupId: 'B', hasLeft: true }),
  aPerson('screen', { groupId: 'B', isScreen: true }),
  aPerson('unseen', { groupId: 'B', isUnseen: true }),
]

it('[Q10] whoever takes part and is here may answer, with phone or without, and no screen', () => {
  const session = aSession({ people })
  const voters = people.filter(({ id }) => voterOf(session, id) !== undefined)
  expect(voters.map(({ id }) => id)).toEqual(['anna', 'bram', 'opa', 'unseen'])
  expect(voterOf(session, 'stranger')).toBeUndefined()
  const left = after(session, { type: 'remove-person', personId: 'anna' })
  expect(voterOf(left, 'anna')).toBeUndefined()
})

it('[Q10] asked are those in the room whom it is about something for', () => {
  const session = aSession({ people })
  const ofA = { id: 'a', text: 'A', notFor: 'A' }
  expect(askedCount(session, { items: [{ id: 'x', text: 'X' }] })).toBe(3)
  expect(askedCount(session, { items: [ofA] })).toBe(1)
  expect(askedCount(session, { items: [ofA, { id: 'b', text: 'B', notFor: 'B' }] })).toBe(3)
})
