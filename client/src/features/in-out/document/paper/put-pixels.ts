import type { PDFDocument } from 'pdfkit'

/** A picture as four bytes for each pixel: red, green, blue and how much of it is seen. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * Puts a picture that one can look through on a page. pdfkit takes those as PNG files only, and its
 * build for browsers cannot read what one can look through in them.
 */
export function putPixels(pdf: PDFDocument, pixels: Pixels, { x, y, w, h }: Place): void {
  const { width, height, data } = pixels
  const colors = new Uint8Array(width * height * 3)
  const seen = new Uint8Array(width * height)
  for (let at = 0; at < seen.length; at++) {
    colors.set(data.subarray(4 * at, 4 * at + 3), 3 * at)
    seen[at] = data[4 * at + 3] ?? 0
  }
  const plain = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
  }
  const mask = pdf.ref({ ...plain, ColorSpace: 'DeviceGray' })
  mask.end(seen)
  const picture = pdf.ref({ ...plain, ColorSpace: 'DeviceRGB', SMask: mask })
  picture.end(colors)
  const name = `Pixels${Object.keys(pdf.page.xobjects).length}`
  pdf.page.xobjects[name] = picture
  pdf.save()
  // Pages are turned over, so that one counts from their top; a picture is turned back.
  pdf.transform(w, 0, 0, -h, x, y + h)
  pdf.addContent(`/${name} Do`)
  pdf.restore()
}
