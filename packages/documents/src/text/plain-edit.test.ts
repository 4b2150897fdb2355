import { plainTextOf } from '@stip/board'
import { array, assert, constantFrom, integer, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { richTextOf } from './rich-text.ts'
import { editBetween, moved, rebased } from './text-edit.ts'
import type { TextEdit } from './text-edit.ts'
import { writePlainEdit } from './write-plain-edit.ts'
import { writeRichText } from './write-rich-text.ts'

const words = string({ unit: constantFrom('a', 'b', ' ', '\n', '🙂'), maxLength: 12 })

describe('plain words typed in a rich text', () => {
  it('[B15] an edit is found back from the texts before and after it', () => {
    assert(
      property(words, words, integer({ min: 0, max: 12 }), (before, after, caret) => {
        expect(applied(before, editBetween(before, after, caret))).toBe(after)
      }),
    )
  })

  it('[B15] the caret tells which of two equal letters was typed', () => {
    expect(editBetween('aa', 'aaa', 1)).toEqual({ at: 0, removed: 0, added: 'a' })
    expect(editBetween('aa', 'aaa', 3)).toEqual({ at: 2, removed: 0, added: 'a' })
  })

  it('[B16] the rich text then spells the same words', () => {
    const lists = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'een' }, { type: 'hardBreak' }] },
        {
          type: 'bulletList',
          content: ['twee', 'drie'].map((text) => ({
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
          })),
        },
      ],
    }
    const edits = array(record({ at: integer(), removed: integer(), added: words }), {
      maxLength: 4,
    })
    assert(
      property(edits, (all) => {
        const fragment = aFragment()
        writeRichText(fragment, lists)
        for (const wild of all) {
          const before = spelled(fragment)
          const edit = within(before, wild)
          writePlainEdit(fragment, edit)
          expect(spelled(fragment)).toBe(applied(before, edit))
        }
      }),
    )
  })

  it('[B16] two people who type at one moment both keep their words', () => {
    const [anna, bilal] = [aFragment('samen'), new Y.Doc().getXmlFragment('t')]
    exchange(anna, bilal)
    writePlainEdit(anna, { at: 0, removed: 0, added: 'Vanavond ' })
    writePlainEdit(bilal, { at: 5, removed: 0, added: '\nkoken' })
    exchange(anna, bilal)
    expect(spelled(anna)).toBe('Vanavond samen\nkoken')
    expect(spelled(bilal)).toBe('Vanavond samen\nkoken')
  })

  it('[B16] words next to it keep their marks', () => {
    const fragment = aFragment()
    const bold = { type: 'text', text: 'vet', marks: [{ type: 'bold' }] }
    writeRichText(fragment, { type: 'doc', content: [{ type: 'paragraph', content: [bold] }] })
    writePlainEdit(fragment, { at: 3, removed: 0, added: '\ngewoon' })
    expect(richTextOf(fragment)['content']).toEqual([
      { type: 'paragraph', content: [bold] },
      { type: 'paragraph', content: [{ type: 'text', text: 'gewoon' }] },
    ])
  })

  it('[B17] an edit that waited while others typed lands where it was meant', () => {
    const [mine, theirs] = [
      { at: 5, removed: 0, added: '!' },
      { at: 0, removed: 0, added: 'Nu ' },
    ]
    expect(applied(applied('samen', theirs), rebased(mine, theirs))).toBe('Nu samen!')
    expect(moved(5, theirs)).toBe(8)
    expect(moved(0, { at: 3, removed: 2, added: '' })).toBe(0)
    expect(rebased({ at: 1, removed: 3, added: '' }, { at: 0, removed: 5, added: '' })).toEqual({
      at: 0,
      removed: 0,
      added: '',
    })
  })
})

function aFragment(text = ''): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('t')
  writeRichText(fragment, { type: 'doc', content: [{ type: 'paragraph' }] })
  writePlainEdit(fragment, { at: 0, removed: 0, added: text })
  return fragment
}

function exchange(one: Y.XmlFragment, other: Y.XmlFragment): void {
  for (const [from, to] of [
    [one.doc, other.doc],
    [other.doc, one.doc],
  ] as const) {
    if (from !== null && to !== null) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  }
}

function spelled(fragment: Y.XmlFragment): string {
  return plainTextOf(richTextOf(fragment))
}

function applied(text: string, { at, removed, added }: TextEdit): string {
  return text.slice(0, at) + added + text.slice(at + removed)
}

/** Brings wild numbers within a text, and never inside a character of two units. */
function within(text: string, { at, removed, added }: TextEdit): TextEdit {
  const places = Array.from(text).reduce<number[]>(
    (all, letter) => [...all, (all.at(-1) ?? 0) + letter.length],
    [0],
  )
  const from = Math.abs(at) % places.length
  const to = from + (Math.abs(removed) % (places.length - from))
  const [start = 0, end = 0] = [places[from], places[to]]
  return { at: start, removed: end - start, added }
}
