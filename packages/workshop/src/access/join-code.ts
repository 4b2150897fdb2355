/** Letters that show nothing: they are letters to Unicode, and stand between nobody's digits. */
const BLANK_LETTERS = /[\u115f\u1160\u3164\uffa0]/g

/** Behind these words and signs people write a code. */
const INTRODUCTION = /^.*code(?:\s*(?:is|luidt|[:=]))*/isu

/** Eight letters or digits that stand by themselves, perhaps in two halves. */
const WORD_OF_EIGHT =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]{4}[^\p{L}\p{N}]{0,3}[\p{L}\p{N}]{4}(?![\p{L}\p{N}])/gu

/**
 * Reads a join code the way people type and paste it: spaces, dashes, quotes, lower case, full
 * width and marks that nobody sees do not matter, O is 0, I and L are 1. A whole link with the code
 * behind its '#' is fine too, and so are words around it, as in "Code: K7QF-2M9P".
 *
 * @returns The eight symbols, as in 'K7QF2M9P'; undefined when this cannot be a code.
 */
export function normalizeJoinCode(text: string): string | undefined {
  const shown = text
    .normalize('NFKC')
    .replace(BLANK_LETTERS, '')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/%23/g, '#')
  const typed = shown.slice(shown.lastIndexOf('#') + 1)
  return asCode(typed) ?? asCode(typed.replace(INTRODUCTION, '')) ?? codeAmong(typed)
}

/** A join code as people read it aloud: 'K7QF-2M9P'. */
export function formatJoinCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

function asCode(text: string): string | undefined {
  const typed = text.replace(/[^\p{L}\p{N}]/gu, '')
  const code = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined
}

/** Words may look like a code ("deelname"); one with a digit in it is more likely meant. */
function codeAmong(text: string): string | undefined {
  const words = [...text.matchAll(WORD_OF_EIGHT)].flatMap(([word]) => {
    const code = asCode(word)
    return code === undefined ? [] : [{ code, hasDigit: /\d/.test(word) }]
  })
  return (words.find(({ hasDigit }) => hasDigit) ?? words[0])?.code
}
