import type { JsonObject } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { EMPTY_RICH_TEXT, plainTextOf, richTextOf } from './rich-text.ts'
import { aDocument, exchange, richText } from '../test/records.ts'
import { writeRichText } from './write-rich-text.ts'

describe('rich text in a document', () => {
  it.each<[string, JsonObject]>([
    ['nothing', EMPTY_RICH_TEXT],
    ['two paragraphs', richText('een', '', 'drie')],
    ['marks', marked],
    ['a list', list],
  ])('[B10] holds %s and gives it back', (_name, text) => {
    const fragment = aFragment()
    writeRichText(fragment, text)
    expect(richTextOf(fragment)).toEqual(text)
  })

  it('[B10] goes from any text to any other', () => {
    const texts = [EMPTY_RICH_TEXT, richText('een', 'twee'), marked, list, richText('🙂 🙃 🙂')]
    for (const from of texts) {
      for (const to of texts) {
        const fragment = aFragment()
        writeRichText(fragment, from)
        writeRichText(fragment, to)
        expect(richTextOf(fragment)).toEqual(to)
      }
    }
  })

  it('[B10] stores marks and elements as y-prosemirror does', () => {
    const fragment = aFragment()
    writeRichText(fragment, marked)
    const paragraph = fragment.get(0) as Y.XmlElement
    expect(paragraph.nodeName).toBe('paragraph')
    expect(paragraph.getAttributes()).toEqual({ dir: 'auto' })
    expect((paragraph.get(0) as Y.XmlText).toDelta()).toEqual([
      { insert: 'lees ' },
      { insert: 'dit', attributes: { bold: {}, link: { href: 'https://voorbeeld.nl' } } },
    ])
  })

  it('[B11] keeps what two people write in different words of one paragraph', () => {
    const [anna, bram] = [aDocument(1), aDocument(2)]
    writeRichText(anna.getXmlFragment('text'), richText('een plein met bomen'))
    exchange(anna, bram)
    writeRichText(anna.getXmlFragment('text'), richText('een groot plein met bomen'))
    writeRichText(bram.getXmlFragment('text'), richText('een plein met oude bomen'))
    exchange(anna, bram)
    expect(richTextOf(anna.getXmlFragment('text'))).toEqual(
      richText('een groot plein met oude bomen'),
    )
  })

  it('[B11] does not split a character that takes two code units', () => {
    const fragment = aFragment()
    writeRichText(fragment, richText('a🙂b'))
    writeRichText(fragment, richText('a🙃b'))
    writeRichText(fragment, richText('a🙃🙂b'))
    expect(plainTextOf(richTextOf(fragment))).toBe('a🙃🙂b')
  })

  it('[B11] keeps the paragraph that a colleague types in when another is added before it', () => {
    const [anna, bram] = [aDocument(1), aDocument(2)]
    writeRichText(anna.getXmlFragment('text'), richText('tweede'))
    exchange(anna, bram)
    writeRichText(anna.getXmlFragment('text'), richText('eerste', 'tweede'))
    writeRichText(bram.getXmlFragment('text'), richText('tweede regel'))
    exchange(anna, bram)
    expect(richTextOf(anna.getXmlFragment('text'))).toEqual(richText('eerste', 'tweede regel'))
  })

  it('[B12] reads the words, a line for every paragraph', () => {
    expect(plainTextOf(marked)).toBe('lees dit')
    expect(plainTextOf(list)).toBe('melk\nbrood')
    expect(plainTextOf(undefined)).toBe('')
  })
})

const marked: JsonObject = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { dir: 'auto' },
      content: [
        { type: 'text', text: 'lees ' },
        {
          type: 'text',
          marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://voorbeeld.nl' } }],
          text: 'dit',
        },
      ],
    },
  ],
}

const list: JsonObject = {
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: ['melk', 'brood'].map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
  ],
}

function aFragment(): Y.XmlFragment {
  return aDocument(1).getXmlFragment('text')
}
