import { commonPictures } from './common-pictures.ts'
import { LaidOut } from './laid-out.ts'
import { plainLabel } from './plain-label.ts'
import { layPaper, nameImages, nameTypefaces, offerWords, partColors } from './svg-elements.ts'
import { linesOf } from './written.ts'

/**
 * A drawing that every reader shows as a browser does. tldraw writes words as HTML in it, which
 * browsers read and hardly anything else: LibreOffice, librsvg, ImageMagick and all that is built on
 * them show empty notes. Here such words stand in a `switch`: HTML for who knows it, and for all
 * others the same lines as SVG text, in letters that are everywhere. Photos are PNG or JPEG.
 */
export async function readableEverywhere(drawing: Blob): Promise<Blob> {
  const parsed = new DOMParser().parseFromString(await drawing.text(), 'image/svg+xml')
  // What cannot be read cannot be made better either.
  if (parsed.querySelector('parsererror') !== null) return drawing
  const root = parsed.documentElement
  const laidOut = new LaidOut(root)
  try {
    for (const [html, fragments] of laidOut.words()) offerWords(html, linesOf(fragments))
    for (const [label, lines] of laidOut.labels()) plainLabel(label, lines)
  } finally {
    laidOut.remove()
  }
  layPaper(root)
  nameTypefaces(root)
  await commonPictures(root)
  nameImages(root)
  partColors(root)
  return new Blob([new XMLSerializer().serializeToString(parsed)], { type: drawing.type })
}
