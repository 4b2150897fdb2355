import { nlDocument } from '../../../../texts/files/nl-document.ts'
import type { LaidOutPage } from '../laid-out.ts'
import { lineMarks, oneLine } from '../paper/marks.ts'
import { paper, room } from '../paper/paper.ts'
import type { Mark } from '../paper/paper.ts'
import { colors, styles } from '../paper/styles.ts'
import type { About } from '../write-document.ts'

/** Longer than these, words of the head run into each other. */
const most = { title: 40, about: 72 } as const
const NUMBER = /^(\d+) · /

/** The head and the foot of a page: whose it is, of which step, and which page. */
export function edgeMarks(
  { chapter, steps }: LaidOutPage,
  { title, day }: About,
  { number, of }: { readonly number: number; readonly of: number },
): readonly Mark[] {
  const right = paper.side + room.width
  const group = chapter.letter === '' ? '' : nlDocument.group(chapter.letter)
  const about = [group, chapter.title, stepsOf(steps)].filter((part) => part !== '').join(' · ')
  const style = styles.edge
  const foot = paper.height - 42
  return [
    ...lineMarks([oneLine(short(title, most.title))], { x: paper.side, top: 38, style }),
    ...lineMarks([oneLine(short(about, most.about))], { x: right, top: 38, style, align: 'end' }),
    rule(54),
    rule(foot - 6),
    ...lineMarks([oneLine(nlDocument.saved(day))], { x: paper.side, top: foot, style }),
    ...lineMarks([oneLine(nlDocument.page(number, of))], {
      x: right,
      top: foot,
      style,
      align: 'end',
    }),
  ]
}

function rule(y: number): Mark {
  return { kind: 'box', x: paper.side, y, w: room.width, h: 0.5, radius: 0, fill: colors.line }
}

/** The step of a page by its name, several by their numbers. */
function stepsOf(steps: readonly string[]): string {
  const [first = ''] = steps
  const last = steps.at(-1) ?? ''
  if (steps.length < 2) return first
  const [from, to] = [first, last].map((step) => NUMBER.exec(step)?.[1])
  return from === undefined || to === undefined ? first : nlDocument.steps(from, to)
}

function short(words: string, count: number): string {
  const all = Array.from(words)
  return all.length <= count ? words : `${all.slice(0, count - 1).join('')}…`
}
