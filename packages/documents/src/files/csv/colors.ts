import type { Json } from '@stip/primitives'
import { nearestColor } from '../excalidraw/colors.ts'

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

/** What others call them, without blanks and signs; in Dutch, in English, and in exports. */
const otherNames: Readonly<Record<string, string>> = {
  yellow: 'lightyellow lichtgeel darkyellow donkergeel gold goud cream creme amber beige',
  'light-green': 'lime limoen mint mintgroen palegreen',
  'light-blue': 'cyan cyaan sky skyblue turquoise turkoois teal aqua hemelsblauw',
  'light-red': 'pink lightpink lichtrood lichtroze lichtpink zalm salmon',
  'light-violet': 'lilac lightpurple lichtpaars lavender lavendel lightlila',
  orange: 'lightorange lichtoranje darkorange donkeroranje perzik peach',
  black: 'dark donker',
  blue: 'darkblue donkerblauw navy indigo marineblauw',
  green: 'darkgreen donkergroen olive olijf',
  red: 'darkred donkerrood coral koraal magenta fuchsia',
  violet: 'purple paars darkviolet donkerpaars',
  grey: 'gray lightgrey lightgray lichtgrijs darkgrey darkgray donkergrijs zilver silver',
  white: 'wit default standaard',
}

const colors = new Map(
  Object.entries(names).flatMap(([color, name]) => [
    [plain(name), color] as const,
    [plain(color), color] as const,
    ...(otherNames[color] ?? '').split(' ').map((other) => [other, color] as const),
  ]),
)

/** The Dutch name of a colour. */
export function nameOfColor(color: Json | undefined): string {
  return typeof color === 'string' ? (names[color] ?? color) : ''
}

/** The colour that a name means, or that comes closest to a hex code; undefined for none. */
export function colorNamed(name: string): string | undefined {
  const code = /^#?(?<hex>[0-9a-f]{6}|(?<=#)[0-9a-f]{3})(?:[0-9a-f]{2})?$/i.exec(name.trim())
  const hex = code?.groups?.['hex']
  return colors.get(plain(name)) ?? (hex === undefined ? undefined : nearestColor(`#${hex}`))
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}
