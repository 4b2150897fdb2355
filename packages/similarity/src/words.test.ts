import { describe, expect, it } from 'vitest'
import { partsOf } from './dutch/compounds.ts'
import { signsOf } from './dutch/polarity.ts'
import { stem } from './dutch/stem.ts'
import { clausesOf, plain } from './dutch/words.ts'
import { areOpposing, zoneNamed } from './dutch/zones.ts'
import { termsOf } from './terms.ts'

/** The keys that the first words of two texts share. */
function shared(one: string, other: string): string[] {
  const [a, b] = termsOf([one, other])
  const keys = new Set(a?.flatMap((term) => [...term.keys.keys()]))
  return (b ?? []).flatMap((term) => [...term.keys.keys()]).filter((key) => keys.has(key))
}

function signOf(text: string): number {
  return Math.sign(signsOf(text.split(' ')).at(-1) ?? 0)
}

describe('words', () => {
  it.each([
    ['B&W', 'college'],
    ['B en W', 'college'],
    ['Idée', 'idee'],
    ['foto’s', 'fotos'],
    ['zo’n', 'zo een'],
  ])('[S1] %s is read as %s', (written, read) => {
    expect(plain(written).trim()).toBe(read)
  })

  it('[S1] a text falls apart in clauses', () => {
    expect(clausesOf('Niet praten, maar doen!')).toEqual([['niet', 'praten'], ['doen']])
  })

  // From the vocabulary that is published with the algorithm, with the last v and z changed.
  it.each([
    ['lichamelijk', 'licham'],
    ['lichamelijke', 'licham'],
    ['opgingen', 'opging'],
    ['opheffen', 'opheff'],
    ['opheffing', 'opheff'],
    ['lopen', 'lop'],
    ['loop', 'lop'],
    ['mogelijkheden', 'mogelijk'],
    ['geven', 'gef'],
    ['geef', 'gef'],
  ])('[S2] the stem of %s is %s', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })

  it('[S2] a participle meets its verb', () => {
    expect(shared('er wordt geschilderd', 'samen schilderen')).toContain('wschilder')
  })

  it('[S3] a compound meets its parts', () => {
    expect(partsOf('verkeersdrempel', new Set(['verker', 'drempel']))).toEqual([
      'verker',
      'drempel',
    ])
    expect(shared('kunstwandeling', 'wandeling langs kunst')).toEqual(
      expect.arrayContaining(['wwandel', 'wkunst']),
    )
  })

  it('[S4] one typing error does not matter, two words that differ do', () => {
    expect(shared('de vuurtoren', 'de vuurtorne')).not.toEqual([])
    expect(shared('de vuurtoren', 'de vuurvogel')).toEqual([])
  })

  it('[S5] words and phrases of one line mean the same', () => {
    expect(shared('van het kastje naar de muur', 'steeds doorverwezen')).toContain('ccontact1.4')
    expect(shared('de wethouder', 'B&W')).toContain('cbestuur1.0')
  })

  it.each([
    ['wij denken altijd mee', 'meedenken', 'denken … mee'],
    ['om het los te laten', 'loslaten', 'los te laten'],
    ['hak nu eens die knoop door', 'de knoop doorhakken', 'words in between'],
    ['ze hakken de knoop door', 'het college beslist', 'hakken … door in a phrase'],
  ])('[S19] "%s" is "%s": %s', (one, other) => {
    expect(shared(one, other).filter((key) => /^[wc]/.test(key))).not.toEqual([])
  })

  it('[S5] a word with a minus means the reverse', () => {
    const [one, other] = termsOf(['jargon', 'gewone taal']).map(([term]) => term?.keys)
    expect(one?.get('ctaal1.0')).toBe(-(other?.get('ctaal1.0') ?? 0))
    expect(other?.get('ctaal1.0')).toBeGreaterThan(0)
  })
})

describe('denials', () => {
  it.each([
    ['kan zonder subsidie', -1],
    ['kan niet zonder subsidie', 1],
    ['kan met subsidie', 1],
    ['geen subsidie', -1],
    ['te veel regels', 0],
    ['geen geld en wel tijd', 1],
    ['te weinig regels', 0],
    ['niet alleen subsidie', 1],
  ])('[S9] in "%s" the last word counts as %i', (text, sign) => {
    expect(signOf(text)).toBe(sign)
  })

  it.each([
    ['los', 'vast', true],
    ['Dit laten we los', 'Dit houden we vast', true],
    ['Wat gaat goed', 'Wat gaat niet goed', true],
    ['dromen', 'zorgen', true],
    ['nu', 'straks', true],
    ['los', 'samen', false],
    ['zie-ik', 'doen', false],
    ['los', 'los', false],
  ])('[S8] the zones %s and %s oppose: %s', (one, other, oppose) => {
    expect(areOpposing(zoneNamed(one), zoneNamed(other))).toBe(oppose)
    expect(areOpposing(zoneNamed(other), zoneNamed(one))).toBe(oppose)
  })
})
