import { PDFDocument } from 'pdfkit'
import type { PdfStructure } from 'pdfkit'
import type { BoardPage } from '../../canvas/board-props.ts'
import { nl } from '../../texts/nl.ts'
import { linesInBox } from './pdf/lines-in-box.ts'
import { PdfWords } from './pdf/pdf-words.ts'
import { hasRightToLeft } from './pdf/visual-order.ts'

/** The longest side of a page: that of an A3, in points. */
const LONGEST_SIDE = 1191

/** A board, or another part of a document that has a name. */
export interface PdfPart {
  readonly name: string
  readonly pages: readonly BoardPage[]
}

/**
 * Boards as a PDF, page after page: their pictures, and behind those the words where they stand, so
 * that they can be searched, selected and read aloud, in whatever script. For a screen reader a
 * picture is decoration, and the words are the text.
 */
export async function boardPdf(parts: readonly PdfPart[], title: string): Promise<Blob> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: null,
    lang: 'nl-NL',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: nl.product },
  })
  const chunks: Uint8Array<ArrayBuffer>[] = []
  pdf.on('data', (chunk) => void chunks.push(chunk))
  const ended = new Promise<void>((resolve) => {
    pdf.on('end', resolve)
  })
  const letters = new PdfWords(pdf)
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  for (const { name, pages } of parts) {
    for (const [number, page] of pages.entries()) {
      // In the order in which they are read.
      // oxlint-disable-next-line no-await-in-loop
      addPage({ pdf, whole, letters }, page, await page.picture.arrayBuffer(), name)
      if (number === 0 && parts.length > 1) pdf.outline.addItem(name)
    }
  }
  whole.end()
  letters.end()
  pdf.end()
  await ended
  return new Blob(chunks, { type: 'application/pdf' })
}

interface Document {
  readonly pdf: PDFDocument
  readonly whole: PdfStructure
  readonly letters: PdfWords
}

function addPage(
  { pdf, whole, letters }: Document,
  { width, height, words }: BoardPage,
  picture: ArrayBuffer,
  name: string,
): void {
  const scale = LONGEST_SIDE / Math.max(width, height)
  const size: [number, number] = [width * scale, height * scale]
  pdf.addPage({ size, margin: 0 })
  letters.beginPage()
  for (const { text, x, y, w, h } of words) {
    const box = { x: x * scale, y: y * scale, w: w * scale, h: h * scale }
    // Letters stand from left to right on a page; who reads aloud gets them as they were written.
    const said = hasRightToLeft(text) ? { actual: text } : {}
    whole.add(
      pdf.struct('P', said, () => {
        for (const line of linesInBox(text, box)) letters.write(line)
      }),
    )
  }
  whole.add(
    pdf.struct('Figure', { alt: name, bbox: [0, 0, ...size] }, () => {
      pdf.image(picture, 0, 0, { width: size[0], height: size[1] })
    }),
  )
}
