import { describe, expect, it } from 'vitest'
import { wallPagesOf } from './wall-pages.ts'

describe('what is asked, on the wall', () => {
  it('is on one page while it fits, every text once and in order', () => {
    const items = itemsOf(12)
    expect(wallPagesOf({ items: items.slice(0, 5), kind: 'consent' }, false)).toHaveLength(1)
    const pages = wallPagesOf({ items, kind: 'consent' }, true)
    expect(pages.flat()).toEqual(items)
    expect(Math.max(...pages.map((page) => page.length))).toBe(4)
  })

  it('gives a text that fits nowhere a page of its own', () => {
    const items = [{ id: 'long', text: 'woord '.repeat(200) }, ...itemsOf(1)]
    expect(wallPagesOf({ items, kind: 'words' }, false).map((page) => page.length)).toEqual([1, 1])
  })

  it('cuts off nothing: sentences of two lines leave room for fewer', () => {
    const long = 'Wij bieden ruimte om een jaar te proberen, een vast gezicht en geld dat meegaat.'
    const items = itemsOf(7).map((item, place) => (place < 4 ? item : { ...item, text: long }))
    expect(wallPagesOf({ items: itemsOf(7), kind: 'consent' }, false)).toHaveLength(1)
    const pages = wallPagesOf({ items, kind: 'consent' }, false)
    expect(pages.map((page) => page.length)).toEqual([6, 1])
  })

  it('hides no answer: under long sentences stand as many numbers as under short ones', () => {
    const text =
      'Wij bieden eerlijk antwoord, rugdekking voor wie iets probeert en een eigen potje.'
    const items = itemsOf(4).map((item) => ({ ...item, text }))
    const pagesWith = (kind: 'consent' | 'dots'): number[] =>
      wallPagesOf({ items, kind }, true).map((page) => page.length)
    expect(pagesWith('consent')).toEqual([2, 2])
    expect(pagesWith('dots')).toEqual([4])
  })
})

function itemsOf(count: number) {
  return Array.from({ length: count }, (_, place) => ({ id: `i${place}`, text: `Zin ${place}` }))
}
