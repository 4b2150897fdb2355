import { expect, it } from 'vitest'
import { numberIn } from './list-marker.ts'

it.each([
  ['decimal', 12, '12'],
  ['lower-alpha', 28, 'ab'],
  ['upper-alpha', 3, 'C'],
  ['lower-roman', 1994, 'mcmxciv'],
  ['upper-roman', 4, 'IV'],
  ['upper-roman', 0, '0'],
])('[I50] an item of a list in %s keeps its number %i', (style, value, text) => {
  expect(numberIn(style, value)).toBe(text)
})
