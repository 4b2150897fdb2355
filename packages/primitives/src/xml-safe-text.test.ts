import { array, assert, integer, oneof, property } from 'fast-check'
import { expect, test } from 'vitest'
import { isXmlSafe, xmlSafeText } from './xml-safe-text.ts'

/** The production `Char` of XML 1.0, as numbers. */
function isChar(point: number): boolean {
  return (
    [0x9, 0xa, 0xd].includes(point) ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    point >= 0x10000
  )
}

const anyText = array(oneof(integer({ min: 0, max: 0xffff }), integer({ min: 0, max: 0xa0 }))).map(
  (units) => String.fromCharCode(...units),
)

test('[I40] whatever goes in, what comes out may stand in XML, once and for all', () => {
  assert(
    property(anyText, (text) => {
      const safe = xmlSafeText(text)
      expect(Array.from(safe).every((each) => isChar(each.codePointAt(0) ?? 0))).toBe(true)
      expect(xmlSafeText(safe)).toBe(safe)
      expect(isXmlSafe(text)).toBe(safe === text)
    }),
  )
})

test.each([
  ['a\u000Bb', 'a\nb'],
  ['a\u000Cb', 'a\nb'],
  ['a\u0085b', 'a\nb'],
  ['a\u2028b', 'a\nb'],
  ['a\u0000\u0007\u001Bb\uFFFE\uFFFF', 'ab'],
  ['a\uD83Db', 'ab'],
  ['a\uDE00b', 'ab'],
  ['ĳ → 😀 Ğ ż Ω Ж \u0645 \u05D0\t\r\n', 'ĳ → 😀 Ğ ż Ω Ж \u0645 \u05D0\t\r\n'],
])('[I40] %j becomes %j', (text, safe) => {
  expect(xmlSafeText(text)).toBe(safe)
})
