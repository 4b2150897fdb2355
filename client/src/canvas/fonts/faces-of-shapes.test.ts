// @vitest-environment jsdom
import { createShapeId } from 'tldraw'
import type { Editor, TLShapePartial } from 'tldraw'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'

beforeAll(fillGapsOfJsdom)

describe('[I66] the typefaces that a shape needs', () => {
  it('are a bold one for the title of a zone, and a plain one for its question', () => {
    expect(facesOf({ type: 'zone', props: { title: 'Kansen' } })).toEqual(['tldraw_sans bold'])
    expect(facesOf({ type: 'zone', props: { letter: 'B' } })).toEqual(['tldraw_sans bold'])
    expect(facesOf({ type: 'zone', props: { title: 'Kansen', question: 'Wat?' } })).toEqual([
      'tldraw_sans bold',
      'tldraw_sans normal',
    ])
    expect(facesOf({ type: 'zone', props: {} })).toEqual([])
  })

  it('are the bold letters of other scripts too', () => {
    expect(facesOf({ type: 'zone', props: { title: 'Ιδέες' } })).toEqual([
      'tldraw_sans bold',
      'stip_scripts bold',
    ])
  })

  it('are a bold one for the tab of a hoofdpunt', () => {
    const props = { font: 'sans' }
    expect(facesOf({ type: 'note', props })).toEqual(['tldraw_sans normal'])
    expect(facesOf({ type: 'note', props, meta: { keyCard: true } })).toEqual([
      'tldraw_sans normal',
      'tldraw_sans bold',
    ])
  })
})

function facesOf(partial: Omit<TLShapePartial, 'id'>): string[] {
  const editor: Editor = headlessEditor(createBoardStore(), {})
  const id = createShapeId()
  editor.createShape({ id, ...partial })
  const shape = editor.getShape(id)
  if (shape === undefined) throw new Error('It is not on the board.')
  return editor
    .getShapeUtil(shape)
    .getFontFaces(shape)
    .map(({ family, weight }) => `${family} ${weight}`)
}
