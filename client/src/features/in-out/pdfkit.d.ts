/** As much of pdfkit's browser build as a board needs; it ships no types of its own. */
declare module 'pdfkit' {
  export interface PdfStructure {
    add(child: PdfStructure): PdfStructure
    end(): void
  }

  /** An object in a PDF that others point at: what it says about itself, and then perhaps bytes. */
  export interface PdfReference {
    readonly data: Record<string, unknown>
    end(bytes?: Uint8Array): void
  }

  interface PdfOptions {
    readonly autoFirstPage: boolean
    /** Null for a document that writes in a typeface of its own making. */
    readonly font: null
    readonly lang: string
    readonly tagged: boolean
    readonly displayTitle: boolean
    readonly pdfVersion: string
    readonly info: { readonly Title: string; readonly Creator: string }
  }

  interface PdfStructureOptions {
    readonly alt?: string
    readonly actual?: string
    readonly bbox?: readonly number[]
  }

  /** A typeface that was opened. */
  export interface PdfFont {
    readonly font: { hasGlyphForCodePoint(code: number): boolean }
  }

  export class PDFDocument {
    /** The typeface that was chosen last. */
    readonly _font: PdfFont
    readonly page: {
      readonly fonts: Record<string, PdfReference>
      readonly xobjects: Record<string, PdfReference>
    }
    /** What a reader lists beside the pages. */
    readonly outline: { addItem(title: string): void }
    constructor(options: PdfOptions)
    addPage(options: {
      readonly size: readonly [width: number, height: number]
      readonly margin: number
    }): this
    on(event: 'data', listener: (part: Uint8Array<ArrayBuffer>) => void): this
    on(event: 'end', listener: () => void): this
    /** Operators of PDF, as they stand in the page. */
    addContent(operators: string): this
    ref(data: Record<string, unknown>): PdfReference
    registerFont(name: string, file: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    widthOfString(words: string): number
    text(
      words: string,
      x: number,
      y: number,
      options: { readonly lineBreak: false; readonly baseline: 'alphabetic' },
    ): this
    save(): this
    restore(): this
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this
    translate(x: number, y: number): this
    scale(factor: number): this
    /** @param degrees - Clockwise. */
    rotate(degrees: number): this
    path(path: string): this
    rect(x: number, y: number, width: number, height: number): this
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this
    circle(x: number, y: number, radius: number): this
    lineWidth(width: number): this
    lineCap(cap: 'round'): this
    lineJoin(join: 'round'): this
    fillColor(color: string): this
    strokeColor(color: string): this
    fillOpacity(opacity: number): this
    strokeOpacity(opacity: number): this
    fill(color?: string): this
    stroke(color?: string): this
    fillAndStroke(fill: string, stroke: string): this
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' }): this
    endMarkedContent(): this
    image(
      picture: ArrayBuffer,
      x: number,
      y: number,
      options: { readonly width: number; readonly height: number },
    ): this
    struct(type: string, options?: PdfStructureOptions, content?: () => void): PdfStructure
    addStructure(structure: PdfStructure): this
    end(): void
  }
}
