import { describe, expect, it } from 'vitest'
import { plainLines } from './note-words.ts'

const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const doc = (...content: object[]) => ({ type: 'doc', content })

describe('the lines of a note without markup', () => {
  it('are its paragraphs', () => {
    expect(plainLines(doc(paragraph(text('een')), { type: 'paragraph' }))).toEqual(['een', ''])
  })

  it('are whole when a paragraph has several pieces', () => {
    expect(plainLines(doc(paragraph(text('meer '), text('bomen'))))).toEqual(['meer bomen'])
  })

  it.each([
    ['bold words', doc(paragraph(text('nu', { marks: [{ type: 'bold' }] })))],
    ['a list', doc({ type: 'bulletList', content: [] })],
    ['a break in a line', doc(paragraph({ type: 'hardBreak' }))],
  ])('are not there for %s', (_, richText) => {
    expect(plainLines(richText)).toBeUndefined()
  })
})
