import type { PDFDocument, PdfReference } from 'pdfkit'
import { ASCENT, DESCENT, EMPTY_GLYPH, LETTER_UNITS, emptyLetters } from './empty-letters.ts'
import type { LineInBox } from './lines-in-box.ts'
import { visualOrder } from './visual-order.ts'

const NAME = 'Words'
/** What stands for a letter when a document holds more different ones than a typeface can number. */
const UNKNOWN = '\ufffd'
const MOST_CODES = 0xffff
/** A table of letters in a PDF has at most so many rows at once. */
const MOST_ROWS = 100

/**
 * The words of a PDF, of which readers know every letter and nobody sees any. Letters are numbered as
 * they come, and at the end the document says which number is which letter.
 */
export class PdfWords {
  readonly #pdf: PDFDocument
  readonly #font: PdfReference
  readonly #codes = new Map<string, number>([[UNKNOWN, 1]])

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
    this.#font = pdf.ref({})
  }

  /** Words of the page that was added last can be written from here. */
  beginPage(): void {
    this.#pdf.page.fonts[NAME] = this.#font
  }

  /** Writes a line where it stands. */
  write({ paragraph, start, end, x, baseline, size, stretch }: LineInBox): void {
    const codes = Array.from(visualOrder(paragraph, start, end), (letter) => this.#codeOf(letter))
    const at = `1 0 0 -1 ${short(x)} ${short(baseline)} Tm`
    this.#pdf.addContent(
      `BT /${NAME} ${short(size)} Tf ${short(stretch * 100)} Tz ${at} <${codes.join('')}> Tj ET`,
    )
  }

  /** Tells the document which letters its words are made of; nothing is written after this. */
  end(): void {
    const pdf = this.#pdf
    const file = pdf.ref({})
    file.end(emptyLetters())
    const descriptor = pdf.ref({
      Type: 'FontDescriptor',
      FontName: NAME,
      // Symbolic: its letters are in no list of letters.
      Flags: 4,
      FontBBox: [0, DESCENT, LETTER_UNITS, ASCENT],
      ItalicAngle: 0,
      Ascent: ASCENT,
      Descent: DESCENT,
      CapHeight: ASCENT,
      StemV: 80,
      FontFile2: file,
    })
    descriptor.end()
    const glyphs = pdf.ref({})
    glyphs.end(glyphsOf(this.#codes.size))
    const letters = pdf.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: NAME,
      CIDSystemInfo: {
        Registry: new TextEncoder().encode('Adobe'),
        Ordering: new TextEncoder().encode('Identity'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: LETTER_UNITS,
      CIDToGIDMap: glyphs,
    })
    letters.end()
    const meanings = pdf.ref({})
    meanings.end(new TextEncoder().encode(meaningsOf(this.#codes)))
    Object.assign(this.#font.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: NAME,
      Encoding: 'Identity-H',
      DescendantFonts: [letters],
      ToUnicode: meanings,
    })
    this.#font.end()
  }

  #codeOf(letter: string): string {
    const codes = this.#codes
    if (!codes.has(letter)) codes.set(letter, codes.size < MOST_CODES ? codes.size + 1 : 1)
    return hex(codes.get(letter) ?? 1)
  }
}

/** Which glyph each number is drawn with: none for 0, else always the same. */
function glyphsOf(count: number): Uint8Array<ArrayBuffer> {
  const glyphs = new Uint8Array(2 * (count + 1))
  for (let code = 1; code <= count; code++) glyphs[2 * code + 1] = EMPTY_GLYPH
  return glyphs
}

/** Which letter each number is, as a PDF wants it (CMap). */
function meaningsOf(codes: ReadonlyMap<string, number>): string {
  const rows = [...codes].map(([letter, code]) => `<${hex(code)}> <${utf16Of(letter)}>`)
  const tables: string[] = []
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const some = rows.slice(at, at + MOST_ROWS)
    tables.push(`${some.length} beginbfchar`, ...some, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...tables,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

function utf16Of(letter: string): string {
  return Array.from({ length: letter.length }, (_, at) => hex(letter.charCodeAt(at))).join('')
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0')
}

/** A number without a tail that nobody sees. */
function short(number: number): string {
  return String(Math.round(number * 100) / 100)
}
