/** As much of fontkit as pictures need; it ships no types of its own. */
declare module 'fontkit' {
  interface FontPath {
    scale(x: number, y: number): FontPath
    translate(x: number, y: number): FontPath
    toSVG(): string
  }

  export interface Font {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(code: number): boolean
    glyphForCodePoint(code: number): { readonly advanceWidth: number; readonly path: FontPath }
  }

  export function create(file: Uint8Array): Font
}
