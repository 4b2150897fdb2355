import type { BoardRecord } from '@stip/board'
import { expect, test } from 'vitest'
import { importedWords } from '../files/imported-words.ts'
import { mendedRecord } from './mended-fields.ts'
import { mendedText } from './mend-text.ts'

const inText = (...content: object[]) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }] as never,
})
const words = (text: string) => ({ type: 'text', text })

test.each(['\u000B', '\u000C', '\u0085', '\u2028'])(
  '[I40] the line end %j in a text is read as a line break',
  (end) => {
    const mended = mendedText(inText(words(`een${end}twee`)))
    expect(mended).toEqual(inText(words('een'), { type: 'hardBreak' }, words('twee')))
    expect(mendedText(mended)).toBe(mended)
  },
)

test.each(['\u0000', '\u0008', '\u001F', '\uFFFE', '\uFFFF', '\uD83D', '\uDE00'])(
  '[I40] %j goes from a text, and the words around it stay',
  (unsafe) => {
    expect(mendedText(inText(words(`een${unsafe}twee`)))).toEqual(inText(words('eentwee')))
    expect(mendedText(inText(words(unsafe)))).toEqual(
      mendedText({ type: 'doc', content: [{ type: 'paragraph' }] }),
    )
    expect(importedWords(`een${unsafe}twee`)).toBe('eentwee')
  },
)

test.each(['text', 'name', 'altText', 'title', 'question', 'label'])(
  '[I40] a field with words (%s) is read without them, of shapes and of pictures',
  (prop) => {
    for (const typeName of ['shape', 'asset']) {
      const record = {
        id: `${typeName}:a`,
        typeName,
        type: 'stip',
        meta: {},
        props: { [prop]: 'een\u000Btwee\u0007' },
      } as unknown as BoardRecord
      expect(mendedRecord(record).props[prop]).toBe('een\ntwee')
    }
  },
)
