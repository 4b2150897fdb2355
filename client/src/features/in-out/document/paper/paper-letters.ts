import type { PDFDocument, PdfFont } from 'pdfkit'
import { LETTER_WIDTH } from '../../pdf/lines-in-box.ts'
import { PdfWords } from '../../pdf/pdf-words.ts'
import type { Mark } from './paper.ts'
import { putPixels } from './put-pixels.ts'
import type { Pixels } from './put-pixels.ts'
import type { Letters, Line, Weight } from './set-lines.ts'

/** Typefaces (TrueType) by weight; a letter comes from the first that has it. */
export type Typefaces = Readonly<Record<Weight, readonly Uint8Array[]>>

/** Letters that no typeface of ours has, as a device draws them. */
export interface OtherLetters {
  widthOf(words: string, size: number, weight: Weight): number
  /** Their picture; its baseline is `ascent` below its top. */
  picture(
    words: string,
    look: { readonly size: number; readonly weight: Weight; readonly color: string },
  ):
    | {
        readonly pixels: Pixels
        readonly w: number
        readonly h: number
        readonly ascent: number
      }
    | undefined
}

type LineMark = Extract<Mark, { kind: 'line' }>

interface Run {
  readonly font: string
  readonly text: string
}

/** Words as letters in a document, in typefaces that it brings along; what those lack is drawn. */
export class PaperLetters implements Letters {
  readonly #pdf: PDFDocument
  readonly #fonts: Readonly<Record<Weight, readonly { name: string; font: PdfFont }[]>>
  readonly #other: OtherLetters
  readonly #words: PdfWords
  readonly #widths = new Map<string, number>()

  constructor(pdf: PDFDocument, faces: Typefaces, other: OtherLetters) {
    this.#pdf = pdf
    this.#other = other
    this.#words = new PdfWords(pdf)
    const opened = (weight: Weight) =>
      faces[weight].map((face, number) => {
        const name = `${weight}${number}`
        pdf.registerFont(name, face)
        pdf.font(name)
        // oxlint-disable-next-line no-underscore-dangle -- pdfkit tells it in no other way.
        return { name, font: pdf._font }
      })
    this.#fonts = { regular: opened('regular'), bold: opened('bold') }
  }

  /** Words of the page that was added last can be written from here. */
  beginPage(): void {
    this.#words.beginPage()
  }

  widthOf(words: string, size: number, weight: Weight): number {
    const runs = this.#runsOf(words, weight)
    if (runs === undefined) return this.#other.widthOf(words, size, weight)
    return runs.reduce((sum, { font, text }) => sum + this.#widthOfRun(font, text), 0) * size
  }

  /** Writes a line where it stands. */
  write({ line, x, baseline, size, weight, color, align }: LineMark): void {
    const width = this.widthOf(line.text, size, weight)
    let left = align === 'start' ? x : align === 'middle' ? x - width / 2 : x - width
    const runs = this.#runsOf(line.text, weight)
    if (runs === undefined) {
      this.#draw(line, { x: left, baseline, size, weight, color, width })
      return
    }
    for (const { font, text } of runs) {
      this.#pdf.font(font).fontSize(size).fillColor(color)
      this.#pdf.text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
      left += this.#widthOfRun(font, text) * size
    }
  }

  /** Nothing is written after this. */
  end(): void {
    this.#words.end()
  }

  #draw(
    { text, paragraph, start, end }: Line,
    look: Omit<LineMark, 'kind' | 'line' | 'align'> & { readonly width: number },
  ): void {
    const { x, baseline, size, width } = look
    const usual = Math.max(1, end - start) * size * LETTER_WIDTH
    // Wider than usual, readers take the blanks between words for the ends of texts.
    const stretch = Math.min(1, width / usual)
    this.#words.write({ paragraph, start, end, x, baseline, size, stretch })
    const picture = this.#other.picture(text, look)
    if (picture === undefined) return
    const { pixels, w, h, ascent } = picture
    putPixels(this.#pdf, pixels, { x, y: baseline - ascent, w, h })
  }

  /** The width of words at a size of one point. */
  #widthOfRun(font: string, text: string): number {
    const name = `${font} ${text}`
    const known = this.#widths.get(name)
    if (known !== undefined) return known
    const width = this.#pdf.font(font).fontSize(100).widthOfString(text) / 100
    this.#widths.set(name, width)
    return width
  }

  /** Words by the typeface that has their letters; undefined when one of them is in none. */
  #runsOf(words: string, weight: Weight): readonly Run[] | undefined {
    const runs: { font: string; text: string }[] = []
    for (const letter of words) {
      const code = letter.codePointAt(0) ?? 0
      const last = runs.at(-1)
      const found = this.#fonts[weight].find(({ font }) => font.font.hasGlyphForCodePoint(code))
      const isBlank = letter === ' ' || letter === '\u00A0'
      if (found === undefined && !isBlank) return undefined
      const name = found?.name ?? last?.font ?? `${weight}0`
      if (last?.font === name || (last !== undefined && isBlank)) last.text += letter
      else runs.push({ font: name, text: letter })
    }
    return runs
  }
}
