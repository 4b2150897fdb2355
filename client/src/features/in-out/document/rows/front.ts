import { nlDocument } from '../../../../texts/files/nl-document.ts'
import type { Chapter } from '../content/content.ts'
import { badgeMarks, badgesWidth, lineMarks, oneLine } from '../paper/marks.ts'
import { paper, room } from '../paper/paper.ts'
import type { Row } from '../paper/paper.ts'
import { linesIn } from '../paper/set-lines.ts'
import type { Letters } from '../paper/set-lines.ts'
import { styles } from '../paper/styles.ts'
import type { About } from '../write-document.ts'

const IN_ROW = 2
const BADGE = 12

/** What the document is about, on top of its first page. */
export function titleRows({ title, day }: About, letters: Letters): readonly Row[] {
  const style = { ...styles.title, size: 26, lineHeight: 31 }
  const lines = linesIn(title, room.width, style, letters)
  return [
    {
      height: lines.length * style.lineHeight,
      before: 0,
      keepsNext: true,
      step: '',
      piecesAt: (top) => [{ tag: 'H1', marks: lineMarks(lines, { x: paper.side, top, style }) }],
    },
    {
      height: styles.question.lineHeight + 14,
      before: 2,
      keepsNext: true,
      step: '',
      piecesAt: (top) => [
        {
          tag: 'P',
          marks: lineMarks([oneLine(nlDocument.saved(day))], {
            x: paper.side,
            top,
            style: styles.question,
          }),
        },
      ],
    },
  ]
}

/** Where chapters begin, a few beside each other; nothing for a document of one. */
export function contentsRows(
  chapters: readonly Chapter[],
  begins: ReadonlyMap<Chapter, number>,
  letters: Letters,
): readonly Row[] {
  if (chapters.length < 2) return []
  const style = { ...styles.card, lineHeight: 15 }
  const width = room.width / IN_ROW
  const rows: Row[] = []
  for (let at = 0; at < chapters.length; at += IN_ROW) {
    const some = chapters.slice(at, at + IN_ROW)
    rows.push({
      height: style.lineHeight + (at + IN_ROW >= chapters.length ? 16 : 0),
      before: at === 0 ? 0 : 2,
      keepsNext: true,
      step: '',
      piecesAt: (top) =>
        some.map((chapter, place) => {
          const x = paper.side + place * width
          const badges = chapter.letter === '' ? [] : [chapter.letter]
          const indent = badgesWidth(badges, BADGE)
          const begin = nlDocument.begins(begins.get(chapter) ?? 0)
          const left = width - indent - 12 - letters.widthOf(`…${begin}`, style.size, style.weight)
          // A long name gives way, and never the number of its page.
          const [name, more] = linesIn(chapter.title, left, style, letters)
          const line = oneLine(`${name?.text ?? ''}${more === undefined ? '' : '…'}${begin}`)
          return {
            tag: 'P',
            marks: [
              ...badgeMarks(badges, { x, y: top + (style.lineHeight - BADGE) / 2, size: BADGE }),
              ...lineMarks([line], { x: x + indent, top, style }),
            ],
          }
        }),
    })
  }
  return rows
}
