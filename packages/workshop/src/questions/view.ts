import type { PartRule } from '../ability/parts.ts'
import { QuestionView } from './questions.schema.ts'
import type { TotalsView } from './questions.schema.ts'
import type { Question, QuestionsState, Totals } from './state.ts'

/** What screens are told of questions. */
export interface QuestionsParts {
  /** All of them, for who looks back; those that nobody answered are left out. */
  readonly questions: QuestionView[]
  /** The one that is on all screens now. */
  readonly question: QuestionView
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
    return found === undefined ? undefined : withoutRoles(viewOf(found))
  },
}

/** Who is told what of it. */
export const questionsParts = { questions, question }

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

const roleless = new WeakMap<QuestionView, QuestionView>()

/** Roles are compared by who leads; on all screens none is singled out. */
function withoutRoles(view: QuestionView): QuestionView {
  if (view.totals === undefined) return view
  const known = roleless.get(view)
  if (known !== undefined) return known
  const items = view.totals.items.map(({ byRole: _byRole, ...item }) => item)
  const told = { ...view, totals: { ...view.totals, items } }
  roleless.set(view, told)
  return told
}
