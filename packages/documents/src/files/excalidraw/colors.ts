import type { Json } from '@stip/primitives'

/** Our colours, each as tldraw draws it and as others know it: strong for lines, pale for fills. */
const palette = {
  black: ['#1d1d1d', '#000000', '#343a40'],
  grey: ['#9fa8b2', '#868e96', '#ced4da', '#e9ecef', '#eaddd7'],
  blue: ['#4465e9', '#1971c2', '#0c8599', '#0000ff'],
  'light-blue': ['#4ba1f1', '#a5d8ff', '#99e9f2'],
  green: ['#099268', '#2f9e44', '#008000', '#96f2d7'],
  'light-green': ['#4cb05e', '#b2f2bb', '#d8f5a2', '#00ff00'],
  orange: ['#e16919', '#f08c00', '#ffa500', '#ffd8a8', '#846358'],
  red: ['#e03131', '#ff0000', '#c2255c'],
  'light-red': ['#f87777', '#ffc9c9', '#fcc2d7'],
  violet: ['#ae3ec9', '#9c36b5', '#6741d9'],
  'light-violet': ['#e085f4', '#eebefa', '#d0bfff'],
  yellow: ['#f1ac4b', '#ffec99', '#ffff00', '#fff3bf'],
  white: ['#ffffff'],
} as const

/** A colour that our boards have. */
export type PaletteColor = keyof typeof palette

type Rgb = readonly [red: number, green: number, blue: number]

/** Whether something has a colour at all. */
export function isPainted(color: Json | undefined): color is string {
  return typeof color === 'string' && color !== 'transparent' && rgbOf(color) !== undefined
}

/** Whether a line of this colour is not seen; a colour that we cannot read is seen, as black. */
export function isUnseen(color: Json | undefined): boolean {
  const said = typeof color === 'string' ? color.trim() : ''
  return said === '' || said === 'transparent' || /^#(?:[0-9a-f]{6}00|[0-9a-f]{3}0)$/i.test(said)
}

/** The colour of ours that comes closest. What is no colour is black. */
export function nearestColor(color: Json | undefined): PaletteColor {
  const wanted = typeof color === 'string' ? rgbOf(color) : undefined
  if (wanted === undefined) return 'black'
  let [nearest, distance]: [PaletteColor, number] = ['black', Infinity]
  for (const [name, rgb] of examples) {
    const away = rgb.reduce((sum, part, place) => sum + (part - (wanted[place] ?? 0)) ** 2, 0)
    if (away < distance) [nearest, distance] = [name, away]
  }
  return nearest
}

/** White ink would not be seen on our paper. */
export function inkColor(color: Json | undefined): PaletteColor {
  const nearest = nearestColor(color)
  return nearest === 'white' ? 'grey' : nearest
}

function rgbOf(color: string): Rgb | undefined {
  const [, hex, alpha] = /^#([0-9a-f]{6}|[0-9a-f]{3})([0-9a-f]{2})?$/i.exec(color.trim()) ?? []
  // Nothing of it is seen.
  if (alpha === '00') return undefined
  if (hex === undefined) return named[color.trim().toLowerCase()]
  const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Rgb
}

const named: Readonly<Record<string, Rgb>> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
  orange: [255, 165, 0],
}

const examples = Object.entries(palette).flatMap(([name, hexes]) =>
  hexes.map((hex) => [name as PaletteColor, rgbOf(hex) ?? [0, 0, 0]] as const),
)
