import { seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsToldTo } from './parts.ts'
import { aSession } from '../test/a-session.ts'
import { somethingHappens } from '../test/something-happens.ts'
import { field } from '../vision/fields.ts'
import type { SessionEvent } from './abilities.ts'
import { archivedEvent, archivedSession, capacityTold } from './archived.ts'
import type { Session } from './session.ts'
import { toldOf } from './told.ts'

it('[S33] whatever happened, the same is told of it', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { session, events } = anEvening(seed)
      for (const event of events) {
        expect(toldOf(archivedEvent(event))).toEqual(toldOf(event))
        expect(capacityTold({ by: 'scribe' }, archivedEvent(event))).toBe(
          capacityTold({ by: 'scribe' }, event),
        )
      }
      const archived = archivedSession(session)
      for (const actor of ['facilitator', 'observer', 'wall'] as const) {
        expect(partsToldTo(archived, actor)).toEqual(partsToldTo(session, actor))
      }
      expect(archivedSession(archived)).toEqual(archived)
    }),
  )
})

it('[S33] what was taken away stays behind, and who wrote it', () => {
  const taken = {
    id: 'weg',
    at: 1,
    reason: 'Dit gaat over iemand.',
    boardId: 'board-A',
    records: [{ boardId: 'board-A', recordId: 'shape:a', stored: { words: 'Buurvrouw Bep' } }],
    authors: ['anna'],
  }
  const session = { ...aSession(), takenAway: [taken] }
  const kept = [
    archivedSession(session),
    archivedEvent({ type: 'remark-taken-away', taken }),
    archivedEvent({ type: 'more-taken-away', id: 'weg', records: taken.records }),
  ]
  expect(JSON.stringify(kept)).not.toMatch(/Bep|anna/)
  expect(JSON.stringify(kept)).toContain('Dit gaat over iemand.')
})

it('[S33] of private boards only of how many people they were', () => {
  const board = {
    id: 'own',
    kind: 'private',
    groupId: undefined,
    members: ['anna', 'bram'],
  } as const
  const session = { ...aSession(), boards: [...aSession().boards, board] }
  expect(archivedSession(session).boards).toEqual(aSession().boards)
  const opened = archivedEvent({ type: 'board-opened', board })
  expect(JSON.stringify(opened)).not.toMatch(/own|anna|bram/)
  expect(toldOf(opened)).toEqual({ count: 2 })
})

it('[S33] whose an anonymous hand was stays behind; one with a name keeps it', () => {
  const raised = (isNamed: boolean): SessionEvent => ({ type: 'hand-raised', hand: hand(isNamed) })
  expect(JSON.stringify(archivedEvent(raised(false)))).not.toContain('anna')
  expect(archivedEvent(raised(true))).toEqual(raised(true))
  const session = aSession()
  const up = { ...session, hands: { raised: [hand(false)], count: 1 } }
  expect(JSON.stringify(archivedSession(up))).not.toContain('anna')
})

it('[S33] names stand on the list, and nowhere else', () => {
  const events = anEvening(3).events.filter(({ type }) => type === 'person-joined')
  expect(events.length).toBeGreaterThan(0)
  for (const event of events) expect(archivedEvent(event)).toMatchObject({ person: { name: '' } })
})

it('[S33] of which card its maker said something stays behind; what they said does not', () => {
  const fields = {
    [field.verified('zin', 'card-2')]: 'different Noem de jeugd',
    [field.verified('zin', 'card-1')]: 'right',
    [field.cluster('card-1')]: 'card-1',
  }
  const session: Session = { ...aSession(), vision: { fields, arrangements: [], count: 0 } }
  const archived = archivedSession(session).vision.fields
  expect(Object.keys(archived).some((key) => key.includes('card-2'))).toBe(false)
  expect(Object.values(archived).toSorted()).toEqual(Object.values(fields).toSorted())
  expect(partsToldTo(archivedSession(session), 'facilitator').verified).toEqual(
    partsToldTo(session, 'facilitator').verified,
  )
  const said: SessionEvent = {
    type: 'statement-verified',
    statement: 'zin',
    answer: 'right',
    changes: { [field.verified('zin', 'card-1')]: [null, 'right'] },
  }
  expect(JSON.stringify(archivedEvent(said))).not.toContain('card-1')
})

it('[S33] what nobody revealed, and ballots, stay behind', () => {
  const question = {
    id: 'q',
    topic: 'poll',
    kind: 'yes-bit-no',
    items: [],
    isRevealed: false,
    hasBallots: true,
    replies: {},
    totals: {
      answered: 1,
      asked: 2,
      items: [{ id: 'i', answered: 1, counts: { yes: 1 }, said: [] }],
    },
  } as const
  const session = { ...aSession(), questions: { all: [question], shown: undefined } }
  const [kept] = archivedSession(session).questions.all
  expect(kept).toMatchObject({ hasBallots: false, totals: { answered: 1, asked: 2, items: [] } })
})

const hand = (isNamed: boolean) => ({ number: 1, personId: 'anna', since: 1, isNamed })

function anEvening(seed: number): {
  readonly session: Session
  readonly events: readonly SessionEvent[]
} {
  const random = seededRandom(seed)
  const all: SessionEvent[] = []
  let session = aSession()
  for (let turn = 0; turn < 60; turn++) {
    const { becomes, events } = somethingHappens(session, turn, random)
    all.push(...events)
    session = becomes
  }
  return { session, events: all }
}
