import { linesOf } from './fit.ts'
import type { Said, SaidUnder, VisionReading } from './vision-reading.ts'

/** What of the vision fits on a wall at once. */
export interface VisionPage {
  readonly kind: 'sentences' | 'cards'
  readonly said: readonly Said[]
  readonly below: readonly SaidUnder[]
}

/** Measures of a wall of 1280 by 720, as the style sheet has them. */
const wall = { width: 960, height: 590, gap: 26 }
const sizes = { sentences: 48, cards: 36 } as const
const lineHeight = 1.15
/** Below the last one no gap is needed. */
const full = wall.height + wall.gap

/**
 * Cuts the vision into pages, none of it smaller for being much: its sentences, what we offer and
 * ask below them or on a page of their own; and until there are any, the hoofdpunten.
 */
export function pagesOfVision(reading: VisionReading): readonly VisionPage[] {
  const { sentences, below, cards } = reading
  const isWritten = sentences.length + below.length > 0
  const kind = isWritten ? 'sentences' : 'cards'
  const pages = pagesOf(isWritten ? sentences : cards, kind)
  if (below.length === 0) return pages
  const last = pages.at(-1)
  const used = last === undefined ? Infinity : heightOf(last.said, kind)
  return last !== undefined && used + heightBelow(below) <= full
    ? [...pages.slice(0, -1), { ...last, below }]
    : [...pages, { kind, said: [], below }]
}

function pagesOf(all: readonly Said[], kind: VisionPage['kind']): VisionPage[] {
  const pages: Said[][] = []
  let room = 0
  for (const [place, one] of all.entries()) {
    const height = heightOf([one], kind)
    const letters = one.letters.join(' ')
    const isFirst = place === 0 || all[place - 1]?.letters.join(' ') !== letters
    // What one group said is kept together where that fits on a page.
    const together = all.slice(place).findIndex((other) => other.letters.join(' ') !== letters)
    const group = all.slice(place, together < 0 ? undefined : place + together)
    const needed = kind === 'cards' && isFirst ? heightOf(group, kind) : height
    if (height > room || (needed > room && needed <= full)) {
      pages.push([])
      room = full
    }
    pages.at(-1)?.push(one)
    room -= height
  }
  return pages.map((said) => ({ kind, said, below: [] }))
}

function heightOf(said: readonly Said[], kind: VisionPage['kind']): number {
  const size = sizes[kind]
  const weight = kind === 'cards' ? 'regular' : 'semi-bold'
  return said.reduce(
    (sum, { text }) => sum + linesOf(text, size, wall.width, weight) * size * lineHeight + wall.gap,
    0,
  )
}

function heightBelow(below: readonly SaidUnder[]): number {
  const width = wall.width / below.length - 20
  const columns = below.map(({ said }) =>
    said.reduce((sum, { text }) => sum + linesOf(text, 30, width, 'regular') * 30 * 1.25 + 10, 0),
  )
  return Math.max(...columns) + 28 * 1.3 + 2 * wall.gap
}
