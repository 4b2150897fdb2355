import { describe, expect, it } from 'vitest'
import {
  aPerson,
  aSession,
  after,
  circumstances,
  decided,
  join,
  MINUTE,
  NOW,
} from '../test/a-session.ts'
import type { Command } from '../session/abilities.ts'
import { allowsImages, asksOnlyNotes, takesOnlyNotes } from '../board-rules/state.ts'
import { limits } from '../ability/limits.ts'

describe('a new session', () => {
  it('[S1] is an empty waiting room', () => {
    const { revision, steps, people, clock } = aSession()
    expect(revision).toBe(0)
    expect(steps.position).toBe(-1)
    expect(people).toMatchObject({ all: [], groupsMade: false })
    expect(clock.current).toBeUndefined()
  })
})

describe('the revision', () => {
  it('[S2] rises by one with a change', () => {
    expect(after(aSession(), { type: 'show-names', on: true }).revision).toBe(1)
  })

  it.each<Command>([
    { type: 'show-names', on: false },
    { type: 'allow-images', on: false },
    { type: 'only-notes', on: false },
    { type: 'spotlight', boardId: null },
    { type: 'show-on-wall', choice: { kind: 'auto' } },
    { type: 'rename-session', title: ' Visie  Sterrenveld ' },
    { type: 'rename-group', groupId: 'A', name: 'Groep A' },
    { type: 'restore-person', personId: 'Noor' },
    { type: 'move-person', personId: 'Noor', groupId: 'B' },
  ])('[S2] stays where it is when $type changes nothing', (command) => {
    const session = aSession({ people: [aPerson('Noor', { groupId: 'B' })] })
    expect(after(session, command)).toBe(session)
  })
})

describe('photos', () => {
  it('[S19] are off until the facilitator allows them, and can be switched off again', () => {
    const session = aSession()
    expect(allowsImages(session)).toBe(false)
    const allowed = after(session, { type: 'allow-images', on: true })
    expect(allowsImages(allowed)).toBe(true)
    expect(after(allowed, { type: 'allow-images', on: true })).toBe(allowed)
    expect(allowsImages(after(allowed, { type: 'allow-images', on: false }))).toBe(false)
  })

  it('[S19] are off after the end', () => {
    const allowed = after(aSession(), { type: 'allow-images', on: true })
    expect(allowsImages(after(allowed, { type: 'end-session' }))).toBe(false)
  })
})

describe('only notes', () => {
  it('[S20] are asked for when the facilitator says so, until taken back or the end', () => {
    const asked = after(aSession(), { type: 'only-notes', on: true })
    expect([asksOnlyNotes(aSession()), asksOnlyNotes(asked)]).toEqual([false, true])
    expect(after(asked, { type: 'only-notes', on: true })).toBe(asked)
    expect(asksOnlyNotes(after(asked, { type: 'only-notes', on: false }))).toBe(false)
    expect(asksOnlyNotes(after(asked, { type: 'end-session' }))).toBe(false)
  })

  it('[S20] leave five seconds for what somebody was drawing', () => {
    const asked = after(aSession(), { type: 'only-notes', on: true })
    const since = asked.boardRules.notesOnlySince ?? 0
    expect([takesOnlyNotes(asked, since + 5_000), takesOnlyNotes(asked, since + 5_001)]).toEqual([
      false,
      true,
    ])
  })
})

describe('a command from an older screen', () => {
  it('[S3] does not go to a step when the session has moved on', () => {
    const moved = after(aSession(), { type: 'go-to-step', position: 0 })
    const pressedTwice = decided(
      moved,
      { type: 'go-to-step', position: 0 },
      circumstances(moved, { seenRevision: 0 }),
    )
    expect(pressedTwice).toEqual({ ok: false, refusal: 'session-has-moved-on' })
  })

  it('[S3] does not give its minutes to another step', () => {
    const moved = after(aSession(), { type: 'go-to-step', position: 0 })
    const late = circumstances(moved, { seenRevision: 0 })
    expect(decided(moved, { type: 'add-minutes', minutes: 5 }, late)).toEqual({
      ok: false,
      refusal: 'session-has-moved-on',
    })
  })

  it.each<Command>([{ type: 'mix-groups' }, { type: 'undo-mix' }])(
    '[S4] refuses $type when groups were mixed since',
    (command) => {
      const mixed = after(aSession({ people: [aPerson('Noor')] }), { type: 'mix-groups' })
      const late = circumstances(mixed, { seenRevision: 0 })
      expect(decided(mixed, command, late)).toEqual({ ok: false, refusal: 'session-has-moved-on' })
    },
  )

  it('[S4] counts the undoing of a mix as a change of groups too', () => {
    const mixed = after(aSession({ people: [aPerson('Noor')] }), { type: 'mix-groups' })
    const undone = after(mixed, { type: 'undo-mix' })
    const late = circumstances(undone, { seenRevision: mixed.revision })
    expect(decided(undone, { type: 'mix-groups' }, late)).toEqual({
      ok: false,
      refusal: 'session-has-moved-on',
    })
  })

  it('[S5] still goes to the next step when people came in meanwhile', () => {
    const joined = join(aSession(), { personId: 'Noor', name: 'Noor', background: 'resident' })
    const session = joined.ok ? joined.value : aSession()
    const late = circumstances(session, { seenRevision: 0 })
    expect(session.revision).toBe(1)
    expect(decided(session, { type: 'go-to-step', position: 0 }, late).ok).toBe(true)
  })

  it('[S5] still renames, whatever happened', () => {
    const moved = after(aSession(), { type: 'go-to-step', position: 0 })
    const late = circumstances(moved, { seenRevision: 0 })
    expect(decided(moved, { type: 'rename-session', title: 'Nieuw' }, late).ok).toBe(true)
  })
})

describe('going to a step', () => {
  it('[S6] starts its clock afresh and clears the spotlight', () => {
    const session = aSession({ spotlight: 'board-A', clock: { kind: 'paused', remainingMs: 1 } })
    const moved = after(session, { type: 'go-to-step', position: 1 })
    expect(moved.clock.current).toEqual({ kind: 'running', endsAt: NOW + 25 * MINUTE })
    expect(moved.attention.spotlight).toBeUndefined()
  })

  it('[S6] leaves a step of no minutes without a clock', () => {
    expect(after(aSession(), { type: 'go-to-step', position: 2 }).clock.current).toBeUndefined()
  })

  it('[S7] opens a step once, in the order of first visits', () => {
    const visits = [1, 0, 1, 3, 0].map((position) => ({ type: 'go-to-step', position }) as const)
    expect(after(aSession(), ...visits).steps.openedSteps).toEqual([1, 0, 3])
  })

  it('[S8] goes back to the waiting room and forgets no opened step', () => {
    const session = after(
      aSession(),
      { type: 'go-to-step', position: 0 },
      { type: 'spotlight', boardId: 'vision' },
      { type: 'go-to-step', position: -1 },
    )
    expect(session.steps).toMatchObject({ position: -1, openedSteps: [0] })
    expect([session.clock.current, session.attention.spotlight]).toEqual([undefined, undefined])
  })

  it.each([-2, 5, 0.5, Number.NaN])('[S8] refuses position %d', (position) => {
    const session = aSession()
    expect(decided(session, { type: 'go-to-step', position }, circumstances(session))).toEqual({
      ok: false,
      refusal: 'no-such-step',
    })
  })
})

describe('the end', () => {
  it('[S11] refuses every command but reopening', () => {
    const ended = after(aSession(), { type: 'end-session' })
    expect(decided(ended, { type: 'mix-groups' }, circumstances(ended))).toEqual({
      ok: false,
      refusal: 'session-is-over',
    })
    expect(decided(ended, { type: 'end-session' }, circumstances(ended)).ok).toBe(false)
    expect(after(ended, { type: 'reopen-session' }).course.endedAt).toBeUndefined()
  })

  it('[S11] lets nobody in', () => {
    const ended = after(aSession(), { type: 'end-session' })
    expect(join(ended, { personId: 'Noor', name: '', background: 'resident' })).toEqual({
      ok: false,
      refusal: 'session-is-over',
    })
  })

  it('[S11] holds the clock, so that reopening goes on with what was left', () => {
    const running = after(aSession(), { type: 'go-to-step', position: 0 })
    const ended = decided(
      running,
      { type: 'end-session' },
      circumstances(running, { now: NOW + 4 * MINUTE }),
    )
    const reopened = after(ended.ok ? ended.value : running, { type: 'reopen-session' })
    expect(reopened.steps.position).toBe(0)
    expect(reopened.clock.current).toEqual({ kind: 'paused', remainingMs: 6 * MINUTE })
  })

  it('[S11] cannot be undone before it came', () => {
    expect(decided(aSession(), { type: 'reopen-session' }, circumstances(aSession()))).toEqual({
      ok: false,
      refusal: 'session-is-not-over',
    })
  })
})

describe('names and titles', () => {
  it('[S12] lose what would break a line', () => {
    const session = after(
      aSession(),
      { type: 'rename-group', groupId: 'B', name: '  De\n\tBrug ' },
      { type: 'rename-session', title: 'Visie\u202e op morgen\u0000' },
    )
    expect(session.people.groups[1]?.name).toBe('De Brug')
    expect(session.course.title).toBe('Visie op morgen')
  })

  it.each<[Command, string]>([
    [{ type: 'rename-session', title: ' \n ' }, 'text-missing'],
    [{ type: 'rename-session', title: 'a'.repeat(limits.titleLength + 1) }, 'text-too-long'],
    [{ type: 'rename-group', groupId: 'A', name: '' }, 'text-missing'],
    [{ type: 'rename-group', groupId: 'A', name: 'a'.repeat(10_000) }, 'text-too-long'],
    [{ type: 'rename-group', groupId: 'Z', name: 'Zuid' }, 'no-such-group'],
    [{ type: 'add-person', name: 'a'.repeat(41), background: 'resident' }, 'text-too-long'],
  ])('[S12] %o is refused: %s', (command, refusal) => {
    expect(decided(aSession(), command, circumstances(aSession()))).toEqual({ ok: false, refusal })
  })
})

describe('the spotlight and the wall', () => {
  it('[S23] turns the pages of the wall, which begins again with all that it shows anew', () => {
    const turned = after(aSession(), { type: 'turn-wall-page', page: 2 })
    expect(turned.attention.wallPage).toBe(2)
    const others: readonly Command[] = [
      { type: 'go-to-step', position: 1 },
      { type: 'spotlight', boardId: 'board-A' },
      { type: 'show-on-wall', choice: { kind: 'board', boardId: 'board-A' } },
      { type: 'end-session' },
      { type: 'note-merge', at: NOW },
    ]
    for (const command of others) expect(after(turned, command).attention.wallPage).toBeUndefined()
    expect(after(turned, { type: 'turn-wall-page', page: -1 }).attention.wallPage).toBe(0)
    expect(after(turned, { type: 'turn-wall-page', page: 2 })).toBe(turned)
  })

  it('[S23] turns them after the end too', () => {
    const ended = after(aSession(), { type: 'end-session' })
    expect(after(ended, { type: 'turn-wall-page', page: 1 }).attention.wallPage).toBe(1)
  })

  it('[S15] takes the wall along, until something else is chosen for the wall', () => {
    const pinned = after(
      aSession(),
      { type: 'show-on-wall', choice: { kind: 'board', boardId: 'board-A' } },
      { type: 'spotlight', boardId: 'board-B' },
    )
    expect(pinned.attention).toMatchObject({ spotlight: 'board-B', wall: { kind: 'auto' } })
    const code = after(pinned, { type: 'show-on-wall', choice: { kind: 'code' } })
    expect(code.attention).toMatchObject({ spotlight: 'board-B', wall: { kind: 'code' } })
    expect(after(code, { type: 'spotlight', boardId: null }).attention.spotlight).toBeUndefined()
  })

  it.each<Command>([
    { type: 'spotlight', boardId: 'board-Z' },
    { type: 'show-on-wall', choice: { kind: 'board', boardId: 'board-Z' } },
  ])('[S15] refuses a board of another session', (command) => {
    expect(decided(aSession(), command, circumstances(aSession()))).toEqual({
      ok: false,
      refusal: 'no-such-board',
    })
  })
})
