import type { VisionContent } from '../content/content.ts'

/** Typefaces (WOFF) by weight; a letter comes from the first that has it. */
export interface Typefaces {
  readonly regular: readonly Uint8Array[]
  readonly bold: readonly Uint8Array[]
}

/** What documents are made with. */
export interface Means {
  /** The version before, to tell what changed. */
  readonly before?: VisionContent | undefined
  readonly typefaces: Typefaces
  /** The pictures that a content names, by their SHA-256: PNG or JPEG. What is not there is left out. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** The colour of a group by its letter, as on screens. */
export function colorOfGroup(letter: string): string {
  const place = ((letter.codePointAt(0) ?? 65) - 65 + 8) % 8
  return groups[place] ?? groups[0]
}

const groups = [
  '#0b5fa5',
  '#c2410c',
  '#671e36',
  '#6b21d8',
  '#4d7c0f',
  '#0a6e7d',
  '#8a6100',
  '#030363',
] as const

/** Ink on paper. */
export const colors = {
  ink: '#1b1f24',
  muted: '#565d66',
  accent: '#0b5c6b',
  line: '#d9d6ce',
  paper: '#fbfaf7',
  stip: '#c8400a',
} as const
