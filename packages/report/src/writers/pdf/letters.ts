// oxlint-disable-next-line typescript/triple-slash-reference -- Who imports this gets the types too.
/// <reference path="./pdfkit.d.ts" />
import type { PDFDocument, PdfFont } from 'pdfkit'
import type { Typefaces } from '../means.ts'
import { trueTypeOf } from '../true-type.ts'

/** How words are set, in points. */
export interface Look {
  readonly size: number
  readonly height: number
  readonly weight: keyof Typefaces
  readonly color: string
}

interface Run {
  /** Undefined: no typeface has these letters. */
  readonly font: string | undefined
  readonly text: string
}

/** Sets words in the typefaces that a document brings along. */
export class Letters {
  readonly #pdf: PDFDocument
  readonly #fonts: Readonly<Record<keyof Typefaces, readonly { name: string; font: PdfFont }[]>>
  readonly #widths = new Map<string, number>()
  /** Which typeface has which letter. */
  readonly #found: Readonly<Record<keyof Typefaces, Map<number, string | undefined>>> = {
    regular: new Map(),
    bold: new Map(),
  }
  /** What was measured last is often set next. */
  readonly #last = { key: '', lines: [] as readonly string[] }

  constructor(pdf: PDFDocument, typefaces: Typefaces) {
    this.#pdf = pdf
    const opened = (weight: keyof Typefaces) =>
      typefaces[weight].map((file, number) => {
        const name = `${weight}${number}`
        pdf.registerFont(name, trueTypeOf(file)).font(name)
        // oxlint-disable-next-line no-underscore-dangle -- pdfkit tells it in no other way.
        return { name, font: pdf._font }
      })
    this.#fonts = { regular: opened('regular'), bold: opened('bold') }
  }

  /** The lines that words take in a width. A word that is wider than that is cut. */
  linesOf(words: string, look: Look, width: number): readonly string[] {
    const key = `${look.weight} ${look.size} ${width} ${words}`
    if (this.#last.key !== key) {
      const paragraphs = words.split(/\r\n?|\n/u)
      this.#last.lines = paragraphs.flatMap((each) => this.#filled(each, look, width))
      this.#last.key = key
    }
    return this.#last.lines
  }

  widthOf(words: string, { size, weight }: Look): number {
    const known = this.#widths.get(`${weight} ${words}`)
    if (known !== undefined) return known * size
    const width = this.#runsOf(words, weight).reduce((sum, run) => sum + this.#widthOfRun(run), 0)
    this.#widths.set(`${weight} ${words}`, width)
    return width * size
  }

  /** Writes a line; what no typeface has is a box, of which the structure says what stands there. */
  write(line: string, look: Look, x: number, baseline: number): void {
    const { size, color, weight } = look
    let left = x
    for (const run of this.#runsOf(line, weight)) {
      if (run.font === undefined) this.#boxes(run.text, look, left, baseline)
      else {
        this.#pdf.font(run.font).fontSize(size).fillColor(color)
        this.#pdf.text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
      }
      left += this.#widthOfRun(run) * size
    }
  }

  /** Whether every letter has a shape. */
  has(words: string, { weight }: Look): boolean {
    return this.#runsOf(words, weight).every(({ font }) => font !== undefined)
  }

  #filled(paragraph: string, look: Look, width: number): readonly string[] {
    const blank = this.widthOf(' ', look)
    const lines: string[] = []
    let [line, used] = ['', 0]
    for (const word of paragraph.split(/[ \t]+/u)) {
      const own = this.widthOf(word, look)
      if (line !== '' && used + blank + own <= width) {
        line += ` ${word}`
        used += blank + own
        continue
      }
      if (line !== '') lines.push(line)
      const pieces = own <= width ? [word] : this.#cut(word, look, width)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
      used = this.widthOf(line, look)
    }
    return [...lines, line]
  }

  /** A word in pieces that fit. */
  #cut(word: string, look: Look, width: number): readonly string[] {
    const pieces: string[] = []
    let [piece, used] = ['', 0]
    for (const letter of word) {
      const own = this.widthOf(letter, look)
      if (piece !== '' && used + own > width) {
        pieces.push(piece)
        piece = ''
        used = 0
      }
      piece += letter
      used += own
    }
    return [...pieces, piece]
  }

  #widthOfRun({ font, text }: Run): number {
    if (font === undefined) return Array.from(text).length * BOX
    return this.#pdf.font(font).fontSize(100).widthOfString(text) / 100
  }

  #boxes(text: string, { size, color }: Look, left: number, baseline: number): void {
    const side = size * BOX * 0.7
    for (const place of Array.from(text).keys()) {
      const x = left + (place + 0.15) * BOX * size
      this.#pdf
        .lineWidth(size / 20)
        .rect(x, baseline - side, side, side)
        .stroke(color)
    }
  }

  #runsOf(words: string, weight: keyof Typefaces): readonly Run[] {
    const runs: { font: string | undefined; text: string }[] = []
    for (const letter of words.normalize('NFC')) {
      const code = letter.codePointAt(0) ?? 0
      if (isUnseen(code)) continue
      const last = runs.at(-1)
      const font = this.#typefaceOf(code, weight)
      if (last !== undefined && last.font === font) last.text += letter
      else runs.push({ font, text: letter })
    }
    return runs
  }

  #typefaceOf(code: number, weight: keyof Typefaces): string | undefined {
    const known = this.#found[weight]
    if (!known.has(code)) {
      const found = this.#fonts[weight].find(({ font }) => font.font.hasGlyphForCodePoint(code))
      known.set(code, found?.name)
    }
    return known.get(code)
  }
}

/** How wide the box for a letter is that no typeface has, for a size of one. */
const BOX = 0.9

/** Signs that only say how others look: joiners and variants of emoji, marks of direction, control signs. */
function isUnseen(code: number): boolean {
  if (code < 32 || code === 0xfeff || (code >= 0x7f && code < 0xa0)) return true
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0xfe00 && code <= 0xfe0f)
  )
}
