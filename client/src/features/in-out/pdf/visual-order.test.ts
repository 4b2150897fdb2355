import { describe, expect, it } from 'vitest'
import { visualOrder } from './visual-order.ts'

describe('[I61] a line on paper', () => {
  it.each([
    ['Meer groen', 'Meer groen'],
    ['שלום', 'םולש'],
    ['שלום (Stip) 2026!', '!2026 (Stip) םולש'],
    ['Stip zegt שלום!', 'Stip zegt םולש!'],
    ['12 مرحبا 34', '34 ابحرم 12'],
  ])('of %j reads %j from left to right', (text, paper) => {
    expect(visualOrder(text, 0, text.length)).toBe(paper)
  })

  it('goes the way of its paragraph, whatever stands on it', () => {
    const paragraph = 'שלום Stip!'
    expect(visualOrder(paragraph, 5, paragraph.length)).toBe('!Stip')
  })

  it('keeps both halves of a letter together', () => {
    expect(visualOrder('👍 שלום 👍', 0, 10)).toContain('👍')
  })
})
