/** As much of pdfkit's browser build as a board needs; it ships no types of its own. */
declare module 'pdfkit' {
  interface PdfStructure {
    add(child: PdfStructure): PdfStructure
    end(): void
  }

  interface PdfOptions {
    readonly size: readonly [width: number, height: number]
    readonly font: ArrayBuffer
    readonly margin: number
    readonly lang: string
    readonly tagged: boolean
    readonly displayTitle: boolean
    readonly pdfVersion: string
    readonly info: { readonly Title: string }
  }

  export class PDFDocument {
    constructor(options: PdfOptions)
    on(event: 'data', listener: (part: Uint8Array<ArrayBuffer>) => void): this
    on(event: 'end', listener: () => void): this
    fontSize(size: number): this
    text(
      text: string,
      x: number,
      y: number,
      options: { readonly width: number; readonly height: number; readonly lineGap: number },
    ): this
    image(
      picture: ArrayBuffer,
      x: number,
      y: number,
      options: { readonly width: number; readonly height: number },
    ): this
    struct(
      type: string,
      optionsOrContent?: { readonly alt: string; readonly bbox: readonly number[] } | (() => void),
      content?: () => void,
    ): PdfStructure
    addStructure(structure: PdfStructure): this
    end(): void
  }
}
