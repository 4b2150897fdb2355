/**
 * Reads a join code the way people type it: spaces, dashes and lower case do not matter, O is 0,
 * I and L are 1, and a whole link with the code behind its '#' is fine too.
 *
 * @returns The eight symbols, as in 'K7QF2M9P'; undefined when this cannot be a code.
 */
export function normalizeJoinCode(text: string): string | undefined {
  const typed = text.slice(text.lastIndexOf('#') + 1).replace(/[\s\p{Pd}._]/gu, '')
  const code = typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined
}

/** A join code as people read it aloud: 'K7QF-2M9P'. */
export function formatJoinCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
