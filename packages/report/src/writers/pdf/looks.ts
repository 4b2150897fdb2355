import { colors } from '../means.ts'
import type { Look } from './letters.ts'

/** An A4 with its margins, in points. */
export const paper = { width: 595.28, height: 841.89, side: 70, top: 76, bottom: 82 } as const
/** Room between the margins. */
export const room = {
  width: paper.width - 2 * paper.side,
  end: paper.height - paper.bottom,
} as const

const { ink, muted, accent } = colors

/** How everything is set: few sizes, and nothing smaller than nine points. */
export const looks = {
  title: { size: 34, height: 40, weight: 'bold', color: ink },
  below: { size: 18, height: 25, weight: 'bold', color: ink },
  above: { size: 13, height: 18, weight: 'regular', color: accent },
  1: { size: 22, height: 28, weight: 'bold', color: ink },
  2: { size: 14, height: 19, weight: 'bold', color: ink },
  3: { size: 11, height: 15.5, weight: 'bold', color: ink },
  body: { size: 11, height: 16, weight: 'regular', color: ink },
  strong: { size: 11, height: 16, weight: 'bold', color: ink },
  /** Sentences of the vision, and other voices: equally large. */
  sentence: { size: 17, height: 24, weight: 'regular', color: ink },
  label: { size: 10, height: 15, weight: 'bold', color: accent },
  small: { size: 9.5, height: 14, weight: 'regular', color: muted },
  cell: { size: 10, height: 14, weight: 'regular', color: ink },
  head: { size: 10, height: 14, weight: 'bold', color: ink },
  edge: { size: 9, height: 12, weight: 'regular', color: muted },
} as const satisfies Record<string, Look>
