import { PDFDocument } from 'pdfkit'
import type { BoardPage } from '../../canvas/board-props.ts'
import { nl } from '../../texts/nl.ts'
import { linesInBox } from './pdf/lines-in-box.ts'
import { PdfWords } from './pdf/pdf-words.ts'
import { hasRightToLeft } from './pdf/visual-order.ts'

/** The longest side of the page: that of an A3, in points. */
const LONGEST_SIDE = 1191

/**
 * A board as a PDF of one page: its picture, and behind it the words where they stand, so that they
 * can be searched, selected and read aloud, in whatever script. For a screen reader the picture is
 * decoration, and the words are the text.
 */
export async function boardPdf(
  { picture, width, height, words }: BoardPage,
  title: string,
): Promise<Blob> {
  const scale = LONGEST_SIDE / Math.max(width, height)
  const size: [number, number] = [width * scale, height * scale]
  const pdf = new PDFDocument({
    size,
    font: null,
    margin: 0,
    lang: 'nl-NL',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: nl.product },
  })
  const parts: Uint8Array<ArrayBuffer>[] = []
  pdf.on('data', (part) => void parts.push(part))
  const ended = new Promise<void>((resolve) => {
    pdf.on('end', resolve)
  })
  const letters = new PdfWords(pdf)
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
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
  const drawing = await picture.arrayBuffer()
  whole.add(
    pdf.struct('Figure', { alt: title, bbox: [0, 0, ...size] }, () => {
      pdf.image(drawing, 0, 0, { width: size[0], height: size[1] })
    }),
  )
  whole.end()
  letters.end()
  pdf.end()
  await ended
  return new Blob(parts, { type: 'application/pdf' })
}
