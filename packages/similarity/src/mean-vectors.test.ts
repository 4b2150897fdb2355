import { describe, expect, it } from 'vitest'
import { meanVectors, wordsToPlace } from './mean-vectors.ts'
import { proposalsFor } from './proposals.ts'

/** A space of meaning with animals and streets in it. */
const tiny = new Map([
  ['kat', [1, 0]],
  ['poes', [0.98, 0.05]],
  ['steeg', [0, 1]],
  ['laantje', [0.05, 0.99]],
])
const others = Array.from({ length: 8 }, (_, place) => `steeg nummer${place}`)

describe('[S20] a space of words', () => {
  it('is asked for words that say something, each once', () => {
    expect(wordsToPlace(['De kat en de poes', 'een kat in de steeg'])).toEqual([
      'kat',
      'poes',
      'steeg',
    ])
  })

  it('places a text in the middle of its words, and one without known words nowhere', () => {
    const embed = meanVectors(['kat steeg', 'onbekend'], (word) => tiny.get(word))
    expect(embed('kat steeg')).toEqual([0.5, 0.5])
    expect(embed('onbekend')).toEqual([])
  })

  it('tells texts apart by what not all of them have', () => {
    const embed = meanVectors(['kat', 'poes', ...others], (word) => tiny.get(word))
    const [kat = 0, street = 0] = [embed('kat')[0], embed('steeg nummer1')[0]]
    expect(kat).toBeGreaterThan(0)
    expect(street).toBeLessThan(0)
  })

  it('suggests what shares no word', () => {
    const texts = ['kat', 'poes', ...others]
    const notes = texts.map((text, place) => ({ id: `n${place}`, board: `${place % 3}`, text }))
    const without = proposalsFor(notes)
    const withIt = proposalsFor(
      notes,
      meanVectors(texts, (word) => tiny.get(word)),
    )
    expect(without.suggestions['n0']?.[0]?.score ?? 0).toBeLessThan(0.5)
    expect(withIt.suggestions['n0']?.[0]).toMatchObject({ id: 'n1' })
    expect(withIt.suggestions['n0']?.[0]?.score).toBeGreaterThan(0.5)
  })
})
