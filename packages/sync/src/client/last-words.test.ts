import { beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { browserStorage } from '../test/browser-storage.ts'
import { forgetAllLastWords, forgetLastWords } from './last-words.ts'
import { keepLastWords, lastWordsKey, recallLastWords } from './last-words.ts'

beforeEach(() => {
  vi.stubGlobal('localStorage', browserStorage())
})

it('[K11] keeps what was on its way for the next page, per copy and per tab', () => {
  keepLastWords(lastWordsKey('mine'), [anUpdate('een')], { unsaved: 2 })
  keepLastWords(lastWordsKey('mine'), [anUpdate('twee')], {})
  keepLastWords(lastWordsKey('mine of another'), [anUpdate('drie')], {})
  keepLastWords(lastWordsKey('mine'), [], {})
  const document = new Y.Doc()
  const words = recallLastWords('mine')
  for (const { update } of words) if (update !== undefined) Y.applyUpdate(document, update)
  expect([...document.getMap('words').keys()].toSorted()).toEqual(['een', 'twee'])
  expect(words.map(({ facts }) => facts)).toContainEqual({ unsaved: 2 })
})

it('[K6] removes them with their copy, and all of them with all copies', () => {
  keepLastWords(lastWordsKey('one'), [anUpdate('een')], {})
  keepLastWords(lastWordsKey('two'), [anUpdate('twee')], {})
  forgetLastWords('one')
  expect(recallLastWords('one')).toEqual([])
  expect(recallLastWords('two')).toHaveLength(1)
  forgetAllLastWords()
  expect(recallLastWords('two')).toEqual([])
})

it('[K11] passes over what somebody else wrote there', () => {
  localStorage.setItem(lastWordsKey('one'), '{"update": 3')
  expect(recallLastWords('one')).toEqual([])
})

function anUpdate(word: string): Uint8Array {
  const document = new Y.Doc()
  document.getMap('words').set(word, true)
  return Y.encodeStateAsUpdate(document)
}
