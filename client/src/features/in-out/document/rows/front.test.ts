import { describe, expect, it } from 'vitest'
import type { Chapter } from '../content/content.ts'
import { contentsRows } from './front.ts'
import type { Letters } from '../paper/set-lines.ts'

const letters: Letters = { widthOf: (words, size) => words.length * size * 0.5 }

describe('[I71] the contents of a document', () => {
  it('[I71] say on which page every chapter begins, however long its name', () => {
    const names = ['Onze visie', 'Zo kwam de visie tot stand', 'Een heel lange naam '.repeat(9)]
    const chapters = names.map((title): Chapter => ({ title, letter: 'A', steps: [] }))
    const begins = new Map(chapters.map((chapter, place) => [chapter, 10 + place]))
    const words = contentsRows(chapters, begins, letters)
      .flatMap((row) => row.piecesAt(0))
      .map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'line' ? mark.line.text : [])))
      .map((lines) => lines.at(-1))
    expect(words[0]).toBe('Onze visie: blz. 10')
    expect(words[1]).toBe('Zo kwam de visie tot stand: blz. 11')
    expect(words[2]).toMatch(/^Een heel lange naam .*…: blz\. 12$/)
    expect(contentsRows(chapters.slice(1, 2), begins, letters)).toEqual([])
  })
})
