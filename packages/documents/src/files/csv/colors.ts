import type { Json } from '@stip/primitives'

/** What colours are called in a table; the same names as on screen. */
const names: Readonly<Record<string, string>> = {
  yellow: 'geel',
  'light-green': 'lichtgroen',
  'light-blue': 'lichtblauw',
  'light-red': 'roze',
  'light-violet': 'lila',
  orange: 'oranje',
  black: 'zwart',
  blue: 'blauw',
  green: 'groen',
  red: 'rood',
  violet: 'paars',
  grey: 'grijs',
  white: 'wit',
}

const colors = new Map(Object.entries(names).map(([color, name]) => [name, color]))

/** The Dutch name of a colour. */
export function nameOfColor(color: Json | undefined): string {
  return typeof color === 'string' ? (names[color] ?? color) : ''
}

/** The colour that a Dutch (or tldraw's own) name means; undefined when it means none. */
export function colorNamed(name: string): string | undefined {
  const plain = name.trim().toLowerCase()
  return colors.get(plain) ?? (Object.hasOwn(names, plain) ? plain : undefined)
}
