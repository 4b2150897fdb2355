import type { PartRule } from '../ability/parts.ts'
import { totalsForAll } from './for-all.ts'
import { otherVoicesOf } from './other-voices.ts'
import { OtherVoicesView, QuestionView } from './questions.schema.ts'
import type { TotalsView } from './questions.schema.ts'
import type { Question, QuestionsState, Totals } from './state.ts'

/** What screens are told of questions. */
export interface QuestionsParts {
  /** All of them, for who looks back; those that nobody answered are left out. */
  readonly questions: QuestionView[]
  /** The one that is on all screens now. */
  readonly question: QuestionView
  /** "Ander geluid", beside the statements that it is about. */
  readonly otherVoices: OtherVoicesView[]
}

type Rule<Name extends keyof QuestionsParts> = PartRule<
  QuestionsState,
  object,
  QuestionsParts[Name]
>

const views = new WeakMap<Question, QuestionView>()

const questions: Rule<'questions'> = {
  schema: QuestionView.array(),
  toldTo: ['facilitator', 'observer'],
  of: ({ all }) => {
    const told = all.filter(({ totals }) => totals === undefined || totals.answered > 0)
    return told.length === 0 ? undefined : told.map(viewOf)
  },
}

const question: Rule<'question'> = {
  schema: QuestionView,
  toldTo: ['facilitator', 'observer', 'wall', 'participant'],
  of: ({ all, shown }) => {
    const found = all.find(({ id }) => id === shown)
    return found === undefined ? undefined : viewForAll(found)
  },
}

const otherVoices: Rule<'otherVoices'> = {
  schema: OtherVoicesView.array(),
  toldTo: ['facilitator', 'observer', 'wall', 'participant'],
  of: (state) => {
    const all = otherVoicesOf(state).map(({ statement, said }) => {
      return { id: statement, said: said.map((each) => ({ ...each })) }
    })
    return all.length === 0 ? undefined : all
  },
}

/** Who is told what of it. */
export const questionsParts = { questions, question, otherVoices }

function viewOf(asked: Question): QuestionView {
  const known = views.get(asked)
  if (known !== undefined) return known
  const { id, topic, kind, items, dots, isRevealed, totals, hasBallots, replies } = asked
  const view: QuestionView = {
    id,
    topic,
    kind,
    items: items.map((item) => ({ ...item })),
    ...(dots !== undefined && { dots }),
    isOpen: totals === undefined,
    isRevealed,
    ...(totals !== undefined && hasBallots && { canReopen: true }),
    // Nobody sees more than how many answered before it is revealed, who leads included.
    ...(totals !== undefined && isRevealed && { totals: toldTotals(totals) }),
    ...(Object.keys(replies).length > 0 && { replies: { ...replies } }),
  }
  views.set(asked, view)
  return view
}

function toldTotals(totals: Totals): TotalsView {
  return totals as TotalsView
}

const shownToAll = new WeakMap<Question, QuestionView>()

/** The same on a thousand screens. */
function viewForAll(asked: Question): QuestionView {
  const known = shownToAll.get(asked)
  if (known !== undefined) return known
  const view = viewOf(asked)
  const told =
    view.totals === undefined || asked.totals === undefined
      ? view
      : { ...view, totals: toldTotals(totalsForAll(asked.totals)) }
  shownToAll.set(asked, told)
  return told
}
