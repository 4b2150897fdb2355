import { below, seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSession, NOW } from '../test/a-session.ts'
import type { Command } from './commands.ts'
import { decide } from './decide.ts'
import { recordMerge, recordUndoneMerge } from '../merging/merges.ts'
import { join } from '../people/people.ts'
import type { Session } from './session.ts'

describe('whatever happens in an evening', () => {
  it.each([
    [
      '[S2] the revision never falls, and rises by one when anything changed',
      (before: Session, after: Session) =>
        after === before ? true : after.revision === before.revision + 1,
    ],
    [
      '[S7] opened steps only grow at the end, and none is there twice',
      (before: Session, after: Session) =>
        before.openedSteps.every((position, turn) => after.openedSteps[turn] === position) &&
        new Set(after.openedSteps).size === after.openedSteps.length,
    ],
    [
      '[S13] nobody is forgotten, and nobody gets another number',
      (before: Session, after: Session) =>
        before.people.every(({ id, number }, place) => {
          const now = after.people[place]
          return now?.id === id && now.number === number
        }),
    ],
    [
      '[G9] once groups are made, everybody present has one of them',
      (_before: Session, after: Session) =>
        !after.groupsMade ||
        after.people.every(
          (person) => person.hasLeft || after.groups.some(({ id }) => id === person.groupId),
        ),
    ],
    [
      '[S11] nothing but reopening changes a session that is over',
      (before: Session, after: Session, did: string) =>
        before.endedAt === undefined || after === before || did === 'reopen-session',
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
        expect(session.people.length).toBeLessThanOrEqual(60)
      }),
    )
  })
})

/** One thing that people or a facilitator may do, on a screen that may be a little behind. */
function somethingHappens(session: Session, turn: number, random: () => number) {
  const personId = `person-${below(random, turn + 1)}`
  const groupId = ['A', 'B', 'C', 'Z'][below(random, 4)] ?? 'A'
  const commands: readonly Command[] = [
    { type: 'go-to-step', position: below(random, 8) - 2 },
    { type: 'add-minutes', minutes: below(random, 11) - 5 },
    { type: 'pause-clock' },
    { type: 'resume-clock' },
    { type: 'mix-groups' },
    { type: 'undo-mix' },
    { type: 'move-person', personId, groupId },
    { type: 'move-person', personId, groupId },
    { type: 'add-person', name: '', background: 'resident' },
    { type: 'remove-person', personId },
    { type: 'restore-person', personId },
    { type: 'rename-group', groupId, name: `De Brug ${turn}` },
    { type: 'spotlight', boardId: below(random, 2) === 0 ? null : 'vision' },
    { type: 'show-on-wall', choice: { kind: 'code' } },
    { type: 'end-session' },
    { type: 'reopen-session' },
    { type: 'reopen-session' },
  ]
  const choice = below(random, commands.length + 6)
  const command = commands[choice]
  if (command !== undefined) {
    const outcome = decide(session, command, {
      now: NOW + turn,
      random,
      newId: () => `person-${turn}`,
      seenRevision: session.revision - below(random, 3),
    })
    return { did: command.type, becomes: outcome.ok ? outcome.value : session }
  }
  if (choice === commands.length && session.endedAt === undefined) {
    return { did: 'merge', becomes: recordMerge(session, { now: NOW + turn }) }
  }
  if (choice === commands.length + 1 && session.endedAt === undefined) {
    const undone = { lastAt: undefined, canUndo: false }
    return { did: 'undo-merge', becomes: recordUndoneMerge(session, undone) }
  }
  const newcomer = { personId: `person-${turn}`, name: '', background: 'resident' as const }
  const outcome = join(session, newcomer)
  return { did: 'join', becomes: outcome.ok ? outcome.value : session }
}
