import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { z } from 'zod'
import type { Ability } from '../ability/ability.ts'
import { Id, TypedText } from '../ability/bodies.ts'
import type { CommandRefusal } from '../ability/refusals.ts'
import { optionalText, requiredText } from '../ability/text.ts'
import type { SessionEnded } from '../course/state.ts'
import type { WentToStep } from '../steps/state.ts'
import { questionLimits } from './kinds.ts'
import { Dots, Kind, SentItems } from './questions.schema.ts'
import type { AskedQuestion, Question, QuestionsEvent, QuestionsState, Totals } from './state.ts'
import { questionsParts } from './view.ts'
import type { QuestionsParts } from './view.ts'

export type QuestionsCommand =
  /** What the facilitator types, or the agenda has. What stands on boards is asked about by the server. */
  | {
      readonly type: 'ask'
      readonly topic: 'poll' | 'heard'
      readonly kind: AskedQuestion['kind']
      readonly items: readonly { readonly id: string; readonly text: string }[]
      readonly dots?: number | undefined
    }
  /** The server read the texts off a board. */
  | { readonly type: 'note-asked'; readonly question: Omit<AskedQuestion, 'id'> }
  | { readonly type: 'reveal-answers'; readonly questionId: string }
  | { readonly type: 'hide-answers'; readonly questionId: string }
  /** The server counted the ballots. */
  | { readonly type: 'note-question-closed'; readonly questionId: string; readonly totals: Totals }
  | { readonly type: 'reopen-question'; readonly questionId: string }
  | { readonly type: 'note-ballots-destroyed'; readonly questionId: string }
  /** On all screens, with what came of it, or off them. */
  | { readonly type: 'show-question'; readonly questionId: string; readonly on: boolean }
  /** An empty answer: it stands as it is; null takes the answer back. */
  | { readonly type: 'answer-critique'; readonly critique: string; readonly answer: string | null }

/** Questions to the room (vragen aan de zaal). Ballots are no part of it: only what they came to is. */
export const questions: Ability<{
  name: 'questions'
  beginning: object
  state: QuestionsState
  command: QuestionsCommand
  internal: 'note-asked' | 'note-question-closed' | 'note-ballots-destroyed'
  event: QuestionsEvent
  hears: WentToStep | SessionEnded
  neighbours: object
  parts: QuestionsParts
}> = {
  name: 'questions',
  upgrades: [],
  begin: () => ({ all: [], shown: undefined }),

  commands: {
    ask: {
      body: {
        topic: z.enum(['poll', 'heard']),
        kind: Kind,
        items: SentItems,
        dots: Dots.optional(),
      },
      givenBy: ['facilitator'],
      staleAfter: ['question-asked'],
      decide: (state, { topic, kind, items, dots }, { newId }) =>
        asked(state, { topic, kind, items, dots }, newId),
    },

    'note-asked': {
      givenBy: ['server'],
      decide: (state, { question }, { newId }) => asked(state, question, newId),
    },

    'reveal-answers': {
      body: { questionId: Id },
      givenBy: ['facilitator'],
      decide: (state, { questionId }) =>
        of(state, questionId, ({ isRevealed }) =>
          ok(isRevealed ? [] : [{ type: 'answers-revealed', questionId }]),
        ),
    },

    'hide-answers': {
      body: { questionId: Id },
      givenBy: ['facilitator'],
      decide: (state, { questionId }) =>
        of(state, questionId, ({ isRevealed }) =>
          ok(isRevealed ? [{ type: 'answers-hidden', questionId }] : []),
        ),
    },

    'note-question-closed': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (state, { questionId, totals }) =>
        of(state, questionId, (question) =>
          ok(isOpen(question) ? [{ type: 'question-closed', questionId, totals }] : []),
        ),
    },

    'reopen-question': {
      body: { questionId: Id },
      givenBy: ['facilitator'],
      decide: (state, { questionId }) =>
        of(state, questionId, (question) => {
          if (isOpen(question)) return ok([])
          if (state.all.some(isOpen)) return refuse('question-is-open')
          if (!question.hasBallots) return refuse('nothing-to-undo')
          return ok([{ type: 'question-reopened', questionId }])
        }),
    },

    'note-ballots-destroyed': {
      givenBy: ['server'],
      afterEnd: true,
      decide: (state, { questionId }) =>
        of(state, questionId, (question) => {
          const areThere = !isOpen(question) && question.hasBallots
          return ok(areThere ? [{ type: 'ballots-destroyed', questionId }] : [])
        }),
    },

    'show-question': {
      body: { questionId: Id, on: z.boolean() },
      givenBy: ['facilitator'],
      decide: (state, { questionId, on }) =>
        of(state, questionId, (question) => {
          // What can be answered is on the screens of who is to answer it.
          if (!on && isOpen(question)) return refuse('question-is-open')
          const isShown = state.shown === questionId
          return ok(isShown === on ? [] : [{ type: 'question-shown', questionId, on }])
        }),
    },

    'answer-critique': {
      body: { critique: Id, answer: TypedText.nullable() },
      givenBy: ['facilitator'],
      decide: (state, { critique, answer }) => {
        const question = state.all.find((each) => isSaidIn(each, critique))
        if (question === undefined) return refuse('no-such-question')
        const said = answer === null ? undefined : optionalText(answer, questionLimits.saidLength)
        if (said?.ok === false) return said
        if (said?.value === question.replies[critique]) return ok([])
        const { id: questionId } = question
        return ok([{ type: 'critique-answered', questionId, critique, answer: said?.value }])
      },
    },
  },

  quiet: ['ballots-destroyed'],
  parts: questionsParts,

  // Never what was answered: that may be hidden still.
  told: {
    'question-asked': ({ question: { id, topic, items } }) => ({
      id,
      count: items.length,
      text: topic,
    }),
    'answers-revealed': ({ questionId: id }) => ({ id }),
    'answers-hidden': ({ questionId: id }) => ({ id }),
    'question-closed': ({ questionId: id, totals }) => ({ id, count: totals.answered }),
    'question-reopened': ({ questionId: id }) => ({ id }),
    'ballots-destroyed': ({ questionId: id }) => ({ id }),
    'question-shown': ({ questionId: id, on }) => ({ id, on }),
    'critique-answered': ({ critique: id, answer }) => ({
      id,
      ...(answer !== undefined && { text: answer }),
    }),
  },

  evolve: {
    'question-asked': ({ all }, { question }) => ({
      all: [...all, { ...question, isRevealed: false, hasBallots: true, replies: {} }],
      shown: question.id,
    }),
    'answers-revealed': (state, { questionId }) => changed(state, questionId, { isRevealed: true }),
    'answers-hidden': (state, { questionId }) => changed(state, questionId, { isRevealed: false }),
    'question-closed': (state, { questionId, totals }) => {
      const { all, shown } = changed(state, questionId, { totals })
      // There is nothing to show of what nobody answered.
      return { all, shown: totals.answered === 0 && shown === questionId ? undefined : shown }
    },
    'question-reopened': (state, { questionId }) => ({
      ...changed(state, questionId, { totals: undefined }),
      shown: questionId,
    }),
    'ballots-destroyed': (state, { questionId }) =>
      changed(state, questionId, { hasBallots: false }),
    'question-shown': (state, { questionId, on }) => ({
      ...state,
      shown: on ? questionId : undefined,
    }),
    'critique-answered': (state, { questionId, critique, answer }) => {
      const { [critique]: _before, ...others } =
        state.all.find(({ id }) => id === questionId)?.replies ?? {}
      const replies = answer === undefined ? others : { ...others, [critique]: answer }
      return changed(state, questionId, { replies })
    },
    // What came of an earlier step makes place; what is still asked stays.
    'went-to-step': (state) =>
      state.shown === undefined || state.all.some((each) => isOpen(each) && each.id === state.shown)
        ? state
        : { ...state, shown: undefined },
    // Nobody could reveal it any more.
    'session-ended': (state) =>
      state.all.every(({ isRevealed }) => isRevealed)
        ? state
        : { ...state, all: state.all.map((each) => ({ ...each, isRevealed: true })) },
  },
}

/** Asks, when nothing else can be answered now: a room has one question at a time. */
function asked(
  { all }: QuestionsState,
  { topic, kind, items, dots }: Omit<AskedQuestion, 'id'>,
  newId: () => string,
): Result<readonly QuestionsEvent[], CommandRefusal> {
  if (all.some(isOpen)) return refuse('question-is-open')
  if (all.length >= questionLimits.questions || items.length > questionLimits.items) {
    return refuse('too-many-questions')
  }
  const fitting: AskedQuestion['items'][number][] = []
  for (const item of items) {
    const text = requiredText(item.text, questionLimits.itemLength)
    if (!text.ok) return text
    // Asked twice about the same: once is enough.
    if (fitting.every(({ id }) => id !== item.id)) fitting.push({ ...item, text: text.value })
  }
  if (fitting.length === 0) return refuse('text-missing')
  const ofDots = kind === 'dots' && { dots: dots ?? questionLimits.dotsUsual }
  const question = { id: newId(), topic, kind, items: fitting, ...ofDots }
  return ok([{ type: 'question-asked', question }])
}

function of(
  { all }: QuestionsState,
  questionId: string,
  decide: (question: Question) => Result<readonly QuestionsEvent[], CommandRefusal>,
): Result<readonly QuestionsEvent[], CommandRefusal> {
  const question = all.find(({ id }) => id === questionId)
  return question === undefined ? refuse('no-such-question') : decide(question)
}

function isOpen({ totals }: Question): boolean {
  return totals === undefined
}

/** Whether somebody wrote this as what they would change, in a question that was closed. */
function isSaidIn({ totals, topic }: Question, id: string): boolean {
  if (topic !== 'critique' || totals === undefined) return false
  return totals.items.some(({ said }) => said.some((each) => each.id === id))
}

function changed(
  state: QuestionsState,
  questionId: string,
  difference: Partial<Question>,
): QuestionsState {
  const all = state.all.map((each) => (each.id === questionId ? { ...each, ...difference } : each))
  return { ...state, all }
}
