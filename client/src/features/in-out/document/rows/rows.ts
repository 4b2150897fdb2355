import { nlDocument } from '../../../../texts/files/nl-document.ts'
import { cardRows } from './card-rows.ts'
import type { Block, Chapter, Field } from '../content/content.ts'
import { drawingRow } from './drawing-row.ts'
import { badgeMarks, badgesWidth, lineMarks } from '../paper/marks.ts'
import { paper, room } from '../paper/paper.ts'
import type { Row } from '../paper/paper.ts'
import { sentenceRows } from './sentence-rows.ts'
import { linesIn } from '../paper/set-lines.ts'
import type { Letters } from '../paper/set-lines.ts'
import { styles } from '../paper/styles.ts'
import type { Style } from '../paper/styles.ts'

/** What of a document can be a little larger or smaller, so that its last page is worth a page. */
export interface Setting {
  readonly letters: Letters
  /** How far things stand apart; 1 is usual. */
  readonly air: number
}

/** A chapter as rows from top to bottom. */
export function rowsOf(chapter: Chapter, setting: Setting): readonly Row[] {
  const title = heading('H1', chapter.title, styles.title, setting, {
    step: '',
    before: 0,
    letter: chapter.letter,
  })
  return [
    { ...title, height: title.height + 8 },
    ...chapter.steps.flatMap(({ title: step, fields }) => [
      ...(step === '' ? [] : [heading('H2', step, styles.step, setting, { step, before: 20 })]),
      ...fields.flatMap((field, place) =>
        fieldRows(field, step, place === 0 && step !== '' ? 8 : 16, setting),
      ),
    ]),
  ]
}

function fieldRows(
  { title, question, letter, blocks }: Field,
  step: string,
  before: number,
  setting: Setting,
): readonly Row[] {
  const place = { step, before: before * setting.air, letter }
  const first = title === '' ? [] : [heading('H3', title, styles.field, setting, place)]
  const asked =
    question === '' || title === ''
      ? []
      : [heading('P', question, styles.question, setting, { step, before: 0 })]
  const further =
    title === ''
      ? {}
      : {
          further: heading('H3', nlDocument.further(title), styles.field, setting, {
            step,
            before: 0,
            letter,
          }),
        }
  const content = blocks.flatMap((block) => blockRows(block, step, setting))
  return [...first, ...asked, ...content.map((row) => ({ ...further, ...row, step }))]
}

function blockRows(block: Block, step: string, setting: Setting): readonly Row[] {
  switch (block.kind) {
    case 'cards': {
      const named =
        block.title === ''
          ? []
          : [heading('H4', block.title, styles.pile, setting, { step, before: 8 })]
      return [...named, ...cardRows(block.cards, step, setting)]
    }
    case 'sentences':
      return sentenceRows(block, step, setting)
    case 'drawing':
      return [drawingRow(block, step)]
    default:
      return block satisfies never
  }
}

interface Place {
  readonly step: string
  readonly before: number
  readonly letter?: string
}

function heading(
  tag: 'H1' | 'H2' | 'H3' | 'H4' | 'P',
  words: string,
  style: Style,
  { letters }: Setting,
  { step, before, letter = '' }: Place,
): Row {
  const size = style.size * 1.15
  const badges = letter === '' ? [] : [letter]
  const indent = badgesWidth(badges, size)
  const lines = linesIn(words, room.width - indent, style, letters)
  return {
    height: lines.length * style.lineHeight,
    before,
    keepsNext: true,
    step,
    piecesAt: (top) => [
      {
        tag,
        said: words,
        marks: [
          ...badgeMarks(badges, { x: paper.side, y: top + (style.lineHeight - size) / 2, size }),
          ...lineMarks(lines, { x: paper.side + indent, top, style }),
        ],
      },
    ],
  }
}
