import { describe, expect, it } from 'vitest'
import { mergeSentence } from './merge-sentence.ts'

const nothing = { added: 0, updated: 0, withdrawn: 0, unchanged: 0, kept: 0 }

describe('what a merge did, in words', () => {
  it('names only what happened', () => {
    expect(mergeSentence({ ...nothing, added: 12, updated: 3, withdrawn: 1 }, true)).toBe(
      '12 toegevoegd, 3 bijgewerkt en 1 ingetrokken.',
    )
  })

  it('says that boards are empty, and names no time before', () => {
    expect(mergeSentence(nothing, true)).toBe('Op de groepsborden staat nog niets.')
  })

  it('says so when nothing changed', () => {
    expect(mergeSentence({ ...nothing, unchanged: 40 }, false)).toBe(
      'Er is niets veranderd sinds de vorige keer.',
    )
  })

  it('says so when a step had filled the vision before anybody merged', () => {
    expect(mergeSentence({ ...nothing, unchanged: 40 }, true)).toBe(
      'Op de visie stond alles al; de borden staan nu ook naast elkaar.',
    )
  })
})
