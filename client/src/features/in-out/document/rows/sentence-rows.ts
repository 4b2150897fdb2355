import type { Said } from '../../../../reading/vision-reading.ts'
import type { Block } from '../content/content.ts'
import { badgeMarks, badgesWidth, lineMarks } from '../paper/marks.ts'
import { paper, room } from '../paper/paper.ts'
import type { Row } from '../paper/paper.ts'
import type { Setting } from './rows.ts'
import { linesIn } from '../paper/set-lines.ts'
import { styles } from '../paper/styles.ts'

/** A paragraph is not left alone with fewer lines than this. */
const TOGETHER = 2

/** Sentences as paragraphs, with the letters of their groups in front. */
export function sentenceRows(
  { sentences, isMain }: Extract<Block, { kind: 'sentences' }>,
  step: string,
  setting: Setting,
): readonly Row[] {
  const style = isMain ? styles.main : styles.sentence
  const size = style.size * 1.2
  const indent = Math.max(0, ...sentences.map(({ letters }) => badgesWidth(letters, size)))
  return sentences.flatMap((sentence, place) =>
    paragraphRows(sentence, step, setting, {
      style,
      size,
      // Many groups behind one sentence would leave it no room.
      indent: Math.min(indent, room.width / 3),
      before: (place === 0 ? 5 : isMain ? 12 : 7) * setting.air,
    }),
  )
}

interface Paragraph {
  readonly style: (typeof styles)['main' | 'sentence']
  readonly size: number
  readonly indent: number
  readonly before: number
}

function paragraphRows(
  { text, letters: groups }: Said,
  step: string,
  { letters }: Setting,
  { style, size, indent, before }: Paragraph,
): readonly Row[] {
  const lines = linesIn(text, room.width - indent, style, letters)
  return lines.map((line, number) => {
    const isFirst = number === 0
    const isNearEnd = lines.length - 1 - number < TOGETHER && number < lines.length - 1
    return {
      height: style.lineHeight,
      before: isFirst ? before : 0,
      keepsNext: isNearEnd || (number < TOGETHER - 1 && number < lines.length - 1),
      step,
      piecesAt: (top) => [
        {
          tag: 'P',
          said: line.paragraph.slice(line.start, line.end),
          marks: [
            ...(isFirst
              ? badgeMarks(groups, {
                  x: paper.side,
                  y: top + (style.lineHeight - size) / 2,
                  size,
                })
              : []),
            ...lineMarks([line], { x: paper.side + indent, top, style }),
          ],
        },
      ],
    }
  })
}
