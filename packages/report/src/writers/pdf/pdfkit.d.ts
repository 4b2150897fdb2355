/** As much of pdfkit as a document needs; it ships no types of its own. */
declare module 'pdfkit' {
  /** An element of the structure that is read aloud. */
  export interface PdfStructure {
    add(child: PdfStructure | (() => void)): PdfStructure
    end(): void
  }

  export interface PdfFont {
    readonly font: { hasGlyphForCodePoint(code: number): boolean }
  }

  export interface PdfOutline {
    addItem(
      title: string,
      options: { readonly top: number; readonly left: number; readonly expanded: boolean },
    ): PdfOutline
  }

  export interface PdfStructureOptions {
    readonly alt?: string
    readonly actual?: string
    readonly scope?: 'Column' | 'Row'
    readonly bbox?: readonly [number, number, number, number]
  }

  export class PDFDocument {
    /** The typeface that was chosen last. */
    readonly _font: PdfFont
    readonly outline: PdfOutline
    constructor(options: {
      readonly autoFirstPage: false
      /** Null for a document that brings its own typefaces. */
      readonly font: null
      readonly lang: string
      readonly tagged: true
      readonly displayTitle: true
      readonly pdfVersion: string
      readonly subset: 'PDF/UA'
      readonly info: {
        readonly Title: string
        readonly Subject: string
        readonly Creator: string
        readonly CreationDate: Date
      }
    })
    addPage(options: { readonly size: readonly [number, number]; readonly margin: 0 }): this
    on(event: 'data', listener: (part: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
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
    rect(x: number, y: number, width: number, height: number): this
    circle(x: number, y: number, radius: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    dash(length: number, options: { readonly space: number }): this
    undash(): this
    fillColor(color: string): this
    fill(color: string): this
    stroke(color: string): this
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this
    endMarkedContent(): this
    image(
      picture: Uint8Array,
      x: number,
      y: number,
      options: { readonly width: number; readonly height: number },
    ): this
    struct(type: string, options?: PdfStructureOptions): PdfStructure
    addStructure(structure: PdfStructure): this
    end(): void
  }
}
