import { noteColor } from '@stip/board/drawing'
import { nlDocument } from '../../../../texts/files/nl-document.ts'
import type { Card } from '../content/content.ts'
import { badgeMarks, badgesWidth, lineMarks, oneLine } from '../paper/marks.ts'
import { paper, room } from '../paper/paper.ts'
import type { Mark, Piece, Row } from '../paper/paper.ts'
import type { Setting } from './rows.ts'
import { linesIn } from '../paper/set-lines.ts'
import type { Line } from '../paper/set-lines.ts'
import { colors, styles } from '../paper/styles.ts'

const GAP = 7
const padding = { side: 7, top: 6 }
const BADGE = 11
/** What a note says of itself above its words: its star and the groups it comes from. */
const HEAD = 14
/** Longer notes go on in the next, so that no row is higher than a page. */
const MOST_LINES = 40

/** How much paper shows through the colour of a note: words stay black on it, and printing is cheap. */
const PAPER = 0.55

function paleOf(color: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  const mixed = parts.map((part) => Math.round(part + (255 - part) * PAPER))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Notes in rows, as many beside each other as their words allow; a row is never cut. */
export function cardRows(cards: readonly Card[], step: string, setting: Setting): readonly Row[] {
  const longest = Math.max(0, ...cards.map(({ text }) => text.length))
  const inRow = longest <= 20 ? 6 : longest <= 260 ? 4 : 2
  const width = (room.width - (inRow - 1) * GAP) / inRow
  const all = cards.flatMap((card) => setCards(card, width - 2 * padding.side, setting))
  const rows: Row[] = []
  for (let at = 0; at < all.length; at += inRow) {
    const some = all.slice(at, at + inRow)
    const height = Math.max(...some.map((each) => each.height))
    rows.push({
      height,
      before: (at === 0 ? 5 : GAP) * setting.air,
      keepsNext: false,
      step,
      piecesAt: (top) =>
        some.map((each, place) =>
          cardAt(each, { x: paper.side + place * (width + GAP), y: top, w: width, h: height }),
        ),
    })
  }
  return rows
}

interface SetCard {
  readonly card: Card
  readonly lines: readonly Line[]
  readonly towards: readonly Line[]
  readonly height: number
}

function setCards(card: Card, width: number, { letters }: Setting): readonly SetCard[] {
  const lines = linesIn(card.text, width, styles.card, letters)
  const towards = card.toward.flatMap((words) =>
    linesIn(nlDocument.toward(words), width, styles.small, letters),
  )
  const parts: SetCard[] = []
  for (let at = 0; at === 0 || at < lines.length; at += MOST_LINES) {
    const some = lines.slice(at, at + MOST_LINES)
    const last = at + MOST_LINES >= lines.length ? towards.slice(0, MOST_LINES) : []
    const height =
      2 * padding.top +
      (hasHead(card) ? HEAD : 0) +
      some.length * styles.card.lineHeight +
      last.length * styles.small.lineHeight
    parts.push({ card, lines: some, towards: last, height })
  }
  return parts
}

function hasHead({ isKeyCard, letters }: Card): boolean {
  return isKeyCard || letters.length > 0
}

function cardAt(
  { card, lines, towards }: SetCard,
  {
    x,
    y,
    w,
    h,
  }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): Piece {
  const left = x + padding.side
  const top = y + padding.top + (hasHead(card) ? HEAD : 0)
  return {
    tag: 'P',
    said: card.text,
    marks: [
      {
        kind: 'box',
        x,
        y,
        w,
        h,
        radius: 3,
        fill: paleOf(noteColor(card.color)),
        stroke: colors.line,
      },
      ...headMarks(card, left, y + padding.top),
      ...lineMarks(lines, { x: left, top, style: styles.card }),
      ...lineMarks(towards, {
        x: left,
        top: top + lines.length * styles.card.lineHeight,
        style: styles.small,
      }),
    ],
  }
}

function headMarks({ isKeyCard, letters }: Card, x: number, y: number): readonly Mark[] {
  const behind = x + badgesWidth(letters, BADGE)
  return [
    ...badgeMarks(letters, { x, y, size: BADGE }),
    ...(isKeyCard
      ? [
          { kind: 'star', x: behind, y: y + 0.5, size: 10 } as const,
          ...lineMarks([oneLine(nlDocument.keyCard)], {
            x: behind + 13,
            top: y,
            style: { ...styles.small, weight: 'bold' },
          }),
        ]
      : []),
  ]
}
