import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { canvasWords } from '../../texts/board/canvas-words.ts'
import { shortcuts } from './shortcuts.ts'

const require = createRequire(import.meta.url)
const wordsIn = (language: string): Record<string, string> =>
  require(`@tldraw/assets/translations/${language}.json`)

describe('the words of tldraw', () => {
  it('are there in Dutch, all of them', () => {
    const dutch = { ...wordsIn('nl'), ...shortcuts.translations?.['nl'] }
    const missing = Object.keys(wordsIn('main')).filter((name) => !(name in dutch))
    expect(missing).toEqual([])
  })

  it('are ours only where tldraw has none', () => {
    const known = wordsIn('nl')
    expect(Object.keys(canvasWords).filter((name) => name in known)).toEqual([])
  })
})
