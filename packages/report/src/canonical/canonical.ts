/** What JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json }

/**
 * The one way to write a value down: the JSON Canonicalization Scheme of RFC 8785. Names in the order of
 * their UTF-16 units, no blanks, numbers and texts as ECMAScript writes them.
 *
 * @throws {TypeError} For what JSON cannot say: a number that is not finite, half a sign, undefined.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON knows finite numbers only.')
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map((each) => canonical(each)).join()}]`
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}.`)
  // Without a comparison, sort() takes UTF-16 units: what the RFC asks for.
  const names = Object.keys(value).toSorted()
  const fields = names.map((name) => `${quoted(name)}:${canonical(value[name] as Json)}`)
  return `{${fields.join()}}`
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('JSON has no half signs.')
  return JSON.stringify(text)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
