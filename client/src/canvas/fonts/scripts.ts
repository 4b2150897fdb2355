type Range = readonly [first: number, last: number]

interface Script {
  /** Letters that need a typeface of their own when they stand on a board. */
  readonly letters: readonly Range[]
  /** What has no shape by itself and must come from the same typeface as the letters around it. */
  readonly between?: readonly Range[]
}

/** Signs without width that join or part letters, or tell their direction. */
const joiners: readonly Range[] = [[0x200c, 0x200f]]

/**
 * Scripts that our Latin letters do not have and Stip brings itself, with what their files hold.
 * Letters of no script here, and pictures of emoji, come from the device.
 */
const scripts = {
  latinExtended: {
    letters: [
      [0x100, 0x127],
      [0x12a, 0x130],
      [0x132, 0x151],
      [0x154, 0x167],
      [0x16a, 0x17e],
      [0x192, 0x192],
      [0x218, 0x21b],
      [0x1e80, 0x1e85],
      [0x1e9e, 0x1e9e],
    ],
  },
  vietnamese: {
    letters: [
      [0x128, 0x129],
      [0x168, 0x169],
      [0x1a0, 0x1a1],
      [0x1af, 0x1b0],
      [0x309, 0x309],
      [0x323, 0x323],
      [0x1ea0, 0x1ef9],
    ],
  },
  greek: { letters: [[0x370, 0x3ff]] },
  cyrillic: {
    letters: [
      [0x400, 0x45f],
      [0x490, 0x491],
      [0x4b0, 0x4b1],
      [0x2116, 0x2116],
    ],
    between: [[0x301, 0x301]],
  },
  cyrillicExtended: {
    letters: [
      [0x460, 0x48f],
      [0x492, 0x4af],
      [0x4b2, 0x52f],
    ],
  },
  arabic: {
    letters: [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0x870, 0x8ff],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefc],
    ],
    between: joiners,
  },
  hebrew: {
    letters: [
      [0x590, 0x5ff],
      [0x20aa, 0x20aa],
      [0xfb1d, 0xfb4f],
    ],
    between: joiners,
  },
  /** Arrows, signs of mathematics, squares and dots. */
  arrows: {
    letters: [
      [0x2190, 0x2211],
      [0x2213, 0x2214],
      [0x2216, 0x22ff],
      [0x25a0, 0x25fc],
      [0x25ff, 0x25ff],
      [0x2605, 0x2606],
      [0x27f5, 0x27ff],
    ],
  },
  /** Ticks, boxes, pointers and the like; not what devices show as a picture by itself. */
  marks: {
    letters: [
      [0x260e, 0x260e],
      [0x2610, 0x2612],
      [0x2660, 0x2667],
      [0x26a0, 0x26a0],
      [0x2701, 0x2704],
      [0x2706, 0x2709],
      [0x270c, 0x2727],
      [0x2729, 0x274b],
      [0x274d, 0x274d],
      [0x274f, 0x2752],
      [0x2756, 0x2756],
      [0x2758, 0x2767],
      [0x2794, 0x2794],
      [0x2798, 0x27af],
      [0x27b1, 0x27be],
    ],
  },
} satisfies Record<string, Script>

export type ScriptName = keyof typeof scripts

const all: ReadonlyMap<ScriptName, Script> = new Map(
  Object.entries(scripts) as [ScriptName, Script][],
)
export const scriptNames: readonly ScriptName[] = [...all.keys()]

/** Nearly every text here: all letters below U+0100, and dashes, quotes and the euro. */
const PLAIN = /^[\s\u0020-\u00ff\u2010-\u2027\u20ac]*$/
const tests = new Map(
  Array.from(all, ([name, { letters }]) => [name, new RegExp(`[${classOf(letters)}]`)]),
)

/** Which scripts a text needs more letters for than those of Dutch. */
export function scriptsIn(text: string): readonly ScriptName[] {
  if (PLAIN.test(text)) return []
  return scriptNames.filter((name) => tests.get(name)?.test(text))
}

/** Whether the first letter of a text that has a direction is read from right to left. */
export function readsFromRight(text: string): boolean {
  return /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text)
}

/** Which letters a typeface for this script is for, as browsers write it (`unicode-range`). */
export function unicodeRange(name: ScriptName): string {
  const { letters = [], between = [] } = all.get(name) ?? {}
  return [...letters, ...between]
    .toSorted(([one], [other]) => one - other)
    .map(([first, last]) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`)
    .join(', ')
}

/** Every letter of a script, one after the other. */
export function lettersOf(name: ScriptName): string {
  const { letters = [] } = all.get(name) ?? {}
  return letters
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .map((letter) => String.fromCodePoint(letter))
    .join('')
}

function classOf(ranges: readonly Range[]): string {
  return ranges.map((range) => range.map((letter) => escaped(letter)).join('-')).join('')
}

function escaped(letter: number): string {
  return `\\u${hex(letter).padStart(4, '0')}`
}

function hex(letter: number): string {
  return letter.toString(16).toUpperCase()
}
