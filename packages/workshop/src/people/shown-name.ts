import type { Person } from './state.ts'

/**
 * Letters that look like another one and are no form of it, in the word that matters here: of Latin,
 * Greek, Cyrillic, Armenian, Hebrew, Coptic, Cherokee, Canadian, Lisu and Old Italic, after the
 * confusables of Unicode (UTS 39) and what pages that "style" a name make of it.
 */
const alike: Readonly<Record<string, string>> = {
  b: 'ьъвбѢѣƅßβᏏᖯʙɓþϐ68ƀƃꞵᏴᗷᑲꓐⲂ𐊂𐊡𐌁ᛒ',
  e: 'еєэѐёεɛҽəԑϵ℮ᴇ3ɇǝɘɜξσꬲᎬᗴꓰⲈ𐊆𐌄ⴹᥱ∑⋿',
  g: 'ɡɢցԍƍǥ9ɠꞡᏀᏳᎶᏩꓖ𐌂',
  // Nobody tells these two from each other in every letter.
  i: 'l1|!ıіӏιɩⅰⅼʟɪǀוןΙӀłƚɫɭɨլꙇⲒⳐᏞᎥᏆᒪꓡꓲ𐌋𐌉𐊊ᛁⵏاᥣ⍳',
  d: 'ԁժɗđδᴅðɖƌȡᎠᗪᗞᑯꓓ𐌃ძ',
  r: 'гᴦɼɾʀяꮁɍɽʁꭇꭈᎡᏒᖇꓣⲅ𐌓𐒴',
}

const meant = new Map(
  Object.entries(alike).flatMap(([letter, others]) =>
    Array.from(
      others + others.toUpperCase() + others.toLowerCase(),
      (other) => [other, letter] as const,
    ),
  ),
)

/** Letters in squares and circles, dark ones and those of flags: each row counts from A. */
const rows = [0x1_f1_50, 0x1_f1_70, 0x1_f1_e6]

/** 'begeleider' without the difference between i and l. */
const WORD = 'begeieider'

/**
 * The name of a participant as others see it: one that looks like that of the facilitator says
 * whose it is. Any other is as they typed it.
 */
export function shownName({ name }: Pick<Person, 'name'>): string {
  return looksLikeFacilitator(name) ? `${name} (deelnemer)` : name
}

/** Whether a name can be taken for 'Begeleider'. */
function looksLikeFacilitator(name: string): boolean {
  const skeleton = skeletonOf(name)
  return (
    [skeleton, skeleton.replaceAll('ci', 'd')].some((each) => each.includes(WORD)) ||
    differsByOne(skeleton, WORD)
  )
}

function skeletonOf(name: string): string {
  const letters = Array.from(name.normalize('NFKD'), (letter) => {
    const code = letter.codePointAt(0) ?? 0
    const row = rows.find((first) => code >= first && code < first + 26)
    const plain = row === undefined ? letter : String.fromCodePoint(97 + code - row)
    return meant.get(plain) ?? meant.get(plain.toLowerCase()) ?? plain.toLowerCase()
  })
  return letters
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(.)\1+/gu, '$1')
}

/** One letter more, less, other, or two that changed places. */
function differsByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < other.length && one[start] === other[start]) start++
  const [a, b] = [one.slice(start), other.slice(start)]
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || isSwapped
}
