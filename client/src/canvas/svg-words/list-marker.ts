import type { Fragment } from './written.ts'

/** How far the middle of a bullet stands before its words, and a number ends, in heights of letters. */
const BULLET = 0.9
const NUMBER = 0.3
const bullets: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪' }

/**
 * The bullet or the number in front of an item of a list: a browser draws it, but it stands in no
 * text.
 *
 * @param paragraph - A paragraph, which may be the first of an item.
 * @param first - Its first words.
 */
export function markerOf(paragraph: Element, first: Fragment): Fragment | undefined {
  const item = paragraph.closest('li')
  if (item === null || (item !== paragraph && item.firstElementChild !== paragraph)) {
    return undefined
  }
  const style = getComputedStyle(item).listStyleType
  if (style === 'none') return undefined
  const bullet = bullets[style]
  const text = bullet ?? `${numberIn(style, placeOf(item))}.`
  const gap = (bullet === undefined ? NUMBER : BULLET) * first.look.size
  const { isRightToLeft } = first
  const x = isRightToLeft ? first.right + gap : first.left - gap
  const align = bullet === undefined ? (isRightToLeft ? 'start' : 'end') : 'middle'
  const { decoration: _, marked: __, ...look } = first.look
  return {
    ...first,
    text,
    left: x,
    right: x,
    align,
    isRightToLeft: false,
    // A line of its own: it keeps its place whatever letters a reader has.
    paragraph: -1 - first.paragraph,
    look: { ...look, decoration: '', weight: '400', isItalic: false },
  }
}

/** The number of an item; a list need not begin at one. */
function placeOf(item: Element): number {
  const list = item.parentElement
  const start = Number(list?.getAttribute('start') ?? 1)
  return start + [...(list?.children ?? [])].indexOf(item)
}

/** A number as a list writes it. */
export function numberIn(style: string, value: number): string {
  if (value < 1) return String(value)
  if (/alpha|latin/.test(style)) return inCase(style, inLetters(value))
  if (/roman/.test(style) && value < 4000) return inCase(style, inRoman(value))
  return String(value)
}

function inCase(style: string, text: string): string {
  return style.startsWith('upper') ? text.toUpperCase() : text
}

function inLetters(value: number): string {
  const rest = Math.floor((value - 1) / 26)
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((value - 1) % 26))
  return rest === 0 ? letter : inLetters(rest) + letter
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function inRoman(value: number): string {
  let [text, rest] = ['', value]
  for (const [worth, letters] of romans) {
    text += letters.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}
