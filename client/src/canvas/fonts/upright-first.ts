import { DefaultFontFaces } from 'tldraw'
import type { Editor } from 'tldraw'

/** How many typefaces tldraw has: each upright and in italics, as usual and bold. */
const ALL = Object.values(DefaultFontFaces).length * 4

/**
 * Has letters in italics come when words on a board are in italics. When a board opens, tldraw asks
 * for every typeface that it has, which on a slow line takes from what people wait for.
 */
export function fetchUprightFirst({ fonts }: Editor): void {
  const request = fonts.requestFonts.bind(fonts)
  fonts.requestFonts = (faces) => {
    request(faces.length < ALL ? faces : faces.filter(({ style }) => style !== 'italic'))
  }
}
