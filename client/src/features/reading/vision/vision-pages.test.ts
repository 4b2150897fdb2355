import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  subarray,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../fit.ts'
import { pagesOfVision, wholeVision } from './vision-pages.ts'
import type { VisionPage } from './vision-pages.ts'
import type { Said, VisionReading } from '../../../reading/vision-reading.ts'

/** Room below the head of a wall of 1280 by 720, within the padding of the vision. */
const ROOM = 596

const words = array(constantFrom('wij', 'samen', 'buurt', 'verantwoordelijkheidsverdeling', 'en'), {
  minLength: 1,
  maxLength: 220,
}).map((all) => all.join(' '))
const letters = subarray(['A', 'B', 'C', 'D', 'E', 'F', 'G'])
const saids = (name: string, maxLength: number) =>
  array(record({ text: words, letters, isVoice: boolean() }), { maxLength }).map((all) =>
    all.map(({ isVoice, text, letters: from }, place) => ({
      text,
      letters: from,
      id: `${name}${place}`,
      ...(isVoice && { also: 2 }),
    })),
  )
const readings = record({
  sentences: saids('zin', 8),
  bieden: saids('bieden', 12),
  vragen: saids('vragen', 12),
  verschil: saids('verschil', 8),
  cards: saids('kaart', 30),
  columns: integer({ min: 0, max: 2 }),
}).map(({ sentences, bieden, vragen, verschil, cards, columns }): VisionReading => {
  const below = [
    { title: 'Dit bieden wij', said: bieden },
    { title: 'Dit vragen wij', said: vragen },
  ].slice(0, columns)
  const beside = [{ title: 'Hier verschillen we', said: verschil }]
  return {
    sentences,
    cards,
    below: below.filter(({ said }) => said.length > 0),
    beside: beside.filter(({ said }) => said.length > 0),
  }
})

describe('[V7] the vision on a wall', () => {
  it('[V7] has every word of everything on a page, in order', () => {
    assert(
      property(readings, (reading) => {
        const pages = pagesOfVision(reading)
        const said = (kind: VisionPage['kind']) =>
          wordsOf(pages.filter((page) => page.kind === kind).flatMap((page) => page.said))
        expect(said('sentences')).toEqual(wordsOf(reading.sentences))
        expect(said('cards')).toEqual(wordsOf(reading.cards))
        for (const { title, said: all } of [...reading.below, ...reading.beside]) {
          const below = pages.flatMap((page) => page.below).filter((one) => one.title === title)
          expect(wordsOf(below.flatMap((one) => one.said))).toEqual(wordsOf(all))
          expect(below.map(({ isFurther }) => isFurther)).toEqual(
            below.map((_, place) => place > 0),
          )
        }
      }),
    )
  })

  it('[V7] has no page that is higher than a wall, as the style sheet sets it', () => {
    assert(
      property(readings, (reading) => {
        for (const page of pagesOfVision(reading)) expect(heightOf(page)).toBeLessThanOrEqual(ROOM)
      }),
    )
  })

  it('[V7] keeps three groups that offer and ask a long sentence each', () => {
    const sentence =
      'Wij bieden onze tijd, onze kennis van de straat en een plek in ons buurthuis aan'
    const said = ['A', 'B', 'C'].map((letter) => ({
      id: letter,
      text: sentence,
      letters: [letter],
    }))
    const below = [
      { title: 'Dit bieden wij', said },
      { title: 'Dit vragen wij', said },
    ]
    const pages = pagesOfVision({ sentences: [], below, beside: [], cards: [] })
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.flatMap((page) => page.below[0]?.said ?? []).map(({ id }) => id)).toEqual([
      'A',
      'B',
      'C',
    ])
    for (const page of pages) expect(heightOf(page)).toBeLessThanOrEqual(ROOM)
  })

  it('[V7] is cut for nobody who reads it alone', () => {
    const sentences = [{ id: 'a', text: 'woord '.repeat(200).trim(), letters: [] }]
    expect(pagesOfVision({ sentences, below: [], beside: [], cards: [] }).length).toBeGreaterThan(1)
    expect(wholeVision({ sentences, below: [], beside: [], cards: [] }).said).toEqual(sentences)
  })
})

/** Everything said one behind the other, without the signs that say that it goes on. */
function wordsOf(said: readonly Said[]): readonly string[] {
  const all = new Map<string, string>()
  for (const { id, text, letters: from } of said) {
    const name = id.split(' ')[0] ?? id
    const plain = text.replace(/^… /, '').replace(/ …$/, '')
    const before = all.get(name)
    all.set(name, before === undefined ? `${from.join('')}: ${plain}` : `${before} ${plain}`)
  }
  return [...all.values()].map((text) => text.replaceAll(/\s/g, ''))
}

/** Its height by the rules of `vision-view.css`. */
function heightOf({ kind, said, below }: VisionPage): number {
  const [size, weight] =
    kind === 'cards' ? ([36, 'regular'] as const) : ([48, 'semi-bold'] as const)
  const onTop = said.map(({ text, letters: from, also }) => {
    const words = linesOf(text, size, 1152 - 144 - 28, weight) * size * 1.15
    const lines = words + (also === undefined ? 0 : 36)
    return Math.max(lines, Math.ceil(from.length / 3) * 50 - 6 + (kind === 'sentences' ? 7 : 0))
  })
  const top = sum(onTop) + 26 * Math.max(0, onTop.length - 1)
  if (below.length === 0) return top
  const isAlone = said.length === 0
  const width = (1152 - 48 * (below.length - 1)) / below.length
  const columns = below.map((under) => {
    const heights = under.said.map(({ text, letters: from, also }) => {
      const lines = isAlone
        ? linesOf(text, 44, width, 'semi-bold') * 44 * 1.2
        : linesOf(text, 40, width, 'regular') * 40 * 1.2
      return (
        lines +
        (also === undefined ? 0 : 36) +
        (from.length === 0 ? 0 : Math.ceil(from.length / 3) * 42)
      )
    })
    const title = isAlone ? 36 * 1.2 : 28 * 1.25
    return title + 8 + sum(heights) + (isAlone ? 10 : 14) * (heights.length - 1)
  })
  return top + (isAlone ? 0 : 32 + 24 + 1) + Math.max(...columns)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
