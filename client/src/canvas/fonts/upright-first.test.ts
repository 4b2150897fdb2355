// @vitest-environment jsdom
import { DefaultFontFaces } from 'tldraw'
import type { TLFontFace } from 'tldraw'
import { beforeAll, expect, it } from 'vitest'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { fetchUprightFirst } from './upright-first.ts'

beforeAll(fillGapsOfJsdom)

it('[I68] fetches letters in italics for words in italics, and not because a board opens', () => {
  const editor = headlessEditor(createBoardStore(), {})
  const asked: TLFontFace[] = []
  editor.fonts.requestFonts = (faces) => void asked.push(...faces)
  fetchUprightFirst(editor)
  const all = Object.values(DefaultFontFaces).flatMap(({ normal, italic }) => [
    normal.normal,
    normal.bold,
    italic.normal,
    italic.bold,
  ])
  editor.fonts.requestFonts(all)
  expect(asked).toHaveLength(all.length / 2)
  expect(asked.map(({ style }) => style)).not.toContain('italic')
  editor.fonts.requestFonts([DefaultFontFaces.tldraw_sans.italic.bold])
  expect(asked.at(-1)).toBe(DefaultFontFaces.tldraw_sans.italic.bold)
})
