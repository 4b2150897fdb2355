import type { Mark } from './paper.ts'
import type { Line } from './set-lines.ts'
import { colorOfGroup } from './styles.ts'
import type { Style } from './styles.ts'

/** Where letters stand in their line, from its top, in parts of what the line has besides them. */
const ASCENT = 0.76

interface LinesPlace {
  readonly x: number
  readonly top: number
  readonly style: Style
  readonly align?: 'start' | 'middle' | 'end'
}

/** Lines one below the other. */
export function lineMarks(
  lines: readonly Line[],
  { x, top, style, align = 'start' }: LinesPlace,
): readonly Mark[] {
  const { size, lineHeight, weight, color } = style
  return lines.map((line, number) => ({
    kind: 'line',
    line,
    x,
    baseline: top + number * lineHeight + (lineHeight - size) / 2 + ASCENT * size,
    size,
    weight,
    color,
    align,
  }))
}

/** Words that stay on one line. */
export function oneLine(words: string): Line {
  return { text: words, paragraph: words, start: 0, end: words.length }
}

interface BadgesPlace {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** The letters of groups, each in its colour. */
export function badgeMarks(
  letters: readonly string[],
  { x, y, size }: BadgesPlace,
): readonly Mark[] {
  return letters.flatMap((letter, place): Mark[] => {
    const left = x + place * size * 1.15
    const style: Style = {
      size: size * 0.68,
      lineHeight: size,
      weight: 'bold',
      color: '#ffffff',
    }
    return [
      {
        kind: 'box',
        x: left,
        y,
        w: size,
        h: size,
        radius: size * 0.2,
        fill: colorOfGroup(letter),
      },
      ...lineMarks([oneLine(letter)], { x: left + size / 2, top: y, style, align: 'middle' }),
    ]
  })
}

/** How much room badges take, with the room behind them. */
export function badgesWidth(letters: readonly string[], size: number): number {
  return letters.length === 0 ? 0 : letters.length * size * 1.15 + size * 0.4
}
