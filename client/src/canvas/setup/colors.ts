import type { TLDefaultColorStyle } from 'tldraw'

/** One paper tint: its fill, its edge, and the colour of its words. */
export interface Tint {
  readonly fill: string
  readonly edge: string
  readonly ink: string
}

const ink = '#1B1F24'

/** The colours of groups; the same values as the tokens around the canvas. Contrast on paper is at least 4.5. */
const groupColors = {
  'group-a': '#0B5FA5',
  'group-b': '#C2410C',
  'group-c': '#671E36',
  'group-d': '#6B21D8',
  'group-e': '#4D7C0F',
  'group-f': '#0A6E7D',
  'group-g': '#8A6100',
  'group-h': '#030363',
} as const

const papers = {
  yellow: { fill: '#FDF6DC', edge: '#E8DCAF', ink },
  green: { fill: '#EBF4E4', edge: '#CADDBD', ink },
  blue: { fill: '#E6F0F7', edge: '#C0D5E4', ink },
  pink: { fill: '#FAEBEC', edge: '#E7C9CC', ink },
  purple: { fill: '#F0EBF7', edge: '#D5C9E6', ink },
  grey: { fill: '#F1EFEA', edge: '#D9D6CE', ink },
  white: { fill: '#FFFFFF', edge: '#D9D6CE', ink },
} as const

/** The tint of a zone; an unknown colour is white, so that a newer server does not break an older screen. */
export function tintOf(color: string): Tint {
  if (Object.hasOwn(papers, color)) return papers[color as keyof typeof papers]
  if (Object.hasOwn(groupColors, color)) {
    const strong = groupColors[color as keyof typeof groupColors]
    return { fill: mixedWithWhite(strong, 0.06), edge: strong, ink: strong }
  }
  return papers.white
}

/** The tint of a zone as tokens of the theme, which a municipality may replace. */
export function themedTintOf(color: string): Tint {
  const tint = tintOf(color)
  if (!Object.hasOwn(groupColors, color)) return tint
  const strong = `var(--stip-${color}, ${tint.edge})`
  return { fill: `color-mix(in srgb, ${strong} 6%, #FFFFFF)`, edge: strong, ink: strong }
}

/** @param share - Of the colour, from 0 (white) up to 1. */
function mixedWithWhite(hex: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const mixed = parts.map((part) => Math.round(255 - (255 - part) * share))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Colours to choose from while drawing, writing or pointing. */
export const penColors = [
  'black',
  'blue',
  'green',
  'orange',
  'red',
  'violet',
] as const satisfies readonly TLDefaultColorStyle[]

/** Colours of notes: light, so that words stay readable on a beamer. */
export const noteColors = [
  'yellow',
  'light-green',
  'light-blue',
  'light-red',
  'light-violet',
  'orange',
] as const satisfies readonly TLDefaultColorStyle[]

export type ToolColor = (typeof penColors)[number] | (typeof noteColors)[number]
