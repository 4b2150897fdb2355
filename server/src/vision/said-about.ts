import type { Statement } from '@stip/report'
import type { ItemTotals, Question, QuestionTopic, Session } from '@stip/workshop'

/** What the room said about a statement, of the last time that it was asked. */
export function saidAbout(
  session: Session,
  statement: string,
): Pick<Statement, 'consent' | 'otherVoices' | 'critiques'> {
  const consent = lastAbout(session, 'consent', statement)
  const critique = lastAbout(session, 'critique', statement)
  return {
    consent: consent === undefined ? null : consentOf(consent),
    otherVoices: (consent?.item.said ?? [])
      .filter(({ as }) => as === 'own')
      .map(({ text, also }) => ({ text, meToo: also })),
    critiques: (critique?.item.said ?? []).map(({ id, text, also }) => {
      const answer = critique?.question.replies[id] ?? ''
      return { text, carriedBy: also, answer: answer === '' ? null : answer }
    }),
  }
}

/** What the room answered to "Kun je hiermee leven?" about statements, each the last time that it was asked. */
export function consentsAbout(
  session: Session,
  statements: readonly { readonly id: string }[],
): readonly ItemTotals[] {
  return statements.flatMap(({ id }) => lastAbout(session, 'consent', id)?.item ?? [])
}

/** "Hoor je jezelf terug?", of the last time that it was asked. */
export function heardIn({ questions }: Session) {
  const question = questions.all.findLast(
    ({ topic, totals }) => topic === 'heard' && totals !== undefined,
  )
  const counts = question?.totals?.items[0]?.counts
  if (question?.totals === undefined || counts === undefined) return null
  const points = ['1', '2', '3', '4', '5'].map((value) => counts[value] ?? 0)
  return {
    asked: question.totals.asked,
    points: points as [number, number, number, number, number],
  }
}

interface Said {
  readonly question: Question
  readonly item: ItemTotals
  readonly asked: number
}

function lastAbout(
  { questions }: Session,
  topic: QuestionTopic,
  statement: string,
): Said | undefined {
  for (const question of questions.all.toReversed()) {
    const item = question.totals?.items.find(({ id }) => id === statement)
    if (question.topic === topic && question.totals !== undefined && item !== undefined) {
      return { question, item, asked: question.totals.asked }
    }
  }
  return undefined
}

function consentOf({ item: { counts, said }, asked }: Said): Statement['consent'] {
  return {
    asked,
    yes: counts['yes'] ?? 0,
    yesBut: counts['yes-but'] ?? 0,
    no: counts['no-because'] ?? 0,
    reasons: said.flatMap(({ as, text }) =>
      as === 'yes-but' || as === 'no-because'
        ? [{ answer: as === 'yes-but' ? ('yes-but' as const) : ('no' as const), text }]
        : [],
    ),
  }
}
