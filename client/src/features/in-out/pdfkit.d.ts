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

  export class PDFDocument {
    readonly page: { readonly fonts: Record<string, PdfReference> }
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
