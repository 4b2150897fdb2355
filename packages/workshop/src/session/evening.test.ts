import { seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSession } from '../test/a-session.ts'
import { somethingHappens } from '../test/something-happens.ts'
import type { Session } from './session.ts'

describe('whatever happens in an evening', () => {
  it.each([
    [
      '[S2] the revision never falls, and rises by one when anything changed',
      (before: Session, after: Session, did: string) =>
        after.revision === before.revision + (after === before || did === 'note-seen' ? 0 : 1),
    ],
    [
      '[S7] opened steps only grow at the end, and none is there twice',
      (before: Session, after: Session) =>
        before.steps.openedSteps.every(
          (position, turn) => after.steps.openedSteps[turn] === position,
        ) && new Set(after.steps.openedSteps).size === after.steps.openedSteps.length,
    ],
    [
      '[S13] nobody is forgotten, and nobody gets another number',
      (before: Session, after: Session, did: string) =>
        before.people.all
          .filter(({ isUnseen }) => isUnseen !== true || did !== 'remove-unseen-people')
          .every(
            ({ id, number }) => after.people.all.find((each) => each.id === id)?.number === number,
          ),
    ],
    [
      '[G9] once groups are made, everybody present has one of them',
      (_before: Session, after: Session) =>
        !after.people.groupsMade ||
        after.people.all.every(
          (person) =>
            person.hasLeft ||
            person.isScreen ||
            after.people.groups.some(({ id }) => id === person.groupId),
        ),
    ],
    [
      '[S11] nobody who takes part or facilitates changes a session that is over, but by reopening it',
      (before: Session, after: Session, did: string) =>
        before.course.endedAt === undefined ||
        after === before ||
        did.startsWith('note-') ||
        ['reopen-session', 'turn-wall-page'].includes(did),
    ],
  ])('%s', (_rule, holds) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed)
        let session = aSession()
        for (let turn = 0; turn < 60; turn++) {
          const { did, becomes } = somethingHappens(session, turn, random)
          if (!holds(session, becomes, did)) {
            throw new Error(`Broken by ${did} at revision ${session.revision}.`)
          }
          session = becomes
        }
        expect(session.people.all.length).toBeLessThanOrEqual(60)
      }),
    )
  })
})
