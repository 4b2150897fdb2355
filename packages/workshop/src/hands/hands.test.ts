import { below, seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, evolve } from '../session/engine.ts'
import { partsOfPerson, partsToldTo } from '../session/parts.ts'
import type { Command } from '../session/abilities.ts'
import type { Session } from '../session/session.ts'
import { after, aPerson, aSession, circumstances, MINUTE, NOW } from '../test/a-session.ts'

const people = [
  aPerson('anna', { groupId: 'A' }),
  aPerson('bram', { groupId: 'B', number: 2 }),
  aPerson('screen-c', { groupId: 'C', number: 0, isScreen: true }),
]
const [named, anonymous] = [0, 1]

describe('a hand', () => {
  it('[H1] goes up once, and down again', () => {
    const up = pressed(inStep(named), 'anna', 'raise-hand')
    expect(raised(up)).toEqual(['anna'])
    expect(pressed(up, 'anna', 'raise-hand')).toBe(up)
    const down = pressed(up, 'anna', 'lower-own-hand')
    expect(raised(down)).toEqual([])
    expect(pressed(down, 'anna', 'lower-own-hand')).toBe(down)
    expect(raised(pressed(up, 'bram', 'lower-own-hand'))).toEqual(['anna'])
  })

  it('[H1] is of somebody who is here', () => {
    const left = after(inStep(named), { type: 'remove-person', personId: 'anna' })
    for (const personId of ['anna', 'stranger', undefined]) {
      expect(outcome(left, personId, { type: 'raise-hand' })).toMatchObject({
        refusal: 'no-such-person',
      })
    }
  })

  it('[H2] stands in the order of raising, and behind all others when it goes up again', () => {
    let session = pressed(inStep(named), 'anna', 'raise-hand')
    session = pressed(session, 'bram', 'raise-hand')
    session = pressed(session, 'anna', 'lower-own-hand')
    expect(raised(pressed(session, 'anna', 'raise-hand'))).toEqual(['bram', 'anna'])
  })

  it('[H3] is shown with its name, and only to who leads', () => {
    const session = pressed(inStep(named), 'anna', 'raise-hand')
    const shown = [{ id: '1', number: 1, since: NOW, personId: 'anna', groupId: 'A' }]
    expect(partsToldTo(session, 'facilitator')).toEqual({ hands: shown })
    for (const actor of ['participant', 'scribe', 'observer', 'wall', 'newcomer'] as const) {
      expect(partsToldTo(session, actor)).toEqual({})
    }
    expect(partsOfPerson(session, 'anna')).toEqual({ ownHand: true })
    expect(partsOfPerson(session, 'bram')).toEqual({})
  })

  it('[H3] is of a group only in an anonymous step, whether it went up before or in it', () => {
    const group = [{ id: '1', number: 1, since: NOW, groupId: 'A' }]
    const before = pressed(inStep(named), 'anna', 'raise-hand')
    const within = pressed(inStep(anonymous), 'anna', 'raise-hand')
    expect(handsOf(went(before, anonymous))).toEqual(group)
    expect(handsOf(within)).toEqual(group)
    // Nobody finds out later who it was.
    expect(handsOf(went(within, named))).toEqual(group)
    expect(handsOf(went(went(before, anonymous), named))).toMatchObject([{ personId: 'anna' }])
    const shown = after(within, { type: 'show-names', on: true })
    expect(handsOf(shown)).toEqual(group)
    expect(handsOf(pressed(shown, 'bram', 'raise-hand'))).toMatchObject([
      group[0],
      { personId: 'bram' },
    ])
  })

  it('[H3] without a name stays one of the group in which it went up, whoever is moved', () => {
    const up = pressed(inStep(anonymous), 'anna', 'raise-hand')
    const group = [{ id: '1', number: 1, since: NOW, groupId: 'A' }]
    const moved = after(up, { type: 'move-person', personId: 'anna', groupId: 'C' })
    expect(handsOf(moved)).toEqual(group)
    expect(handsOf(went(moved, named))).toEqual(group)
    const shown = pressed(inStep(named), 'anna', 'raise-hand')
    const shownAndMoved = after(shown, { type: 'move-person', personId: 'anna', groupId: 'C' })
    expect(handsOf(shownAndMoved)).toMatchObject([{ personId: 'anna', groupId: 'C' }])
    expect(handsOf(went(shownAndMoved, anonymous))).toEqual(group)
  })

  it('[H3] of the screen of a group is the hand of that group', () => {
    expect(handsOf(pressed(inStep(named), 'screen-c', 'raise-hand'))).toEqual([
      { id: '1', number: 1, since: NOW, groupId: 'C' },
    ])
  })

  it('[H4] is lowered by the facilitator, alone or with all that were seen', () => {
    let session = pressed(inStep(named), 'anna', 'raise-hand')
    session = pressed(session, 'bram', 'raise-hand')
    expect(raised(after(session, { type: 'lower-hand', hand: 1 }))).toEqual(['bram'])
    expect(after(session, { type: 'lower-hand', hand: 9 })).toBe(session)
    expect(raised(after(session, { type: 'lower-hands', upTo: 1 }))).toEqual(['bram'])
    expect(raised(after(session, { type: 'lower-hands', upTo: 2 }))).toEqual([])
  })

  it('[H5] goes down with who leaves, and at the end', () => {
    const session = pressed(inStep(named), 'anna', 'raise-hand')
    for (const command of [
      { type: 'remove-person', personId: 'anna' },
      { type: 'note-device-left', personId: 'anna' },
      { type: 'end-session' },
    ] satisfies Command[]) {
      expect(raised(after(session, command))).toEqual([])
    }
    const others = after(session, { type: 'remove-person', personId: 'bram' })
    expect(raised(others)).toEqual(['anna'])
    const unseen = aSession({
      position: named,
      people: [aPerson('anna', { isUnseen: true })],
    })
    const gone = after(pressed(unseen, 'anna', 'raise-hand'), { type: 'remove-unseen-people' })
    expect(raised(gone)).toEqual([])
  })

  it('[H6] stays up when the session goes on; a press from before that does not count', () => {
    const session = inStep(named)
    const next = went(pressed(session, 'anna', 'raise-hand'), anonymous)
    expect(raised(next)).toEqual(['anna'])
    const late = { type: 'raise-hand' } as const
    expect(outcome(next, 'bram', late, session.revision)).toEqual({
      ok: false,
      refusal: 'session-has-moved-on',
    })
  })

  it('keeps its time when the clock of the server is set', () => {
    const session = pressed(went(inStep(-1), named), 'anna', 'raise-hand')
    const set = after(session, { type: 'note-clock-set', before: NOW + 1, ms: MINUTE })
    expect(handsOf(set)).toMatchObject([{ since: NOW + MINUTE }])
  })
})

it('[H1] [H2] [H3] [S25] whatever people press: one hand each, in order, and no name that is not shown', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed)
      const start = inStep(below(random, 2))
      let [session, replayed] = [start, start]
      for (let turn = 0; turn < 60; turn++) {
        const decided = anyPress(session, random)
        if (!decided.ok) continue
        replayed = evolve(replayed, JSON.parse(JSON.stringify(decided.value.events)) as [])
        session = decided.value.session
        const hands = handsOf(session)
        const numbers = hands.map(({ number }) => number)
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
        expect(new Set(raised(session)).size).toBe(hands.length)
        const isNamed = session.steps.position === named
        expect(hands.filter(({ personId }) => personId !== undefined && !isNamed)).toEqual([])
      }
      expect(replayed).toEqual(session)
    }),
  )
})

function anyPress(session: Session, random: () => number) {
  const personId = people[below(random, people.length)]?.id
  const hand = 1 + below(random, session.hands.count + 1)
  const commands: readonly Command[] = [
    { type: 'raise-hand' },
    { type: 'raise-hand' },
    { type: 'lower-own-hand' },
    { type: 'lower-hand', hand },
    { type: 'lower-hands', upTo: hand },
    { type: 'go-to-step', position: below(random, 2) },
    { type: 'remove-person', personId: personId ?? '' },
    { type: 'restore-person', personId: personId ?? '' },
  ]
  const command = commands[below(random, commands.length)] ?? { type: 'raise-hand' }
  const isOwn = command.type === 'raise-hand' || command.type === 'lower-own-hand'
  return outcome(session, isOwn ? personId : undefined, command)
}

function inStep(position: number): Session {
  return aSession({ position, people })
}

function went(session: Session, position: number): Session {
  return after(session, { type: 'go-to-step', position })
}

function outcome(
  session: Session,
  personId: string | undefined,
  command: Command,
  seenRevision = session.revision,
) {
  const isOwn = command.type === 'raise-hand' || command.type === 'lower-own-hand'
  const actor = isOwn ? 'participant' : 'facilitator'
  return decide(session, { actor, personId, command, seenRevision }, circumstances(session))
}

function pressed(session: Session, personId: string, type: 'raise-hand' | 'lower-own-hand') {
  const decided = outcome(session, personId, { type })
  if (!decided.ok) throw new Error(decided.refusal)
  return decided.value.session
}

function raised({ hands }: Session): readonly string[] {
  return hands.raised.map(({ personId }) => personId)
}

function handsOf(session: Session) {
  return partsToldTo(session, 'facilitator').hands ?? []
}
