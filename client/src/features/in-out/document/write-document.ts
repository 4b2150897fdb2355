import { PDFDocument } from 'pdfkit'
import type { PdfStructure } from 'pdfkit'
import { nl } from '../../../texts/nl.ts'
import { hasRightToLeft } from '../pdf/visual-order.ts'
import type { Chapter } from './content/content.ts'
import { drawOnPage } from './paper/draw-on-page.ts'
import type { Pictures } from './paper/draw-on-page.ts'
import { edgeMarks } from './rows/edge.ts'
import { laidOut } from './laid-out.ts'
import type { LaidOutPage } from './laid-out.ts'
import { PaperLetters } from './paper/paper-letters.ts'
import type { OtherLetters, Typefaces } from './paper/paper-letters.ts'
import { paper } from './paper/paper.ts'
import type { Mark, Piece } from './paper/paper.ts'
import { colors } from './paper/styles.ts'

/** What a document says of itself, on every page. */
export interface About {
  readonly title: string
  /** When it was made, in words. */
  readonly day: string
}

/** What a document is made with. */
export interface Means {
  readonly faces: Typefaces
  readonly other: OtherLetters
  readonly pictures: Pictures
}

/**
 * Chapters as a document (PDF) to print and to file: pages of A4 with a head and a foot, words as
 * words in letters that it brings along, and drawings as lines. Who has it read aloud hears its
 * headings and its words in order.
 */
export async function documentOf(
  chapters: readonly Chapter[],
  about: About,
  { faces, other, pictures }: Means,
): Promise<Blob> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: null,
    lang: 'nl-NL',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: about.title, Creator: nl.product },
  })
  const chunks: Uint8Array<ArrayBuffer>[] = []
  pdf.on('data', (chunk) => void chunks.push(chunk))
  const ended = new Promise<void>((resolve) => {
    pdf.on('end', resolve)
  })
  const letters = new PaperLetters(pdf, faces, other)
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const pages = laidOut(chapters, about, letters)
  const writer = { pdf, whole, letters, pictures }
  for (const [number, page] of pages.entries()) {
    writePage(writer, page, edgeMarks(page, about, { number: number + 1, of: pages.length }))
    // A long document leaves the page its turns.
    // oxlint-disable-next-line no-await-in-loop
    await nextTurn()
  }
  whole.end()
  letters.end()
  pdf.end()
  await ended
  return new Blob(chunks, { type: 'application/pdf' })
}

interface Writer {
  readonly pdf: PDFDocument
  readonly whole: PdfStructure
  readonly letters: PaperLetters
  readonly pictures: Pictures
}

function writePage(writer: Writer, page: LaidOutPage, edge: readonly Mark[]): void {
  const { pdf, letters } = writer
  pdf.addPage({ size: [paper.width, paper.height], margin: 0 })
  letters.beginPage()
  if (page.begins !== '') pdf.outline.addItem(page.begins)
  pdf.markContent('Artifact', { type: 'Pagination' })
  for (const mark of edge) put(writer, mark)
  pdf.endMarkedContent()
  for (const piece of page.pieces) addPiece(writer, piece)
}

function addPiece(writer: Writer, { tag, alt, said, marks }: Piece): void {
  const { pdf, whole } = writer
  // Letters stand from left to right on a page; who reads aloud gets them as they were written.
  const options = {
    ...(alt !== undefined && { alt }),
    ...(said !== undefined && hasRightToLeft(said) && { actual: said }),
  }
  const structure = pdf.struct(tag, options, () => {
    for (const mark of marks) put(writer, mark)
  })
  whole.add(structure)
}

function put(writer: Writer, mark: Mark): void {
  const { pdf, letters } = writer
  switch (mark.kind) {
    case 'line':
      letters.write(mark)
      return
    case 'box': {
      const { x, y, w, h, radius, fill, stroke } = mark
      pdf.roundedRect(x, y, w, h, radius)
      if (stroke === undefined) pdf.fill(fill)
      else pdf.lineWidth(0.5).fillAndStroke(fill, stroke)
      return
    }
    case 'star':
      pdf.save()
      pdf.translate(mark.x, mark.y).scale(mark.size / 24)
      pdf.path(STAR).fill(colors.star)
      pdf.restore()
      return
    case 'drawing':
      drawOnPage(writer, mark)
      return
    default:
      mark satisfies never
  }
}

/** A star with five points, in a box of 24 by 24. */
const STAR =
  'M12 1L15.2 8.6L23.4 9.3L17.2 14.7L19.1 22.7L12 18.4L4.9 22.7L6.8 14.7L0.6 9.3L8.8 8.6z'

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}
