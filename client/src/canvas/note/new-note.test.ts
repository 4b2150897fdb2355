// @vitest-environment jsdom
import { Box, createShapeId } from 'tldraw'
import type { Editor, TLNoteShape, TLShape } from 'tldraw'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createBoardStore } from '../board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { putNewNote } from './new-note.ts'

beforeAll(fillGapsOfJsdom)

/** As large as a new note is made beside all zones. */
const SIDE = 350

describe('a new note', () => {
  it('comes on a free spot, near the middle of what one sees', () => {
    const editor = anEditor()
    const first = press(editor)
    const second = press(editor)
    expect(first.center.dist(editor.getViewportPageBounds().center)).toBeLessThan(SIDE)
    expect(overlap(first, second)).toBe(0)
  })

  it('finds the one gap that is left, wherever it is', () => {
    const editor = anEditor()
    const { x, y, w, h } = editor.getViewportPageBounds()
    const gap = { x: x + 301, y: y + 233 }
    aBox(editor, { x, y, w: gap.x - x - 5, h })
    aBox(editor, { x: gap.x + SIDE + 95, y, w, h })
    aBox(editor, { x, y, w, h: gap.y - y - 5 })
    aBox(editor, { x, y: gap.y + SIDE + 95, w, h })
    const note = press(editor)
    for (const shape of others(editor)) expect(overlap(boundsOf(editor, shape), note)).toBe(0)
  })

  it('looks at so many places and no more, however far away one stands', () => {
    const editor = anEditor()
    const asked = vi.spyOn(Box.prototype, 'clone')
    const asksAt = (z: number): number => {
      editor.setCamera({ x: 0, y: 0, z })
      asked.mockClear()
      press(editor)
      return asked.mock.calls.length
    }
    expect(asksAt(0.02)).toBeLessThan(asksAt(0.1) * 2)
    asked.mockRestore()
  })

  it('covers as little as it can where nothing is free, and lines rather than notes', () => {
    const editor = anEditor()
    const { x, y, w, h } = editor.getViewportPageBounds()
    aBox(editor, { x, y, w: w * 0.6, h })
    const line = createShapeId('line')
    const end = { x: w * 0.4, y: h }
    editor.createShape({ id: line, type: 'arrow', x: x + w * 0.6, y, props: { end } })
    const note = press(editor)
    const [box] = others(editor)
    expect(box?.type).toBe('geo')
    expect(box && overlap(boundsOf(editor, box), note)).toBe(0)
  })
})

/** Presses the button, and says where the note came. */
function press(editor: Editor): Box {
  putNewNote(editor)
  const note = editor.getOnlySelectedShape() as TLNoteShape
  expect(note.type).toBe('note')
  editor.setEditingShape(null)
  return boundsOf(editor, note)
}

function others(editor: Editor): TLShape[] {
  return editor.getCurrentPageShapes().filter(({ type }) => type === 'geo')
}

function aBox(
  editor: Editor,
  {
    x,
    y,
    w,
    h,
  }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): void {
  editor.createShape({ type: 'geo', x, y, props: { w, h } })
}

function boundsOf(editor: Editor, shape: TLShape): Box {
  const bounds = editor.getShapePageBounds(shape)
  if (bounds === undefined) throw new Error('It is not on the page.')
  return bounds
}

/** How much of one the other covers, in square board units. */
function overlap(one: Box, other: Box): number {
  const width = Math.min(one.maxX, other.maxX) - Math.max(one.x, other.x)
  const height = Math.min(one.maxY, other.maxY) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

function anEditor(): Editor {
  const editor = headlessEditor(createBoardStore(), {})
  editor.setCamera({ x: 0, y: 0, z: 0.8 })
  return editor
}
