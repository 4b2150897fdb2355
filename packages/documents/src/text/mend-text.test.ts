import { below, seededRandom } from '@stip/primitives'
import type { JsonObject } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from '../gateway/check-update.ts'
import { problemWithRichText } from './check-text.ts'
import { completeText, fitOf } from './mend-fragment.ts'
import { mendedText } from './mend-text.ts'
import { plainTextOf, richTextOf } from './rich-text.ts'
import { almostAText, anyText, lettersOf, putInto } from '../test/random-text.ts'
import { aDocument, aNote, exchange } from '../test/records.ts'
import { textFragment } from '../record/read-record.ts'
import { writePlainEdit } from './write-plain-edit.ts'
import { createRecord } from '../record/write-record.ts'

const item = (...content: readonly JsonObject[]): JsonObject => ({ type: 'listItem', content })
const list = (...content: readonly JsonObject[]): JsonObject => ({ type: 'bulletList', content })
const heading = (text: string): JsonObject => ({ ...line(text), type: 'heading' })
const line = (text?: string): JsonObject => ({
  type: 'paragraph',
  ...(text !== undefined && { content: [{ type: 'text', text }] }),
})
const doc = (...content: readonly JsonObject[]): JsonObject => ({ type: 'doc', content })

describe('[B134] a text that the schema does not have is read as one that it has', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['words in no paragraph', doc({ type: 'text', text: 'a' }), doc(line('a'))],
    [
      'a paragraph in a paragraph',
      doc({ type: 'paragraph', content: [line('a'), { type: 'text', text: 'b' }] }),
      doc(line('a'), line('b')),
    ],
    [
      'a list in a paragraph',
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'a' }, list(item(line('b')))] }),
      doc(line('a'), list(item(line('b')))),
    ],
    ['an item without a paragraph', doc(list(item())), doc(list(item(line())))],
    [
      'an item that begins with a heading',
      doc(list(item(heading('a')))),
      doc(list(item(line(), heading('a')))),
    ],
    [
      'a list as an item',
      doc(list(list(item(line('a'))))),
      doc(list(item(line(), list(item(line('a')))))),
    ],
    ['a list without items', doc(list()), doc(list(item(line())))],
    [
      'items in no list',
      doc(item(line('a')), item(line('b'))),
      doc(list(item(line('a')), item(line('b')))),
    ],
    [
      'words in a line break',
      doc({
        type: 'paragraph',
        content: [{ type: 'hardBreak', content: [{ type: 'text', text: 'a' }] }],
      }),
      doc(line('a')),
    ],
    [
      'an element that is none of ours',
      doc({ type: 'blockquote', content: [line('a')] }),
      doc(line('a')),
    ],
    [
      'a level, a start and a colour that there are not',
      doc(
        { ...heading('a'), attrs: { level: 9, dir: 'ltr' } },
        { type: 'orderedList', attrs: { start: Number.NaN }, content: [item(line('b'))] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', marks: [{ type: 'highlight', attrs: { color: '#f00' } }], text: 'c' },
          ],
        },
      ),
      doc(
        { ...heading('a'), attrs: { dir: 'ltr' } },
        { type: 'orderedList', content: [item(line('b'))] },
        {
          type: 'paragraph',
          content: [{ type: 'text', marks: [{ type: 'highlight' }], text: 'c' }],
        },
      ),
    ],
    ['nothing at all', doc(), doc(line())],
  ])('%s', (_name, wrong, right) => {
    expect(problemWithRichText(right)).toBeUndefined()
    expect(mendedText(wrong)).toEqual(right)
    expect(mendedText(right)).toBe(right)
  })

  it('whatever it is made of: right afterwards, every letter in its place, and then left alone', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const wrong = anyText(seededRandom(seed))
      const right = mendedText(wrong)
      expect(problemWithRichText(right), `seed ${seed}`).toBeUndefined()
      expect(lettersOf(right), `seed ${seed}`).toBe(lettersOf(wrong))
      expect(mendedText(right)).toBe(right)
    }
  })

  it('however deep it is nested', () => {
    for (const pair of [['bulletList', 'listItem'], ['paragraph'], ['blockquote'], ['listItem']]) {
      let deep: JsonObject = line('diep')
      for (let depth = 0; depth < 3000; depth++) {
        for (const type of pair) deep = { type, content: [{ type: 'text', text: '.' }, deep] }
      }
      const right = mendedText(doc(deep))
      expect(problemWithRichText(right)).toBeUndefined()
      expect(plainTextOf(right).replaceAll(/[.\n]/g, '')).toBe('diep')
    }
  })
})

describe('[B135] a text in the document', () => {
  it('is read with every letter, whatever stands in what', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const wrong = anyText(seededRandom(seed), 4)
      const fragment = aFragment(wrong)
      const read = richTextOf(fragment)
      expect(problemWithRichText(read), `seed ${seed}`).toBeUndefined()
      expect(lettersOf(read), `seed ${seed}`).toBe(lettersOf(wrong))
    }
  })

  it('that only misses something is completed without a letter moved, and reads the same', () => {
    let incomplete = 0
    for (let seed = 1; seed <= 1000; seed++) {
      const fragment = aFragment(almostAText(seededRandom(seed)))
      const [before, fit] = [richTextOf(fragment), fitOf(fragment)]
      if (fit === 'whole') continue
      incomplete++
      expect(completeText(fragment)).toBe(true)
      expect(fitOf(fragment)).toBe('whole')
      expect(richTextOf(fragment)).toEqual(before)
    }
    expect(incomplete).toBeGreaterThan(200)
  })

  it('can be written on in plain words, whatever stands in what', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = seededRandom(seed)
      const fragment = aFragment(anyText(random, 4))
      const words = plainTextOf(richTextOf(fragment))
      const at = below(random, words.length + 1)
      if (/[\uD800-\uDBFF]$/.test(words.slice(0, at))) continue
      writePlainEdit(fragment, { at, removed: 0, added: 'NIEUW' })
      const now = plainTextOf(richTextOf(fragment))
      expect(now, `seed ${seed}`).toBe(`${words.slice(0, at)}NIEUW${words.slice(at)}`)
    }
  })
})

describe('[B133] what honest people take away together', () => {
  it('an item that lost both its paragraphs reads whole on every screen, and nobody was refused', () => {
    const [one, other] = twoAt(list(item(line('een'), line('twee'), list(item(line('onder'))))))
    const [mine, theirs] = [one.itemOf(), other.itemOf()]
    const before = [Y.encodeStateVector(one.document), Y.encodeStateVector(other.document)] as const
    mine.delete(0, 1)
    theirs.delete(1, 1)
    const server = aDocument(7)
    Y.applyUpdate(server, one.start)
    for (const [place, { document }] of [one, other].entries()) {
      const update = Y.encodeStateAsUpdate(document, before[place === 0 ? 0 : 1])
      expect(checkUpdate(server, update, 'person').kind).toBe('accepted')
      Y.applyUpdate(server, update)
    }
    exchange(server, one.document, other.document)
    const whole = doc(list(item(line(), list(item(line('onder'))))))
    for (const document of [server, one.document, other.document]) {
      expect(richTextOf(textFragment(document, 'shape:a') as Y.XmlFragment)).toEqual(whole)
    }
  })
})

function aFragment(text: JsonObject): Y.XmlFragment {
  const fragment = aDocument(1).getXmlFragment('t')
  putInto(fragment, text['content'] as readonly JsonObject[])
  return fragment
}

function twoAt(block: JsonObject) {
  const first = aDocument(1)
  createRecord(first, aNote('a', { props: { richText: doc(block) } }))
  const start = Y.encodeStateAsUpdate(first)
  const second = aDocument(2)
  Y.applyUpdate(second, start)
  return [first, second].map((document) => ({
    document,
    start,
    itemOf: () =>
      ((textFragment(document, 'shape:a') as Y.XmlFragment).get(0) as Y.XmlElement).get(
        0,
      ) as Y.XmlElement,
  })) as [Sheet, Sheet]
}

interface Sheet {
  readonly document: Y.Doc
  readonly start: Uint8Array
  readonly itemOf: () => Y.XmlElement
}
