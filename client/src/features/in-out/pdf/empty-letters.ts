/** How wide every letter is, in thousandths of its size. */
export const LETTER_UNITS = 500
export const ASCENT = 800
export const DESCENT = -200
/** The one glyph that letters are drawn with; glyph 0 stands for what is missing. */
export const EMPTY_GLYPH = 1

const UNITS_PER_EM = 1000
const DIRECTORY_ENTRY = 16
const HEADER = 12
/** What all words of a font file must come to. */
const CHECKSUM = 0xb1b0afba

/**
 * A typeface (TrueType) in which every letter is as wide as any other and nothing is drawn. Words in
 * a PDF lie below its picture, where nobody sees them: of letters it needs which they are, not what
 * they look like. So one typeface of 400 bytes does for every script there is.
 */
export function emptyLetters(): Uint8Array<ArrayBuffer> {
  const tables = new Map([
    ['glyf', numbers([4, 0])],
    ['head', head()],
    ['hhea', hhea()],
    // One width, and nothing beside it of either glyph.
    ['hmtx', numbers([2, LETTER_UNITS], [2, 0], [2, 0])],
    // All glyphs begin and end at nothing.
    ['loca', numbers([2, 0], [2, 0], [2, 0])],
    ['maxp', numbers([4, 0x10000], [2, 2], ...zeros(4), [2, 1], ...zeros(8))],
  ])
  const count = tables.size
  const directory: number[] = numbers(
    [4, 0x10000],
    [2, count],
    [2, 64],
    [2, 2],
    [2, count * 16 - 64],
  )
  const body: number[] = []
  let headAt = 0
  for (const [name, table] of tables) {
    const at = HEADER + count * DIRECTORY_ENTRY + body.length
    if (name === 'head') headAt = at
    const letters = Array.from(name, (letter) => letter.charCodeAt(0))
    directory.push(...letters, ...numbers([4, sumOf(table)], [4, at], [4, table.length]))
    body.push(...table, ...Array.from({ length: -table.length & 3 }, () => 0))
  }
  const file = [...directory, ...body]
  file.splice(headAt + 8, 4, ...numbers([4, CHECKSUM - sumOf(file)]))
  return Uint8Array.from(file)
}

function head(): number[] {
  return numbers(
    [4, 0x10000],
    [4, 0x10000],
    [4, 0],
    [4, 0x5f0f3cf5],
    [2, 3],
    [2, UNITS_PER_EM],
    ...zeros(8),
    [2, 0],
    [2, DESCENT],
    [2, LETTER_UNITS],
    [2, ASCENT],
    [2, 0],
    [2, 8],
    [2, 2],
    ...zeros(2),
  )
}

function hhea(): number[] {
  return numbers(
    [4, 0x10000],
    [2, ASCENT],
    [2, DESCENT],
    [2, 0],
    [2, LETTER_UNITS],
    ...zeros(2),
    [2, LETTER_UNITS],
    [2, 1],
    ...zeros(7),
    [2, 1],
  )
}

type Sized = readonly [bytes: number, value: number]

/** Numbers of so many bytes each, the highest byte first. */
function numbers(...values: readonly Sized[]): number[] {
  return values.flatMap(([bytes, value]) =>
    Array.from({ length: bytes }, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 0xff),
  )
}

/** So many numbers of two bytes that say nothing. */
function zeros(count: number): Sized[] {
  return Array.from({ length: count }, () => [2, 0])
}

function sumOf(bytes: readonly number[]): number {
  let sum = 0
  for (const [at, byte] of bytes.entries()) sum = (sum + byte * 2 ** (8 * (3 - (at & 3)))) % 2 ** 32
  return sum
}
