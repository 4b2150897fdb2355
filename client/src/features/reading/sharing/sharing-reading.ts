import type { ZoneView } from '@stip/api'
import { wordsOn } from '@stip/board'
import type { BoardRecord } from '@stip/board'
import { areasOf } from '../../../reading/board-areas.ts'
import type { AreaContent, ZoneContent } from '../../../reading/board-areas.ts'
import { drawingOf, isDrawn } from '@stip/board/drawing'
import type { DrawingReading } from '@stip/board/drawing'
import { linesOf } from '../fit.ts'

/** The work of a group, as it is shown to the room. */
export interface SharingReading {
  readonly drawing: DrawingReading | undefined
  /** What a group wrote about its drawing, for who does not see it. */
  readonly description: string
  /** Words that lie on the drawing: what came from phones. */
  readonly captions: readonly string[]
  /** What the group says in one sentence. */
  readonly sentences: readonly string[]
  /** Hoofdpunten. */
  readonly points: readonly string[]
}

/** Reads what a group has to show off its board; empty when it made none of it. */
export function sharingOf(
  records: readonly BoardRecord[],
  known: readonly ZoneView[],
): SharingReading {
  const areas = areasOf(records, known)
  const drawn = whereDrawn(areas)
  const area = drawn?.area ?? areas.findLast(({ zones }) => zones.some(isSentence))
  const about = area?.zones ?? []
  const sentences = about.filter(isSentence).flatMap(wordsIn)
  return {
    drawing: drawn && drawingOf(drawn.shapes, records),
    description: [...about.filter(isDescription).flatMap(wordsIn), ...describing(areas)].join(' '),
    captions: drawn?.captions ?? [],
    sentences: sentences.length > 0 ? sentences : stipSentences(drawn?.shapes ?? []),
    points: unique(pointsOf(areas)),
  }
}

/** Whether a group has something to show yet. */
export function hasStip({ drawing, sentences, points }: SharingReading): boolean {
  return drawing !== undefined || sentences.length > 0 || points.length > 0
}

interface WhereDrawn {
  readonly area: AreaContent
  readonly shapes: readonly BoardRecord[]
  readonly captions: readonly string[]
}

/** The zone to draw in that was used last; on a board without one, all that was drawn in its last area. */
function whereDrawn(areas: readonly AreaContent[]): WhereDrawn | undefined {
  for (const area of areas.toReversed()) {
    const zone = area.zones.find((each) => each.kind === 'drawing' && each.shapes.some(isDrawn))
    if (zone === undefined) continue
    const captions = zone.items.filter(({ kind }) => kind === 'note').map(({ text }) => text)
    return { area, shapes: zone.shapes, captions: captions.filter((text) => text.trim() !== '') }
  }
  for (const area of areas.toReversed()) {
    const shapes = area.zones.flatMap((zone) => zone.shapes).filter(isDrawn)
    if (shapes.length > 0) return { area, shapes, captions: [] }
  }
  return undefined
}

/** Zones are known by the names of the formats, and on boards of others by their titles. */
function isSentence({ id, title }: ZoneContent): boolean {
  return id.endsWith('-zin') || /^onze zin$/i.test(title.trim())
}

function isDescription({ id, title }: ZoneContent): boolean {
  return id.endsWith('-beschrijving') || /^wat zie je op de tekening/i.test(title.trim())
}

function isForPoints({ title }: ZoneContent): boolean {
  return /^onze hoofdpunten$/i.test(title.trim())
}

function wordsIn({ items }: ZoneContent): readonly string[] {
  return items
    .filter(({ kind }) => kind === 'text' || kind === 'note')
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
}

function describing(areas: readonly AreaContent[]): readonly string[] {
  return areas
    .flatMap(({ zones }) => zones.flatMap(({ items }) => items))
    .filter(({ describes, text }) => describes !== undefined && text.trim() !== '')
    .map(({ text }) => text)
}

function stipSentences(shapes: readonly BoardRecord[]): readonly string[] {
  return shapes
    .filter(({ type }) => type === 'stip')
    .map((record) => wordsOn(record).trim())
    .filter((words) => words !== '')
}

/**
 * What has a star. Where nothing has, what lies among the hoofdpunten of the last step with any: in
 * that zone groups also sort notes that are none.
 */
function pointsOf(areas: readonly AreaContent[]): readonly string[] {
  const starred = areas
    .flatMap(({ zones }) => zones.flatMap(({ items }) => items))
    .filter(({ isKeyCard }) => isKeyCard)
    .map(({ text }) => text)
  if (starred.length > 0) return starred
  const placed = areas.map(({ zones }) => zones.filter(isForPoints).flatMap(wordsIn))
  return placed.findLast((points) => points.length > 0) ?? []
}

/** The same point in two steps is one point. */
function unique(points: readonly string[]): readonly string[] {
  const byWords = new Map(points.map((text) => [plain(text), text.trim()]))
  byWords.delete('')
  return [...byWords.values()]
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

/** What fits beside the drawing at once; the rest is on the next page. */
export interface SharingPage {
  readonly sentences: readonly string[]
  readonly points: readonly string[]
  /** How many hoofdpunten come after this page. */
  readonly more: number
}

/** Measures of the words on a wall of 1280 by 720, beside a drawing and without one, as its style sheet has them. */
const column = { width: 380, whole: 1180, height: 580, gap: 14 }
/** The line that says how many hoofdpunten are on the next page. */
const moreHeight = 30 * 1.22 + column.gap

function sentenceHeight(text: string, width: number): number {
  return linesOf(text, 44, width) * 44 * 1.15 + column.gap
}

function pointHeight(text: string, width: number): number {
  return linesOf(text, 30, width - 20, 'regular') * 30 * 1.22 + column.gap
}

/**
 * Cuts what a group says into pages. Nothing gets smaller: the sentence stands on the first page
 * with as many hoofdpunten as fit, the others on the next.
 */
export function pagesOfSharing(
  reading: Pick<SharingReading, 'sentences' | 'points'> & { readonly drawing?: object | undefined },
): readonly SharingPage[] {
  const width = reading.drawing === undefined ? column.whole : column.width
  const all = [
    ...reading.sentences.map((text) => ({
      kind: 'sentences',
      text,
      height: sentenceHeight(text, width),
    })),
    ...reading.points.map((text) => ({ kind: 'points', text, height: pointHeight(text, width) })),
  ] as const
  const pages: { sentences: string[]; points: string[]; height: number }[] = []
  for (const [place, { kind, text, height }] of all.entries()) {
    const needed = height + (place === all.length - 1 ? 0 : moreHeight)
    const last = pages.at(-1)
    if (last === undefined || last.height + needed > column.height) {
      pages.push({ sentences: [], points: [], height: 0 })
    }
    const page = pages.at(-1) as (typeof pages)[number]
    page[kind === 'points' ? 'points' : 'sentences'].push(text)
    page.height += height
  }
  let shown = 0
  const cut = pages.map(({ sentences, points }) => {
    shown += points.length
    return { sentences, points, more: reading.points.length - shown }
  })
  return cut.length === 0 ? [{ sentences: [], points: [], more: 0 }] : cut
}
