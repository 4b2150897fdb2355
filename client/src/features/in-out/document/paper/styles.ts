import type { Weight } from './set-lines.ts'

/** How words are set, in points. */
export interface Style {
  readonly size: number
  readonly lineHeight: number
  readonly weight: Weight
  readonly color: string
}

const ink = '#1b1f24'
const muted = '#565d66'
const accent = '#0b5c6b'

export const styles = {
  title: { size: 20, lineHeight: 25, weight: 'bold', color: ink },
  step: { size: 14, lineHeight: 18, weight: 'bold', color: ink },
  field: { size: 11, lineHeight: 14, weight: 'bold', color: accent },
  pile: { size: 9.5, lineHeight: 13, weight: 'bold', color: ink },
  question: { size: 9, lineHeight: 12, weight: 'regular', color: muted },
  main: { size: 16, lineHeight: 21, weight: 'bold', color: ink },
  sentence: { size: 11.5, lineHeight: 15.5, weight: 'regular', color: ink },
  card: { size: 9.5, lineHeight: 12, weight: 'regular', color: ink },
  small: { size: 8, lineHeight: 10.5, weight: 'regular', color: ink },
  edge: { size: 8.5, lineHeight: 11, weight: 'regular', color: muted },
} as const satisfies Record<string, Style>

/** No letters are smaller than these. */
export const SMALLEST = 8

/** Colours of groups by their letters, as on screens. */
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

export const colors = { ink, muted, accent, line: '#b9bec4', star: '#c8400a' } as const
