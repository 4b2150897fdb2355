/** As much of fontkit as a build and tests need; it ships no types of its own. */
declare module 'fontkit' {
  export function create(file: Uint8Array): {
    readonly characterSet: readonly number[]
    hasGlyphForCodePoint(letter: number): boolean
  }
}
