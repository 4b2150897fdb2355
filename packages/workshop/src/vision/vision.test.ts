import { describe, expect, it } from 'vitest'
import { limits } from '../ability/limits.ts'
import { actorKinds } from '../ability/actors.ts'
import { decide } from '../session/engine.ts'
import { partsToldTo } from '../session/parts.ts'
import type { Command } from '../session/abilities.ts'
import type { Session } from '../session/session.ts'
import { after, aSession, circumstances } from '../test/a-session.ts'
import { structureOf } from './fields.ts'
import { ARRANGEMENTS_KEPT } from './state.ts'
import { fieldsTold } from './told-fields.ts'

const stack = (...cards: string[]): Command => ({ type: 'stack-cards', cards })
const split = (...cards: string[]): Command => ({ type: 'split-stack', cards })
const cluster = (name: string, ...cards: string[]): Command => ({
  type: 'cluster-cards',
  cards,
  cluster: null,
  name,
})
const into = (cluster: string, card: string): Command => ({
  type: 'cluster-cards',
  cards: [card],
  cluster,
  name: '',
})
const named = (name: string): Command => ({ type: 'name-cluster', cluster: 'a', name })
const undo = (number: number): Command => ({ type: 'undo-arrangement', number })

const shown = (session: Session) => structureOf(session.vision.fields)

describe('a stack', () => {
  it('[D1] takes along what lies with its cards, whichever was put first', () => {
    const one = after(aSession(), stack('b', 'c'), stack('a', 'b'))
    expect(shown(one).stacks).toEqual([{ id: 'a', cards: ['a', 'b', 'c'] }])
    expect(shown(after(aSession(), stack('a', 'b'), stack('c', 'b'))).stacks).toEqual(
      shown(one).stacks,
    )
  })

  it('[D1] is there once however often it is pressed', () => {
    const once = after(aSession(), stack('a', 'b'))
    expect(after(once, stack('b', 'a'))).toBe(once)
    expect(after(once, stack('a'))).toBe(once)
  })

  it('[D1] is in the cluster of its cards', () => {
    const session = after(aSession(), cluster('Groen', 'b'), stack('a', 'b'))
    expect(shown(session).clusters).toEqual([{ id: 'b', name: 'Groen', cards: ['a', 'b'] }])
  })

  it('[D2] loses a card, and remembers that it was not the same', () => {
    const session = after(aSession(), stack('a', 'b', 'c'), split('a'))
    expect(shown(session)).toMatchObject({
      stacks: [{ id: 'b', cards: ['b', 'c'] }],
      notSame: [
        ['a', 'b'],
        ['a', 'c'],
      ],
    })
    const again = after(session, stack('a', 'b'))
    expect(shown(again)).toMatchObject({ stacks: [{ cards: ['a', 'b', 'c'] }], notSame: [] })
  })

  it('[D2] of two is none when one goes', () => {
    expect(shown(after(aSession(), stack('a', 'b'), split('b'))).stacks).toEqual([])
    const apart = after(aSession(), stack('a', 'b'), split('a', 'b'))
    expect(shown(apart)).toMatchObject({ stacks: [], notSame: [['a', 'b']] })
  })

  it('[D2] stays when somebody rejects a proposal of two of its cards', () => {
    const stacked = after(aSession(), stack('a', 'b'))
    expect(after(stacked, { type: 'reject-pair', one: 'b', other: 'a' })).toBe(stacked)
    const rejected = after(aSession(), { type: 'reject-pair', one: 'b', other: 'a' })
    expect(shown(rejected).notSame).toEqual([['a', 'b']])
  })
})

describe('a cluster', () => {
  it('[D3] takes cards with their stacks, and is one when it is made twice', () => {
    const once = after(aSession(), stack('a', 'b'), cluster('Wonen', 'b', 'd'))
    expect(shown(once).clusters).toEqual([{ id: 'a', name: 'Wonen', cards: ['a', 'b', 'd'] }])
    expect(after(once, cluster('', 'd', 'a'))).toBe(once)
  })

  it('[D3] loses cards to another, and its name with its last card', () => {
    const two = after(aSession(), cluster('Wonen', 'a', 'b'), cluster('Zorg', 'c'))
    expect(shown(after(two, into('c', 'a'))).clusters).toEqual([
      { id: 'a', name: 'Wonen', cards: ['b'] },
      { id: 'c', name: 'Zorg', cards: ['a', 'c'] },
    ])
    const one = after(two, into('c', 'a'), into('c', 'b'))
    expect(shown(one).clusters).toEqual([{ id: 'c', name: 'Zorg', cards: ['a', 'b', 'c'] }])
    expect(one.vision.fields).not.toHaveProperty('n a')
  })

  it('[D3] gets an id of its own when its first card names another', () => {
    const moved = after(aSession(), cluster('Wonen', 'a', 'b'), {
      type: 'uncluster-cards',
      cards: ['a'],
    })
    expect(shown(after(moved, cluster('Zorg', 'a', 'c'))).clusters).toEqual([
      { id: 'a', name: 'Wonen', cards: ['b'] },
      { id: 'c', name: 'Zorg', cards: ['a', 'c'] },
    ])
  })

  it('[D3] is not made of nothing, and is named while it is there', () => {
    const session = aSession()
    expect(after(session, { type: 'name-cluster', cluster: 'a', name: 'Groen' })).toBe(session)
    const gone: Command = { type: 'cluster-cards', cards: ['b'], cluster: 'a', name: '' }
    expect(after(session, gone)).toBe(session)
    const withName = after(session, cluster('', 'a'), {
      type: 'name-cluster',
      cluster: 'a',
      name: ' Groen  en water ',
    })
    expect(shown(withName).clusters).toEqual([{ id: 'a', name: 'Groen en water', cards: ['a'] }])
  })
})

describe('a source', () => {
  const link: Command = { type: 'link-sources', statement: 'z', cards: ['b'] }

  it('[D4] comes with its stack, and is not unused any more', () => {
    const unused: Command = { type: 'explain-unused', cards: ['a'], why: 'Dit weten we nog niet.' }
    const before = after(aSession(), stack('a', 'b'), unused)
    const why = 'Dit weten we nog niet.'
    expect(shown(before).reasons).toEqual([
      { card: 'a', why },
      { card: 'b', why },
    ])
    const session = after(before, link)
    expect(shown(session)).toMatchObject({
      sources: [{ statement: 'z', cards: ['a', 'b'] }],
      reasons: [],
    })
    const less = after(session, { type: 'unlink-sources', statement: 'z', cards: ['a'] })
    expect(shown(less).sources).toEqual([{ statement: 'z', cards: ['b'] }])
  })
})

describe('a decision', () => {
  it('[D5] is taken back, and what was decided since stays', () => {
    const session = after(aSession(), stack('a', 'b'), cluster('Wonen', 'c'), stack('b', 'd'))
    const back = after(session, undo(1))
    expect(shown(back)).toEqual(shown(after(aSession(), cluster('Wonen', 'c'), stack('b', 'd'))))
    expect(shown(after(session, undo(2))).clusters).toEqual([])
    expect(shown(after(session, undo(2))).stacks).toEqual(shown(session).stacks)
  })

  it('[D5] is taken back only where nobody decided something else since', () => {
    const session = after(aSession(), cluster('', 'a', 'b'), named('Wonen'), named('Zorg'))
    expect(refusalOf(session, undo(2))).toBe('nothing-to-undo')
    // The cards go out of it; the name that somebody else gave is not taken along.
    expect(after(session, undo(1)).vision.fields).toEqual({ 'n a': 'Zorg' })
  })

  it('[D5] is taken back once, and taking back is taken back', () => {
    const session = after(aSession(), stack('a', 'b'), undo(1))
    expect(shown(session).stacks).toEqual([])
    expect(refusalOf(session, undo(1))).toBe('nothing-to-undo')
    expect(refusalOf(session, undo(9))).toBe('nothing-to-undo')
    expect(shown(after(session, undo(2))).stacks).toEqual([{ id: 'a', cards: ['a', 'b'] }])
  })

  it('[D5] is kept for a while', () => {
    const many = Array.from({ length: ARRANGEMENTS_KEPT + 1 }, (_, count) =>
      stack(`a${count}`, `b${count}`),
    )
    const session = after(aSession(), ...many)
    expect(session.vision.arrangements).toHaveLength(ARRANGEMENTS_KEPT)
    expect(refusalOf(session, undo(1))).toBe('nothing-to-undo')
    expect(refusalOf(session, undo(2))).toBeUndefined()
  })

  it('[D6] is given by facilitators only, and told to everybody who takes part or looks', () => {
    const session = after(aSession(), stack('a', 'b'))
    for (const actor of actorKinds) {
      const outcome = decide(session, { actor, command: undo(1) }, circumstances(session))
      expect(outcome.ok).toBe(actor === 'facilitator')
    }
    for (const actor of ['facilitator', 'participant', 'observer', 'wall'] as const) {
      const { arrangement } = partsToldTo(session, actor)
      expect(fieldsTold(arrangement)).toEqual(session.vision.fields)
    }
    expect(partsToldTo(session, 'newcomer').arrangement).toBeUndefined()
    expect(partsToldTo(aSession(), 'facilitator').arrangement).toBeUndefined()
  })

  it('[D6] is refused when it is too long or too much', () => {
    const long = 'x'.repeat(limits.clusterNameLength + 1)
    expect(refusalOf(aSession(), cluster(long, 'a'))).toBe('text-too-long')
    const why = 'x'.repeat(limits.reasonLength + 1)
    expect(refusalOf(aSession(), { type: 'explain-unused', cards: ['a'], why })).toBe(
      'text-too-long',
    )
    const all = Array.from({ length: 200 }, (_, count) => `c${count}`)
    // Each with each of the others: 19,900 pairs.
    const full = after(aSession(), stack(...all), split(...all))
    expect(Object.keys(full.vision.fields)).toHaveLength(19_900)
    const others = Array.from({ length: 102 }, (_, count) => `d${count}`)
    expect(refusalOf(full, stack(...others))).toBe('vision-is-full')
    expect(refusalOf(full, stack(...all))).toBeUndefined()
  })
})

function refusalOf(session: Session, command: Command): string | undefined {
  const outcome = decide(session, { actor: 'facilitator', command }, circumstances(session))
  return outcome.ok ? undefined : outcome.refusal
}
