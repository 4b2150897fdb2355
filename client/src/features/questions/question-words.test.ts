import { describe, expect, it } from 'vitest'
import { letterAskedAbout } from './question-words.ts'

const groups = [
  { id: 'a', letter: 'A' },
  { id: 'b', letter: 'B' },
]

describe('whose hoofdpunten are asked about', () => {
  it('is the one group that is not asked itself', () => {
    const items = ['one', 'two'].map((id) => ({ id, text: id, notFor: 'b' }))
    expect(letterAskedAbout({ topic: 'recognition', items }, groups)).toBe('B')
  })

  it('is nobody where more groups said it, or where everybody is asked', () => {
    const items = ['a', 'b'].map((id) => ({ id, text: id, notFor: id }))
    expect(letterAskedAbout({ topic: 'recognition', items }, groups)).toBeUndefined()
    const ofAll = [{ id: 'z', text: 'Een zin' }]
    expect(letterAskedAbout({ topic: 'recognition', items: ofAll }, groups)).toBeUndefined()
    expect(letterAskedAbout({ topic: 'consent', items: ofAll }, groups)).toBeUndefined()
  })
})
