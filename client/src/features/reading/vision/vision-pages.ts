import type { GroupDrawings } from '@stip/board/drawing'
import { linesOf } from '../fit.ts'
import { cutToFit } from '../cut-to-fit.ts'
import { pagesOfDrawings } from './drawing-pages.ts'
import type { DrawingsPage } from './drawing-pages.ts'
import type { Said, SaidUnder, VisionReading } from '../../../reading/vision-reading.ts'

/** What of the vision fits on a wall at once. */
export interface VisionPage {
  /** 'where' has nothing of the vision on it: it says where one finds what became of a note. */
  readonly kind: 'sentences' | 'cards' | 'drawings' | 'where'
  readonly said: readonly Said[]
  readonly below: readonly SaidBelow[]
  /** What groups drew: on a page of its own, or all of it for who reads alone. */
  readonly drawn?: DrawingsPage
}

/** What stands below the sentences, or as much of it as fits. */
export interface SaidBelow extends SaidUnder {
  /** It began on a page before this one. */
  readonly isFurther: boolean
}

/** How words are set, as the style sheet has it for a wall of 1280 by 720. */
interface Setting {
  readonly size: number
  readonly lineHeight: number
  readonly weight: 'regular' | 'semi-bold'
  /** Between one and the next. */
  readonly gap: number
}

/** Room for the vision below the head of the page, and how wide a sentence is beside its letters. */
const wall = { width: 1152, height: 590, beside: 960 }
const settings = {
  sentences: { size: 48, lineHeight: 1.15, weight: 'semi-bold', gap: 26 },
  cards: { size: 36, lineHeight: 1.15, weight: 'regular', gap: 26 },
  below: { size: 40, lineHeight: 1.2, weight: 'regular', gap: 14 },
  alone: { size: 44, lineHeight: 1.2, weight: 'semi-bold', gap: 10 },
} as const satisfies Record<string, Setting>
/** Letters of groups: so many in a row, each as high as this with the room to the next. */
const badges = { inRow: 3, beside: 50, above: 42 }
/** From what stands on top to what stands below it, with the line between them. */
const toBelow = 32 + 24 + 1
/** What says that something is another voice, above it. */
const label = 36
const columnGap = 48
const titles = { below: 28 * 1.25 + 8, alone: 36 * 1.2 + 8 }

/**
 * Cuts the vision into pages, none of it smaller for being much and none of it left out: its
 * sentences, what we offer and ask below them or on pages of their own, on what we differ and what is
 * open, what groups drew, and last the hoofdpunten; these come first until there is a sentence.
 */
export function pagesOfVision(
  reading: VisionReading,
  drawings?: GroupDrawings,
): readonly VisionPage[] {
  const [open, chosen] = [pagesBelow(reading.beside), pagesOf(reading.cards, 'cards')]
  const drawn = drawings === undefined ? [] : pagesOfDrawings(drawings).map(drawnPage)
  return isWritten(reading)
    ? [...written(reading), ...open, ...drawn, ...chosen]
    : [...chosen, ...open, ...drawn]
}

function drawnPage(drawn: DrawingsPage): VisionPage {
  return { kind: 'drawings', said: [], below: [], drawn }
}

function isWritten({ sentences, below }: VisionReading): boolean {
  return sentences.length + below.length > 0
}

/** The sentences, with what we offer and ask below them where there is room. */
function written({ sentences, below }: VisionReading): readonly VisionPage[] {
  const pages = pagesOf(sentences, 'sentences')
  if (below.length === 0) return pages
  const last = pages.at(-1)
  const used = last === undefined ? Infinity : heightOf(last.said, 'sentences')
  return last !== undefined && used + toBelow + heightBelow(below) <= wall.height
    ? [...pages.slice(0, -1), { ...last, below: below.map(whole) }]
    : [...pages, ...pagesBelow(below)]
}

/** All of the vision at once, for who reads it alone. */
export function wholeVision(reading: VisionReading, drawings?: GroupDrawings): VisionPage {
  const { sentences, below, beside, cards } = reading
  const isCards = !isWritten(reading)
  return {
    kind: isCards ? 'cards' : 'sentences',
    said: isCards ? cards : sentences,
    below: [...below, ...beside].map(whole),
    ...(drawings !== undefined && { drawn: { how: 'beside', drawings } }),
  }
}

function whole(under: SaidUnder): SaidBelow {
  return { ...under, isFurther: false }
}

function pagesOf(all: readonly Said[], kind: 'sentences' | 'cards'): VisionPage[] {
  const pages: Said[][] = []
  const parts = all.flatMap((one) => partsOf(one, wall.beside, wall.height, settings[kind]))
  let room = 0
  for (const [place, one] of parts.entries()) {
    const height = heightOf([one], kind)
    const letters = one.letters.join(' ')
    const isFirst = place === 0 || parts[place - 1]?.letters.join(' ') !== letters
    // What one group said is kept together where that fits on a page.
    const together = parts.slice(place).findIndex((other) => other.letters.join(' ') !== letters)
    const group = parts.slice(place, together < 0 ? undefined : place + together)
    const needed = kind === 'cards' && isFirst ? heightOf(group, kind) : height
    if (height > room || (needed > room && needed <= wall.height)) {
      pages.push([])
      room = wall.height
    }
    pages.at(-1)?.push(one)
    room -= height + settings[kind].gap
  }
  return pages.map((said) => ({ kind, said, below: [] }))
}

/** Columns side by side on pages of their own, each going on where it was on the page before. */
function pagesBelow(below: readonly SaidUnder[]): VisionPage[] {
  const pages: VisionPage[] = []
  const room = wall.height - titles.alone
  let left = below.map(whole)
  while (left.length > 0) {
    const width = columnWidth(left.length)
    const columns = left.map((column) => taken(column, width, room))
    pages.push({ kind: 'sentences', said: [], below: columns.map(({ now }) => now) })
    left = columns.flatMap(({ later }) => (later.said.length === 0 ? [] : [later]))
  }
  return pages
}

/** What of a column fits on a page, at the least its first, and what is left of it. */
function taken(
  column: SaidBelow,
  width: number,
  room: number,
): { readonly now: SaidBelow; readonly later: SaidBelow } {
  const setting = settings.alone
  const [first, ...rest] = column.said
  // Only the first may be longer than a page: one that is not first begins on the next page.
  const cut = first === undefined ? [] : partsOf(first, width, room, setting, badges.above)
  const all = [...cut, ...rest]
  let count = 0
  let used = 0
  for (const one of all) {
    used += heightBelowOf(one, width, setting) + (count === 0 ? 0 : setting.gap)
    if (count > 0 && used > room) break
    count += 1
  }
  return {
    now: { ...column, said: all.slice(0, count) },
    later: { ...column, said: all.slice(count), isFurther: true },
  }
}

function columnWidth(count: number): number {
  return (wall.width - columnGap * (count - 1)) / count
}

/** One that is higher than a page in parts, each with its letters. */
function partsOf(
  one: Said,
  width: number,
  height: number,
  { size, lineHeight, weight }: Setting,
  above = 0,
): readonly Said[] {
  const rows = Math.ceil(one.letters.length / badges.inRow)
  const room = height - rows * above - labelHeight(one)
  const most = Math.max(1, Math.floor(room / (size * lineHeight)))
  const texts = cutToFit(one.text, most, (text) => linesOf(text, size, width, weight))
  if (texts.length === 1) return [one]
  return texts.map((text, part) => ({ ...one, id: `${one.id} ${part}`, text }))
}

function heightOf(said: readonly Said[], kind: 'sentences' | 'cards'): number {
  const { size, lineHeight, weight, gap } = settings[kind]
  const heights = said.map((one) =>
    Math.max(
      linesOf(one.text, size, wall.beside, weight) * size * lineHeight + labelHeight(one),
      Math.ceil(one.letters.length / badges.inRow) * badges.beside + 1,
    ),
  )
  return heights.reduce((sum, height) => sum + height + gap, 0) - (said.length > 0 ? gap : 0)
}

function heightBelow(below: readonly SaidUnder[]): number {
  const width = columnWidth(below.length)
  const { gap } = settings.below
  const columns = below.map(({ said }) =>
    said.reduce((sum, one) => sum + heightBelowOf(one, width, settings.below) + gap, -gap),
  )
  return Math.max(...columns) + titles.below
}

/** One in a column, with its letters above it. */
function heightBelowOf(one: Said, width: number, { size, lineHeight, weight }: Setting): number {
  const rows = Math.ceil(one.letters.length / badges.inRow)
  const words = linesOf(one.text, size, width, weight) * size * lineHeight
  return words + rows * badges.above + labelHeight(one)
}

function labelHeight(one: Said): number {
  return one.also === undefined ? 0 : label
}
