import type { BoardView, SessionView, StepView, ZoneView } from '@stip/api'
import { worksInGroups } from '@stip/workshop'

/** Zones that take words today; in the others something is drawn, shown or not built yet. */
const takesWords: ReadonlySet<string> = new Set(['notes', 'text', 'clusters', 'list'])

type Step = Pick<StepView, 'kind' | 'setting' | 'zones'>

/**
 * The zones that a phone can write in, the one that the step is about first. What everybody shares
 * is arranged by one person, out of what groups made: a phone writes beside that.
 */
export function writableZones(step: Step | undefined): readonly ZoneView[] {
  const isOfGroup = step !== undefined && worksInGroups(step)
  const open = (step?.zones ?? []).filter(
    ({ kind, isFilled }) => takesWords.has(kind) && (isOfGroup || isFilled !== true),
  )
  if (isOfGroup && step?.kind !== 'draw') return open
  return open.toSorted((one, other) => lastOf(one) - lastOf(other))
}

/**
 * The board that what is written goes to: that of the step, whatever everybody is shown meanwhile.
 * Undefined when there is nothing to write on now.
 */
export function boardToWriteOn({ boards }: Pick<SessionView, 'boards'>): BoardView | undefined {
  return boards.find(({ isInUse, access }) => isInUse === true && access === 'write')
}

/** Sentences are made together, and what is filled is arranged: single words go first. */
function lastOf({ isFilled, kind }: ZoneView): number {
  if (isFilled === true) return 2
  return kind === 'text' ? 1 : 0
}

/** What to ask of a zone, large, and what stands with it. */
export interface Asked {
  readonly question: string
  readonly beside: string
  /** The beginning of a sentence, to be finished. */
  readonly beginning: string
}

/** A zone has a title and a line below it; either may be the question. */
export function askedIn({ title, question }: ZoneView): Asked {
  const beginning = question.endsWith('…') ? question : ''
  if (question.endsWith('?')) {
    return { question, beside: title.endsWith('?') ? '' : title, beginning }
  }
  return { question: title, beside: beginning === '' ? question : '', beginning }
}

/** The question of the step, where the zone has none of its own to stand large above the field. */
export function questionBeside(
  step: Pick<StepView, 'question'> | undefined,
  zone: ZoneView,
): string | undefined {
  return askedIn(zone).question.endsWith('?') ? undefined : step?.question
}

/** Whether people are asked for hoofdpunten here, so that a star means something. */
export function asksForKeyCards(
  step: Pick<StepView, 'instruction' | 'setting' | 'zones'> | undefined,
): boolean {
  if (step === undefined || !worksInGroups(step)) return false
  const words = [...step.instruction, ...step.zones.map(({ title }) => title)]
  return words.some((line) => /hoofdpunt/i.test(line))
}

/** A title in four words: a phone has room for those beside letter and clock. */
export function fourWords(title: string): string {
  const words = title.split(' ')
  return words.length <= 4
    ? title
    : `${words
        .slice(0, 4)
        .join(' ')
        .replace(/[,:;.]$/, '')} …`
}

/** How one comes in stands on the wall; whoever reads this is in. */
const alreadyDone = /QR-code|typ de code|Kies je rol/
const onPrivacy = /geen naam|opvragen|privézaken|de namen van de anderen/

/** What to do, without what stands elsewhere on the screen. */
export function assignmentOf({ instruction }: Pick<StepView, 'instruction'>): readonly string[] {
  return instruction.filter((line) => !alreadyDone.test(line) && !onPrivacy.test(line))
}
