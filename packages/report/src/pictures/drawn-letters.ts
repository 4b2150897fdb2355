// oxlint-disable-next-line typescript/triple-slash-reference -- Who imports this gets the types too.
/// <reference path="./fontkit.d.ts" />
import { create } from 'fontkit'
import type { Font } from 'fontkit'
import { trueTypeOf } from '../writers/true-type.ts'

/**
 * Words as lines of a drawing. Whoever makes pixels of it needs no typeface then: a server in a container has
 * none, and would show boxes.
 */
export class DrawnLetters {
  readonly #fonts: readonly Font[]
  readonly #widths = new Map<string, number>()

  /** @param typefaces - WOFF; a letter comes from the first that has it. */
  constructor(typefaces: readonly Uint8Array[]) {
    this.#fonts = typefaces.map((file) => create(trueTypeOf(file)))
  }

  widthOf(words: string, size: number): number {
    return Array.from(words).reduce((sum, letter) => sum + this.#widthOf(letter), 0) * size
  }

  /** The outlines of a line of words that stands at a place, as a path of SVG. */
  path(words: string, x: number, baseline: number, size: number): string {
    let left = x
    return Array.from(words)
      .map((letter) => {
        const font = this.#fontOf(letter)
        const place = left
        left += this.#widthOf(letter) * size
        if (font === undefined) return ''
        const scale = size / font.unitsPerEm
        const { path } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0)
        return path.scale(scale, -scale).translate(place, baseline).toSVG()
      })
      .join('')
      .replaceAll(/-?\d+\.\d+/gu, (number) => Number(number).toFixed(1))
  }

  /** The lines that words take in a width; a word that is wider is cut. */
  linesOf(words: string, size: number, width: number): readonly string[] {
    return words.split(/\r\n?|\n/u).flatMap((paragraph) => this.#filled(paragraph, size, width))
  }

  #filled(paragraph: string, size: number, width: number): readonly string[] {
    const lines: string[] = ['']
    for (const word of paragraph.split(/\s+/u)) {
      for (const part of this.#cut(word, size, width)) {
        const line = lines.at(-1) ?? ''
        const longer = line === '' ? part : `${line} ${part}`
        if (line === '' || this.widthOf(longer, size) <= width) lines[lines.length - 1] = longer
        else lines.push(part)
      }
    }
    return lines
  }

  #cut(word: string, size: number, width: number): readonly string[] {
    const parts: string[] = ['']
    for (const letter of word) {
      const part = parts.at(-1) ?? ''
      if (part !== '' && this.widthOf(part + letter, size) > width) parts.push(letter)
      else parts[parts.length - 1] = part + letter
    }
    return parts
  }

  #widthOf(letter: string): number {
    const known = this.#widths.get(letter)
    if (known !== undefined) return known
    const font = this.#fontOf(letter)
    const code = letter.codePointAt(0) ?? 0
    const width =
      font === undefined ? 0.5 : font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm
    this.#widths.set(letter, width)
    return width
  }

  #fontOf(letter: string): Font | undefined {
    const code = letter.codePointAt(0) ?? 0
    return this.#fonts.find((font) => font.hasGlyphForCodePoint(code))
  }
}
