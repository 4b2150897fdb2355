// @vitest-environment jsdom
import { Box } from 'tldraw'
import type { Editor } from 'tldraw'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { placePhoto } from './place-photo.ts'

beforeAll(fillGapsOfJsdom)

describe('a photo that was chosen', () => {
  it('comes in the middle of what one sees, when nothing lies there', () => {
    const editor = anEditor()
    const { center } = editor.getViewportPageBounds()
    expect(place(editor).center.dist(center)).toBeLessThan(100)
  })

  it('comes beside what lies there, where one sees it whole', () => {
    const editor = anEditor()
    const view = editor.getViewportPageBounds()
    const notes = view.center.clone().sub({ x: 150, y: 150 })
    editor.createShape({ type: 'geo', x: notes.x, y: notes.y, props: { w: 300, h: 300 } })
    const photo = place(editor)
    expect(photo.collides(Box.FromCenter(view.center, { x: 300, y: 300 }))).toBe(false)
    expect(view.contains(photo)).toBe(true)
  })

  it('lies beside the one that was chosen with it', () => {
    const editor = anEditor()
    const first = place(editor)
    expect(place(editor, { number: 2 }).collides(first)).toBe(false)
  })

  it('comes in the middle where it is larger than what one sees, and the next beside it', () => {
    const editor = anEditor(2)
    const { center } = editor.getViewportPageBounds()
    const first = place(editor)
    expect(first.center.dist(center)).toBeLessThan(1)
    expect(place(editor, { number: 2 }).collides(first)).toBe(false)
  })
})

describe('a photo that was dropped', () => {
  it('comes where it was dropped, whatever lies there', () => {
    const editor = anEditor()
    editor.createShape({ type: 'geo', x: 0, y: 0, props: { w: 900, h: 900 } })
    expect(place(editor, { point: { x: 400, y: 400 } }).center).toMatchObject({ x: 400, y: 400 })
  })
})

/** Where the photo came. */
function place(editor: Editor, { point, number = 1 }: Partial<Choice> = {}): Box {
  const src = '/api/assets/avond/foto.webp'
  const asset = { src, width: 1200, height: 900, mimeType: 'image/webp', size: 9 } as const
  placePhoto(editor, { asset, name: 'foto.jpg', description: '', point, number })
  const bounds = editor.getSelectionPageBounds()
  if (bounds === null) throw new Error('It is not on the page.')
  return bounds
}

type Choice = Pick<Parameters<typeof placePhoto>[1], 'point' | 'number'>

function anEditor(z = 0.5): Editor {
  const editor = headlessEditor(createBoardStore(), {})
  editor.setCamera({ x: 0, y: 0, z })
  return editor
}
