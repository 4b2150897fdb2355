// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createShapeId } from 'tldraw'
import type { Editor, TLNoteShape, TLShapeId, TLShapePartial } from 'tldraw'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { lookLightly } from './viewport-culling.ts'
import { drawInTurns } from './rendering-shapes.ts'
import { findLightly } from './shape-at-point.ts'
import { snapNearby } from './snap-nearby.ts'

beforeAll(fillGapsOfJsdom)

const far = 100_000
/** Nothing, notes, notes with something else, one that is turned later, one in a group, one that goes. */
const selections = [[], [1], [6, 7], [6, 8], [2], [2, 6], [3, 6], [5]] as const

describe('drawing a full board', () => {
  it('finds around everything and under the pointer what tldraw finds', () => {
    const [ours, theirs] = [aBoard(), aBoard()]
    lookLightly(ours)
    findLightly(ours)
    expect(look(ours)).toEqual(look(theirs))
    for (const editor of [ours, theirs]) {
      editor.setCamera({ x: -200, y: -100, z: 0.5 })
      editor.updateShapes([{ id: id(1), type: 'note', x: far, y: 0 }, turned(2)])
      editor.groupShapes([id(3), id(4)])
      editor.deleteShapes([id(5)])
    }
    expect(look(ours)).toEqual(look(theirs))
  })

  it('hides what is far away, keeps what is near ready, and changes nothing while one looks about', () => {
    const [ours, theirs] = [aBoard(), aBoard()]
    lookLightly(ours)
    for (const editor of [ours, theirs]) {
      editor.updateShapes([
        { id: id(1), type: 'note', x: far, y: 0 },
        { id: id(2), type: 'note', x: 1250, y: 0 },
      ])
    }
    expect([...theirs.getCulledShapes()]).toEqual(expect.arrayContaining([id(1), id(2)]))
    const hidden = ours.getCulledShapes()
    expect(hidden).toContain(id(1))
    expect(hidden).not.toContain(id(2))
    ours.setCamera({ x: -200, y: 0, z: 1 })
    expect(ours.getCulledShapes()).toBe(hidden)
    ours.setCamera({ x: -far, y: 0, z: 1 })
    expect(ours.getCulledShapes()).not.toContain(id(1))
    expect(ours.getCulledShapes()).toContain(id(2))
  })

  it('begins a drag with the notes in sight, and with whatever is no note', () => {
    const editor = aBoard()
    const seen: string[] = []
    const drag = editor.getStateDescendant('select.translating')
    if (drag !== undefined) {
      drag.onEnter = () => seen.push(...editor.getCurrentPageShapes().map((shape) => shape.id))
    }
    editor.updateShape({ id: id(1), type: 'note', x: far, y: 0 })
    const [box] = editor.getCurrentPageShapes().filter(({ type }) => type === 'geo')
    if (box !== undefined) editor.updateShape({ id: box.id, type: 'geo', x: far, y: far })
    snapNearby(editor)
    drag?.onEnter?.({}, 'select.idle')
    expect(seen).toContain(id(2))
    expect(seen).toContain(box?.id)
    expect(seen).not.toContain(id(1))
    expect(editor.getCurrentPageShapes().map((shape) => shape.id)).toContain(id(1))
  })

  it('is the same list while shapes only move, and tells what else changes', () => {
    const editor = aBoard()
    drawInTurns(editor)
    const before = editor.getRenderingShapes()
    editor.updateShape({ id: id(1), type: 'note', x: 5 })
    expect(editor.getRenderingShapes()).toBe(before)
    editor.updateShape<TLNoteShape>({ id: id(1), type: 'note', props: { color: 'blue' } })
    expect(drawnAs(editor, id(1))?.shape.props).toHaveProperty('color', 'blue')
    editor.deleteShapes([id(1)])
    expect(drawnAs(editor, id(1))).toBeUndefined()
    editor.bringToFront([id(2)])
    expect(drawnAs(editor, id(2))?.index).toBe(
      Math.max(...editor.getRenderingShapes().map(({ index }) => index)),
    )
  })

  it('takes turns with many shapes, and begins with what is in sight', () => {
    vi.useFakeTimers()
    try {
      const editor = aBoard()
      drawInTurns(editor)
      editor.store.mergeRemoteChanges(() => editor.store.put(many(1000)))
      const first = editor.getRenderingShapes()
      expect(first.length).toBeLessThan(500)
      expect(first.map((shape) => shape.id)).toContain('shape:many0')
      expect(first.map((shape) => shape.id)).not.toContain('shape:many999')
      for (let turn = 0; turn < 40; turn++) {
        vi.advanceTimersToNextFrame()
        editor.getRenderingShapes()
      }
      expect(editor.getRenderingShapes().length).toBe(editor.getCurrentPageShapeIds().size)
    } finally {
      vi.useRealTimers()
    }
  })
})

function look(editor: Editor): readonly unknown[] {
  return [
    editor.getCurrentPageBounds()?.toJson(),
    selections.map((numbers) => {
      editor.select(...numbers.map(id))
      return [
        editor.getSelectionRotation(),
        editor.getSelectionPageBounds()?.toJson(),
        editor.getSelectionRotatedPageBounds()?.toJson(),
      ]
    }),
    [...spots()].map((point) => editor.getShapeAtPoint(point, { margin: 4 })?.id),
  ]
}

function aBoard(): Editor {
  const editor = headlessEditor(createBoardStore(), {})
  editor.createShapes(
    Array.from({ length: 8 }, (_, number) => ({
      id: id(number),
      type: 'note',
      x: (number % 4) * 500,
      y: Math.floor(number / 4) * 500,
    })),
  )
  editor.createShape({ id: id(8), type: 'geo', x: 100, y: 100, props: { w: 900, h: 300 } })
  return editor
}

function many(count: number): TLNoteShape[] {
  const editor = aBoard()
  const [note] = editor.getCurrentPageShapes()
  if (note?.type !== 'note') throw new Error('There is no note.')
  return Array.from({ length: count }, (_, number) => ({
    ...(note as TLNoteShape),
    id: createShapeId(`many${number}`),
    x: number < 100 ? number : far,
  }))
}

function turned(number: number): TLShapePartial {
  return { id: id(number), type: 'note', rotation: 1 }
}

function* spots(): Generator<{ readonly x: number; readonly y: number }> {
  for (let x = -50; x < 2000; x += 95) for (let y = -50; y < 1000; y += 95) yield { x, y }
}

function drawnAs(editor: Editor, shape: TLShapeId) {
  return editor.getRenderingShapes().find(({ id: each }) => each === shape)
}

function id(number: number): TLShapeId {
  return createShapeId(`note${number}`)
}
