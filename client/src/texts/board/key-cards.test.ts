import { expect, it } from 'vitest'
import { nlOutline } from './nl-outline.ts'

it('a counter says when it is enough, and never 15/5', () => {
  expect(nlOutline.keyCards(4, 5)).toBe('Hoofdpunten 4/5')
  expect(nlOutline.keyCards(15, 5)).toBe('Hoofdpunten: 15 gekozen, 5 is genoeg')
})
