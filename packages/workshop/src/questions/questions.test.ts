import { below, seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from '../session/abilities.ts'
import { decide, evolve, whoMayGive } from '../session/engine.ts'
import { partsToldTo } from '../session/parts.ts'
import type { Session } from '../session/session.ts'
import { toldOf } from '../session/told.ts'
import { after, aSession, circumstances, decided } from '../test/a-session.ts'
import { somethingHappens } from '../test/something-happens.ts'
import { openQuestion } from './state.ts'
import type { Totals } from './state.ts'

describe('a question to the room', () => {
  it('[Q1] is asked by the facilitator, one at a time, with texts as people see them', () => {
    const session = asked(poll)
    expect(openQuestion(session)).toMatchObject({
      topic: 'poll',
      kind: 'five-points',
      items: [{ id: 's1', text: 'De gemeente laat los' }],
    })
    expect(refusal(session, poll)).toBe('question-is-open')
    expect(refusal(aSession(), { ...poll, items: [{ id: 's1', text: ' \n ' }] })).toBe(
      'text-missing',
    )
    expect(refusal(aSession(), { ...poll, items: [{ id: 's', text: 'a'.repeat(1001) }] })).toBe(
      'text-too-long',
    )
    const [first] = poll.items
    const twice = [first, first, { id: 's2', text: 'B' }]
    expect(openQuestion(after(aSession(), { ...poll, items: twice }))?.items).toHaveLength(2)
  })

  it('[Q1] a session takes so many, and one so many items', () => {
    const items = Array.from({ length: 61 }, (_, place) => ({ id: `s${place}`, text: 'A' }))
    expect(refusal(aSession(), { ...poll, items })).toBe('too-many-questions')
    const question = { ...asked(poll).questions.all[0], totals: none }
    const all = Array.from({ length: 300 }, (_, place) => ({ ...question, id: `q${place}` }))
    const full = { ...aSession(), questions: { all, shown: undefined } } as Session
    expect(refusal(full, poll)).toBe('too-many-questions')
  })

  it('[Q1] gives everybody three dots where nobody said how many', () => {
    const dots = { ...poll, kind: 'dots' } as const
    expect(openQuestion(after(aSession(), dots))?.dots).toBe(3)
    expect(openQuestion(after(aSession(), { ...dots, dots: 5 }))?.dots).toBe(5)
    expect(openQuestion(asked(poll))?.dots).toBeUndefined()
  })

  it('[Q2] tells nobody what was answered before it is revealed, and takes that back', () => {
    const closed = after(asked(poll), close)
    for (const actor of ['facilitator', 'observer', 'wall', 'participant'] as const) {
      expect(JSON.stringify(partsToldTo(closed, actor))).not.toContain('Te snel')
    }
    const revealed = after(closed, { type: 'reveal-answers', questionId: ID })
    for (const actor of ['facilitator', 'observer', 'wall', 'participant'] as const) {
      expect(partsToldTo(revealed, actor).question?.totals).toMatchObject({ answered: 12 })
    }
    expect(after(revealed, { type: 'reveal-answers', questionId: ID })).toBe(revealed)
    const hidden = after(revealed, { type: 'hide-answers', questionId: ID })
    expect(JSON.stringify(partsToldTo(hidden, 'facilitator'))).not.toContain('Te snel')
    expect(after(hidden, { type: 'hide-answers', questionId: ID })).toBe(hidden)
    expect(JSON.stringify(closedEvents.map(toldOf))).not.toContain('Te snel')
  })

  it('[Q2] is revealed by the end of the session: nobody could do so any more', () => {
    const ended = after(asked(poll), close, { type: 'end-session' })
    expect(partsToldTo(ended, 'observer').questions).toMatchObject([{ totals: { answered: 12 } }])
  })

  it('[Q3] splits by role for who leads and who looks on, and for no screen of all', () => {
    const session = after(asked(poll), close, { type: 'reveal-answers', questionId: ID })
    for (const actor of ['facilitator', 'observer'] as const) {
      expect(partsToldTo(session, actor).questions?.[0]?.totals?.items[0]?.byRole).toBeDefined()
    }
    for (const actor of ['facilitator', 'observer', 'wall', 'participant'] as const) {
      const { question } = partsToldTo(session, actor)
      expect(question?.totals?.items[0]).toMatchObject({ answered: 12 })
      expect(question?.totals?.items[0]?.byRole).toBeUndefined()
    }
  })

  it('[Q4] is closed once, and can be opened again for as long as its ballots are there', () => {
    const closed = after(asked(poll), close)
    expect(openQuestion(closed)).toBeUndefined()
    expect(after(closed, close)).toBe(closed)
    expect(partsToldTo(closed, 'facilitator').question?.canReopen).toBe(true)
    const again = after(closed, reopen)
    expect(openQuestion(again)?.id).toBe(ID)
    expect(after(again, reopen)).toBe(again)
    expect(after(again, { type: 'note-ballots-destroyed', questionId: ID })).toBe(again)
    const gone = after(closed, { type: 'note-ballots-destroyed', questionId: ID })
    expect(refusal(gone, reopen)).toBe('nothing-to-undo')
    expect(partsToldTo(gone, 'facilitator').question?.canReopen).toBeUndefined()
    const next = after(closed, poll)
    expect(refusal(next, reopen)).toBe('question-is-open')
  })

  it('[Q4] that nobody answered is on no screen any more once it is closed', () => {
    const closed = after(asked(poll), { ...close, totals: none })
    expect(partsToldTo(closed, 'facilitator').questions).toBeUndefined()
    expect(partsToldTo(closed, 'wall').question).toBeUndefined()
    expect(openQuestion(after(closed, reopen))?.id).toBe(ID)
  })

  it('[Q5] is on all screens until the session goes on, or the facilitator takes what came of it off', () => {
    const open = asked(poll)
    expect(refusal(open, { type: 'show-question', questionId: ID, on: false })).toBe(
      'question-is-open',
    )
    expect(shownOn(after(open, { type: 'go-to-step', position: 1 }))).toBe(ID)
    const closed = after(open, close)
    expect(shownOn(closed)).toBe(ID)
    expect(shownOn(after(closed, { type: 'go-to-step', position: 1 }))).toBeUndefined()
    const off = after(closed, { type: 'show-question', questionId: ID, on: false })
    expect(shownOn(off)).toBeUndefined()
    expect(shownOn(after(off, { type: 'show-question', questionId: ID, on: true }))).toBe(ID)
  })

  it('[Q5] is put on the wall, whatever was chosen for that before; a later choice goes first again', () => {
    const chosen = after(aSession(), { type: 'show-on-wall', choice: { kind: 'code' } })
    const open = after(chosen, poll)
    expect(open.attention.wall).toEqual({ kind: 'auto' })
    const later = after(open, { type: 'show-on-wall', choice: { kind: 'code' } })
    expect(later.attention.wall).toEqual({ kind: 'code' })
    const closed = after(later, close, { type: 'show-question', questionId: ID, on: false })
    expect(closed.attention.wall).toEqual({ kind: 'code' })
    const shown = after(closed, { type: 'show-question', questionId: ID, on: true })
    expect(shown.attention.wall).toEqual({ kind: 'auto' })
  })

  it('[Q8] a critique is answered, or stands as it is, and the answer can be taken back', () => {
    const session = after(aSession(), {
      type: 'note-asked',
      question: { topic: 'critique', kind: 'words', items: [{ id: 'shape:a', text: 'Wij doen' }] },
    })
    const said = [{ id: 'w1', text: 'Te snel', as: 'words', also: 0 }] as const
    const totals = {
      answered: 1,
      asked: 3,
      items: [{ id: 'shape:a', answered: 1, counts: {}, said }],
    }
    const closed = after(session, { ...close, totals })
    const replied = after(closed, answer(' Het is nu\n“stap voor stap” '))
    expect(replied.questions.all[0]?.replies).toEqual({ w1: 'Het is nu “stap voor stap”' })
    expect(partsToldTo(replied, 'wall').question?.replies).toEqual(
      replied.questions.all[0]?.replies,
    )
    expect(after(replied, answer('')).questions.all[0]?.replies).toEqual({ w1: '' })
    expect(after(replied, answer(null)).questions.all[0]?.replies).toEqual({})
    expect(after(closed, answer(null))).toBe(closed)
    expect(refusal(closed, answer('a'.repeat(281)))).toBe('text-too-long')
    expect(refusal(session, answer('Nee'))).toBe('no-such-question')
  })

  it('[Q1] [Q2] [Q4] that is not there is refused, whatever is asked of it', () => {
    for (const type of ['reveal-answers', 'hide-answers', 'reopen-question'] as const) {
      expect(refusal(aSession(), { type, questionId: 'q' })).toBe('no-such-question')
    }
  })
})

it('[Q1] [Q2] [S25] whatever happens: one question is open at most, and nothing hidden is told', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed)
      let [session, replayed] = [aSession(), aSession()]
      for (let turn = 0; turn < 60; turn++) {
        const { becomes, events } = happens(session, turn, random)
        session = becomes
        replayed = evolve(replayed, JSON.parse(JSON.stringify(events)) as [])
        const { all, shown } = session.questions
        expect(all.filter(({ totals }) => totals === undefined).length).toBeLessThan(2)
        expect(shown === undefined || all.some(({ id }) => id === shown)).toBe(true)
        if (session.course.endedAt !== undefined) continue
        const hidden = all.filter(({ isRevealed }) => !isRevealed)
        const told = partsToldTo(session, 'facilitator').questions ?? []
        for (const { id } of hidden) {
          expect(told.find((each) => each.id === id)?.totals).toBeUndefined()
        }
      }
      expect(replayed).toEqual(session)
    }),
  )
})

const ID = 'person-1'
const poll = {
  type: 'ask',
  topic: 'poll',
  kind: 'five-points',
  items: [{ id: 's1', text: ' De gemeente\nlaat los ' }],
} as const satisfies Command
const none: Totals = { answered: 0, asked: 12, items: [] }
const totals: Totals = {
  answered: 12,
  asked: 12,
  items: [
    {
      id: 's1',
      answered: 12,
      counts: { '1': 0, '2': 12, '3': 0, '4': 0, '5': 0, unknown: 0 },
      byRole: { roles: [{ role: 'resident', counts: { '2': 6 } }] },
      said: [{ id: 'r1', text: 'Te snel', as: 'no-because', also: 2 }],
    },
  ],
}
const close = { type: 'note-question-closed', questionId: ID, totals } as const satisfies Command
const reopen = { type: 'reopen-question', questionId: ID } as const satisfies Command
const closedEvents = [{ type: 'question-closed', questionId: ID, totals }] as const

function answer(text: string | null): Command {
  return { type: 'answer-critique', critique: 'w1', answer: text }
}

function asked(command: Command): Session {
  return after(aSession(), command)
}

function refusal(session: Session, command: Command): string | undefined {
  const outcome = decided(session, command, circumstances(session))
  return outcome.ok ? undefined : outcome.refusal
}

function shownOn(session: Session): string | undefined {
  return partsToldTo(session, 'participant').question?.id
}

/** One thing of questions, or anything else. */
function happens(session: Session, turn: number, random: () => number) {
  const { all } = session.questions
  const questionId = all[below(random, all.length + 1)]?.id ?? 'none'
  const commands: readonly Command[] = [
    { ...close, questionId },
    { ...close, questionId, totals: none },
    { type: 'note-ballots-destroyed', questionId },
    { type: 'show-question', questionId, on: below(random, 2) === 0 },
    { type: 'reopen-question', questionId },
    { type: 'reveal-answers', questionId },
    { type: 'hide-answers', questionId },
    poll,
  ]
  const command = commands[below(random, 2 * commands.length)]
  if (command === undefined) return somethingHappens(session, turn, random)
  const [actor = 'server'] = whoMayGive().get(command.type) ?? []
  const around = circumstances(session, { newId: () => `question-${turn}` })
  const outcome = decide(session, { actor, command }, around)
  return outcome.ok
    ? { becomes: outcome.value.session, events: outcome.value.events }
    : { becomes: session, events: [] }
}
