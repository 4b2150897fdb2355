// @vitest-environment jsdom
import { zoneRecord } from '@stip/board'
import { Box, createShapeId, tipTapDefaultExtensions } from 'tldraw'
import type { Editor, TLNoteShape, TLShape, TLTextShape } from 'tldraw'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { putNewNote, putNewNoteAt } from './new-note.ts'

beforeAll(fillGapsOfJsdom)

/** As large as a new note is made beside all zones. */
const SIDE = 230

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

describe('a new note in a zone', () => {
  const zones = [aZone('links', 0), aZone('rechts', 600)]

  it('[O10] comes in the zone of which one sees most, below its words and over nothing', () => {
    const editor = anEditor(zones)
    editor.setCamera({ x: -500, y: 0, z: 1 })
    const notes = Array.from({ length: 4 }, () => press(editor))
    for (const [place, note] of notes.entries()) {
      expect([note.x >= 600, note.maxX <= 1150, note.y > 60]).toEqual([true, true, true])
      for (const other of notes.slice(place + 1)) expect(overlap(note, other)).toBe(0)
    }
    expect(editor.getViewportPageBounds().contains(notes.at(-1) ?? new Box())).toBe(true)
  })

  it('[O10] comes where one taps twice, or beside what lies there', () => {
    const editor = anEditor(zones)
    const tap = (x: number, y: number): Box => {
      expect(putNewNoteAt(editor, { x, y })).toBe(true)
      const note = editor.getOnlySelectedShape() as TLNoteShape
      editor.setEditingShape(null)
      return boundsOf(editor, note)
    }
    const first = tap(900, 500)
    expect(first.center).toMatchObject({ x: 900, y: 500 })
    const second = tap(920, 480)
    expect([second.x >= 600, overlap(first, second)]).toEqual([true, 0])
    expect(tap(900, 20).y).toBeGreaterThan(60)
    expect(putNewNoteAt(editor, { x: 3000, y: 500 })).toBe(false)
  })
})

describe('[Z7] in a zone for sentences', () => {
  it('one writes a text as wide as the zone, in large letters', () => {
    const editor = anEditor([aZone('zin', 0, 'text')])
    putNewNote(editor)
    const text = editor.getOnlySelectedShape() as TLTextShape
    expect(text).toMatchObject({ type: 'text', x: 32, props: { autoSize: false } })
    expect(text.props.w * text.props.scale).toBe(550 - 64)
    expect(36 * text.props.scale).toBeGreaterThanOrEqual(44)
    expect(editor.getEditingShapeId()).toBe(text.id)
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

function aZone(name: string, x: number, kind = 'notes'): TLShape {
  const looks = { color: 'yellow', style: 'area', letter: '' } as const
  const place = { x, y: 0, w: 550, h: 700, index: 'Y01' }
  const words = { title: name, question: '' }
  const zone = zoneRecord({ id: `shape:${name}`, kind, ...words, ...looks, ...place })
  return zone as unknown as TLShape
}

function anEditor(zones: readonly TLShape[] = []): Editor {
  const store = createBoardStore()
  store.put([...zones])
  const editor = headlessEditor(store, { tipTapConfig: { extensions: tipTapDefaultExtensions } })
  editor.setCamera({ x: 0, y: 0, z: 0.8 })
  return editor
}
