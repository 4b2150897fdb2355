import fontAddress from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url'
import { PDFDocument } from 'pdfkit'
import { limitedFetch } from '../../live/limited-fetch.ts'
import type { BoardPage, WordsOnPage } from '../../canvas/board-props.ts'

/** How long a typeface may take to come, in milliseconds. */
const FONT_MS = 30_000
/** The longest side of the page: that of an A3, in points. */
const LONGEST_SIDE = 1191

/**
 * A board as a PDF of one page: its picture, and behind it the words where they stand, so that they
 * can be searched, selected and read aloud. For a screen reader the picture is decoration, and the
 * words are the text.
 */
export async function boardPdf(
  { picture, width, height, words }: BoardPage,
  title: string,
): Promise<Blob> {
  const scale = LONGEST_SIDE / Math.max(width, height)
  const size: [number, number] = [width * scale, height * scale]
  const pdf = new PDFDocument({
    size,
    // WOFF, and not the variable WOFF2 of the screen: fontkit takes wrong parts out of that.
    font: await bytesAt(fontAddress),
    margin: 0,
    lang: 'nl-NL',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title },
  })
  const parts: Uint8Array<ArrayBuffer>[] = []
  pdf.on('data', (part) => void parts.push(part))
  const ended = new Promise<void>((resolve) => {
    pdf.on('end', resolve)
  })
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  for (const each of words) {
    whole.add(pdf.struct('P', () => write(pdf, each, scale)))
  }
  const drawing = await picture.arrayBuffer()
  whole.add(
    pdf.struct('Figure', { alt: title, bbox: [0, 0, ...size] }, () => {
      pdf.image(drawing, 0, 0, { width: size[0], height: size[1] })
    }),
  )
  whole.end()
  pdf.end()
  await ended
  return new Blob(parts, { type: 'application/pdf' })
}

/** Under the picture, as large as fits where the words stand. */
function write(pdf: PDFDocument, { text, x, y, w, h }: WordsOnPage, scale: number): void {
  const [width, height] = [Math.max(w * scale, 4), Math.max(h * scale, 4)]
  const room = Math.sqrt((width * height) / Math.max(1, text.length))
  pdf
    .fontSize(Math.max(1, Math.min(height * 0.8, room)))
    .text(text, x * scale, y * scale, { width, height, lineGap: 0 })
}

async function bytesAt(address: string): Promise<ArrayBuffer> {
  return limitedFetch(address, { limitMs: FONT_MS }, (answer) => answer.arrayBuffer())
}
