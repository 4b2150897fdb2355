// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { plainLabel } from './plain-label.ts'

it('[I53] a label is written line by line, on the line of its letters', () => {
  const label = labelOf('<tspan x="9" y="4">leidt</tspan><tspan x="30" y="4">tot\u00A0rust</tspan>')
  plainLabel(label, [
    { text: 'leidt tot\u00A0rust', left: 10, right: 110, baseline: 24 },
    { text: 'in de straat', left: 20, right: 100, baseline: 51 },
  ])
  expect(label.hasAttribute('dominant-baseline')).toBe(false)
  expect(label.getAttribute('text-anchor')).toBe('middle')
  expect(
    [...label.children].map((line) => [
      line.textContent,
      line.getAttribute('x'),
      line.getAttribute('y'),
    ]),
  ).toEqual([
    ['leidt tot rust', '60', '24'],
    ['in de straat', '60', '51'],
  ])
})

it('[I53] a label that was not laid out stays as it was', () => {
  const label = labelOf('<tspan x="9" y="4">leidt tot</tspan>')
  plainLabel(label, [])
  expect(label.getAttribute('dominant-baseline')).toBe('mathematical')
  expect(label.textContent).toBe('leidt tot')
})

function labelOf(content: string): Element {
  const text = `<text xmlns="http://www.w3.org/2000/svg" dominant-baseline="mathematical">${content}</text>`
  return new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
}
