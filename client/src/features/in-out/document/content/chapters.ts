import type { ZoneView } from '@stip/api'
import { wordsOn } from '@stip/board'
import type { BoardRecord, OutlineItem } from '@stip/board'
import { nlDocument } from '../../../../texts/files/nl-document.ts'
import { areasOf } from '../../../../reading/board-areas.ts'
import type { AreaContent, ZoneContent } from '../../../../reading/board-areas.ts'
import { drawingOf, isDrawn } from '@stip/board/drawing'
import { visionOf } from '../../../../reading/vision-reading.ts'
import type { Said, VisionReading } from '../../../../reading/vision-reading.ts'
import type { Block, BoardForPaper, Card, Chapter, Field } from './content.ts'
import { pilesOf } from './piles.ts'

const LONGEST_LABEL = 40

/**
 * Boards as chapters, as a council reads them: first the vision, then what each group made step by
 * step, then what everybody wrote together, and last the board on which the vision came about. What
 * holds nothing is left out.
 */
export function chaptersOf(boards: readonly BoardForPaper[]): readonly Chapter[] {
  const vision = boards.find(({ isVision }) => isVision)
  const reading = vision && readingOf(vision)
  const isWritten = reading !== undefined && reading.sentences.length + reading.below.length > 0
  // What stands in the vision needs not be read twice.
  const read = new Set(
    isWritten
      ? [{ said: reading.sentences }, ...reading.below, ...reading.beside]
          .flatMap(({ said }) => said)
          .map(({ id }) => id)
      : [],
  )
  const others = boards.filter(({ isVision }) => !isVision)
  return [
    ...(reading === undefined ? [] : [visionChapter(reading)]),
    ...others.toSorted(groupsFirst).map((board) => chapterOf(board, new Set())),
    ...(vision === undefined ? [] : [chapterOf({ ...vision, name: nlDocument.visionBoard }, read)]),
  ].filter(({ steps }) => steps.length > 0)
}

function groupsFirst(one: BoardForPaper, other: BoardForPaper): number {
  const isBefore = Number(one.letter === '') - Number(other.letter === '')
  return isBefore || (one.letter < other.letter ? -1 : Number(one.letter > other.letter))
}

function readingOf({ records, lettersOf }: BoardForPaper): VisionReading {
  return visionOf(records, zonesOn(records), lettersOf)
}

function visionChapter({ sentences, below, beside, cards }: VisionReading): Chapter {
  const heading = { title: '', question: '', letter: '' }
  const written: Field[] = [
    ...(sentences.length === 0
      ? []
      : [{ ...heading, blocks: [{ kind: 'sentences', isMain: true, sentences } as const] }]),
    ...[...below, ...beside].map(({ title, said }) => ({
      ...heading,
      title,
      blocks: [{ kind: 'sentences', isMain: false, sentences: said } as const],
    })),
  ]
  const chosen: Field[] =
    cards.length === 0
      ? []
      : [
          {
            ...heading,
            title: nlDocument.chosen,
            blocks: [{ kind: 'sentences', isMain: false, sentences: cards }],
          },
        ]
  const fields = written.length > 0 ? written : chosen
  return {
    title: nlDocument.vision,
    letter: '',
    steps: fields.length === 0 ? [] : [{ title: '', fields }],
  }
}

function chapterOf(board: BoardForPaper, read: ReadonlySet<string>): Chapter {
  const areas = areasOf(board.records, zonesOn(board.records))
  const steps = areas
    .map((area) => ({
      title: area.title === '' && area.zones.length > 0 ? nlDocument.rest : area.title,
      fields: area.zones.flatMap((zone) => fieldOf(zone, area, board, read) ?? []),
    }))
    .filter(({ fields }) => fields.length > 0)
  return { title: board.name, letter: board.letter, steps }
}

function fieldOf(
  zone: ZoneContent,
  area: AreaContent,
  board: BoardForPaper,
  read: ReadonlySet<string>,
): Field | undefined {
  const items = zone.items.filter(({ id, text }) => !read.has(id) && text.trim() !== '')
  const blocks = [...drawingIn(zone, board), ...wordsIn(zone, items, board)]
  if (blocks.length === 0) return undefined
  // What lies beside the zones of a step needs no second heading with its name.
  const title = zone.id === area.id ? '' : zone.title
  return { title, question: zone.question, letter: zone.letter, blocks }
}

function drawingIn({ title, shapes }: ZoneContent, { records }: BoardForPaper): readonly Block[] {
  // Arrows alone say what leads to what; that is said in words.
  if (!shapes.some((shape) => isDrawn(shape) && shape.type !== 'arrow')) return []
  const seen = shapes.filter((shape) => shape.type !== 'text' || isLabel(shape))
  const drawing = drawingOf(seen, records)
  return drawing === undefined ? [] : [{ kind: 'drawing', drawing, alt: nlDocument.drawing(title) }]
}

/** A word or two in a drawing; sentences are read beside it. */
function isLabel(shape: BoardRecord): boolean {
  return wordsOn(shape).trim().length <= LONGEST_LABEL
}

function wordsIn(
  zone: ZoneContent,
  items: readonly OutlineItem[],
  { records, lettersOf }: BoardForPaper,
): readonly Block[] {
  const saidOf = ({ id, text }: OutlineItem): Said => ({
    id,
    text: text.trim(),
    letters: zone.letter === '' ? lettersOf(id) : [],
  })
  const cardOf = ({ id, text, color, isKeyCard, connections }: OutlineItem): Card => ({
    text: text.trim(),
    color,
    isKeyCard,
    letters: zone.letter === '' ? lettersOf(id) : [],
    toward: connections
      .filter(({ direction }) => direction === 'to')
      .map(({ otherText }) => otherText.trim()),
  })
  const notes = items.filter(({ kind }) => kind === 'note' || kind === 'shape')
  const texts = items.filter(({ kind }) => kind === 'text')
  const sentences = (all: readonly OutlineItem[]): readonly Block[] =>
    all.length === 0
      ? []
      : [{ kind: 'sentences' as const, isMain: false, sentences: all.map(saidOf) }]
  if (notes.length === 0 || isForText(zone, records)) {
    return sentences(items.filter(({ kind }) => kind !== 'frame' && kind !== 'arrow'))
  }
  const piles = pilesOf(notes, texts, records)
  return [
    ...sentences(piles.loose),
    ...piles.piles.map(({ title, items: inPile }) => ({
      kind: 'cards' as const,
      title,
      cards: inPile.map(cardOf),
    })),
  ]
}

function isForText({ id }: ZoneContent, records: readonly BoardRecord[]): boolean {
  return records.find((record) => record.id === id)?.meta['kind'] === 'text'
}

/** What a board itself knows of its zones. */
function zonesOn(records: readonly BoardRecord[]): readonly ZoneView[] {
  return records
    .filter(({ type }) => type === 'zone')
    .map(({ id, props, meta }) => ({
      id,
      kind: words(meta['kind']),
      title: words(props['title']),
      question: words(props['question']),
    }))
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
