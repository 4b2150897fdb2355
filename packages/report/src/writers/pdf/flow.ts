import type { PDFDocument, PdfStructure, PdfStructureOptions } from 'pdfkit'
import type { Letters, Look } from './letters.ts'
import { looks, paper, room } from './looks.ts'

/** An element of the structure, before it is written. */
export interface Part {
  readonly tag: string
  readonly options: PdfStructureOptions
  readonly parent: Part | undefined
}

type Draw = (pdf: PDFDocument, letters: Letters) => void

interface Mark {
  /** Undefined: it is there to be seen only, and not read aloud. */
  readonly part: Part | undefined
  readonly draw: Draw
}

/** A heading, and where it came to stand. */
export interface Bookmark {
  readonly level: 1 | 2 | 3
  readonly text: string
  readonly page: number
  readonly top: number
}

/** What was written on pages, before there are any: how many there are is known only then. */
export class Flow {
  readonly letters: Letters
  readonly pages: Mark[][] = []
  readonly bookmarks: Bookmark[] = []
  /** The top of what comes next. */
  y: number = paper.top

  constructor(letters: Letters) {
    this.letters = letters
    this.newPage()
  }

  newPage(): void {
    this.pages.push([])
    this.y = paper.top
  }

  /** Room on this page. */
  get left(): number {
    return room.end - this.y
  }

  get isAtTop(): boolean {
    return this.y <= paper.top
  }

  /** What follows stands on one page, if it fits on any. */
  keep(height: number): void {
    if (height > this.left && !this.isAtTop) this.newPage()
  }

  /** White between two things, but not at the top of a page. */
  space(height: number): void {
    if (!this.isAtTop) this.y += height
  }

  /** Draws something that is read aloud as a part of the structure. */
  put(part: Part, draw: Draw): void {
    this.pages.at(-1)?.push({ part, draw })
  }

  /** Draws something that is there to be seen only. */
  decorate(draw: Draw): void {
    this.pages.at(-1)?.push({ part: undefined, draw })
  }

  bookmark(level: 1 | 2 | 3, text: string): void {
    this.bookmarks.push({ level, text, page: this.pages.length - 1, top: this.y })
  }

  /** Sets words from here on down, over as many pages as they need. */
  words(
    part: Part,
    words: string,
    look: Look,
    box: { readonly x: number; readonly width: number },
  ): void {
    const lines = this.letters.linesOf(words, look, box.width)
    for (const [number, line] of lines.entries()) {
      if (this.left < look.height) this.newPage()
      const baseline = this.y + look.height * 0.5 + look.size * 0.34
      // A blank at the end keeps the words of two lines apart for who reads them aloud.
      const isLast = number === lines.length - 1
      this.put(part, (_pdf, letters) =>
        letters.write(isLast ? line : `${line} `, look, box.x, baseline),
      )
      this.y += look.height
    }
  }

  /** How high words are in a width. */
  heightOf(words: string, look: Look, width: number): number {
    return this.letters.linesOf(words, look, width).length * look.height
  }
}

/** A part of the structure; what no letter can show is said in it. */
export function partOf(
  tag: string,
  parent: Part | undefined,
  options: PdfStructureOptions = {},
): Part {
  return { tag, parent, options }
}

/** Writes all pages, with their heads and feet, and the structure in the order in which it was put. */
export function writePages(
  pdf: PDFDocument,
  { pages, letters, bookmarks }: Flow,
  foot: string,
): void {
  const whole = pdf.struct('Document')
  pdf.addStructure(whole)
  const written = new Map<Part, PdfStructure>()
  const elementOf = (part: Part): PdfStructure => {
    const known = written.get(part)
    if (known !== undefined) return known
    const element = pdf.struct(part.tag, part.options)
    const parent = part.parent === undefined ? whole : elementOf(part.parent)
    parent.add(element)
    written.set(part, element)
    return element
  }
  const outline = outlineOf(pdf, bookmarks)
  for (const [number, marks] of pages.entries()) {
    pdf.addPage({ size: [paper.width, paper.height], margin: 0 })
    outline(number)
    for (const { part, draw } of marks) {
      if (part === undefined) artifact(pdf, 'Layout', () => draw(pdf, letters))
      else elementOf(part).add(() => draw(pdf, letters))
    }
    if (number > 0) edge(pdf, letters, foot, `${number + 1} / ${pages.length}`)
  }
  whole.end()
}

/** Adds the bookmarks of a page, those of chapters above those of paragraphs. */
function outlineOf(pdf: PDFDocument, bookmarks: readonly Bookmark[]): (page: number) => void {
  let chapter = pdf.outline
  return (page) => {
    for (const { level, text, top } of bookmarks.filter((each) => each.page === page)) {
      if (level === 3) continue
      // pdfkit counts from the right edge of a page: this is its left edge.
      const place = { top: top - 12, left: paper.width, expanded: false }
      if (level === 1) chapter = pdf.outline.addItem(text, place)
      else chapter.addItem(text, place)
    }
  }
}

function edge(pdf: PDFDocument, letters: Letters, foot: string, number: string): void {
  const look = looks.edge
  const baseline = paper.height - 42
  artifact(pdf, 'Pagination', () => {
    const [line = ''] = letters.linesOf(foot, look, room.width - 60)
    letters.write(line, look, paper.side, baseline)
    letters.write(number, look, paper.width - paper.side - letters.widthOf(number, look), baseline)
  })
}

function artifact(pdf: PDFDocument, type: 'Pagination' | 'Layout', draw: () => void): void {
  pdf.markContent('Artifact', { type })
  draw()
  pdf.endMarkedContent()
}
