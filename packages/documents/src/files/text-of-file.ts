/** How far one looks for the zeros of UTF-16. Bytes. */
const LOOKED_AT = 65_536

/** In UTF-16 one byte in so many is a zero, in any language. */
const ZEROS_OF_WIDE = 100

/**
 * The text of a file, with one kind of line end (`\n`) and without a byte order mark: UTF-8, UTF-16
 * with or without a mark, or the letters of older Windows. UTF-8 with a few lines in other letters
 * is read line by line.
 *
 * @returns Undefined for what is no text at all.
 */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes)
  if (text === undefined || text.includes('\u0000')) return undefined
  const lines = text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n')
  // Some programs end lines with these alone; beside other line ends they are part of the words.
  return lines.includes('\n') ? lines : lines.replace(/[\u0085\u2028\u2029]/g, '\n')
}

function decoded(bytes: Uint8Array): string | undefined {
  const wide = wideEncodingOf(bytes)
  // A line end of one byte at the end is from a program that knew nothing of UTF-16.
  if (wide !== undefined) return decodeAs(wide, bytes.subarray(0, bytes.length & ~1))
  return decodeAs('utf-8', bytes) ?? linesIn(bytes)
}

/** UTF-16 by its mark, else by where its zeros are: letters of Europe have one in every pair. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, LOOKED_AT); at++) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  // A single zero is damage: UTF-16 has one in each separator and line end at least.
  if (Math.abs(even - odd) * ZEROS_OF_WIDE < Math.min(bytes.length, LOOKED_AT)) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // Other letters than these.
    return undefined
  }
}

function linesIn(bytes: Uint8Array): string | undefined {
  const lines: string[] = []
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(start, end)
    lines.push(decodeAs('utf-8', line) ?? decodeAs('windows-1252', line) ?? '')
    start = end + 1
  }
  return lines.join('\n')
}
