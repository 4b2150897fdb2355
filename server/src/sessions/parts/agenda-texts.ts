import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { AgendaTexts, StepView } from '@stip/api'
import type { Actor, Agenda, Step } from '@stip/workshop'

/** The texts of an agenda as one role may read them, made and encoded once. */
export interface EncodedAgenda {
  readonly texts: AgendaTexts
  readonly body: string
  /** The same, as gzip. */
  readonly packed: Buffer
  /** Of the body: who has these texts knows them by it. */
  readonly hash: string
}

const forFacilitator = new WeakMap<Agenda, EncodedAgenda>()
const forOthers = new WeakMap<Agenda, EncodedAgenda>()

/** What a role may read of an agenda: only a facilitator gets guidance. */
export function agendaFor(agenda: Agenda, { role }: Pick<Actor, 'role'>): EncodedAgenda {
  const isFacilitator = role === 'facilitator'
  const known = isFacilitator ? forFacilitator : forOthers
  const found = known.get(agenda)
  if (found !== undefined) return found
  const texts: AgendaTexts = {
    agendaTitle: agenda.title,
    agendaMinutes: agenda.minutes,
    steps: agenda.steps.map((step) => stepTexts(step, isFacilitator)),
    backgrounds: agenda.backgrounds.map(({ id, name }) => ({ id, name })),
  }
  const body = JSON.stringify(texts)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const made = { texts, body, packed: gzipSync(body), hash }
  known.set(agenda, made)
  return made
}

function stepTexts(step: Step, isFacilitator: boolean): Omit<StepView, 'zones'> {
  const { goal, say, approach, watchFor, ifDifferent } = step.facilitator
  return {
    id: step.id,
    kind: step.kind,
    title: step.title,
    ...(step.participant.question !== undefined && { question: step.participant.question }),
    minutes: step.minutes,
    minimumMinutes: step.minimumMinutes,
    setting: step.setting,
    instruction: [...step.participant.instruction],
    questions: [...step.participant.questions],
    isAnonymous: step.isAnonymous,
    hasBoard: step.board !== undefined,
    notYet: [...step.notYet],
    ...(isFacilitator && {
      guidance: {
        goal,
        say,
        approach: [...approach],
        watchFor: [...watchFor],
        ifDifferent: [...ifDifferent],
      },
    }),
  }
}
