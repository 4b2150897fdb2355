import type { BoardRecord } from '../record.ts'
import { pageId } from '../zone.ts'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * An order key above everything on the page. Keys begin with a whole number: a letter that says
 * how many digits follow ('a' one, 'b' two), and those digits in base 62. This counts one further.
 */
export function indexOnTop(records: readonly BoardRecord[]): string {
  let top = 'a0'
  for (const { typeName, parentId, index } of records) {
    if (typeName !== 'shape' || parentId !== pageId || typeof index !== 'string') continue
    if (index > top) top = index
  }
  return following(top)
}

function following(key: string): string {
  const length = key.charCodeAt(0) - 96
  const number = key
    .slice(1, length + 1)
    .padEnd(length, '0')
    .split('')
  for (let place = length - 1; place >= 0; place--) {
    const next = digits[digits.indexOf(number[place] ?? 'z') + 1]
    if (next !== undefined) {
      number[place] = next
      return `${key.charAt(0)}${number.join('')}`
    }
    number[place] = '0'
  }
  return `${String.fromCharCode(key.charCodeAt(0) + 1)}${'0'.repeat(length + 1)}`
}
