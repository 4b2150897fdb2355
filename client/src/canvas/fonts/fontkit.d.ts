/** As much of fontkit as a test needs; it ships no types of its own. */
declare module 'fontkit' {
  export function create(file: Uint8Array): { hasGlyphForCodePoint(letter: number): boolean }
}
