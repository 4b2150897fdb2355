// @vitest-environment jsdom
import type { Area } from '@stip/api'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { createShapeId } from 'tldraw'
import type { Editor } from 'tldraw'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { useView } from './use-view.ts'

const note = createShapeId('open')
const first: Area = { x: 0, y: 0, w: 2400, h: 1350 }
const second: Area = { ...first, y: 1590 }

beforeAll(() => {
  fillGapsOfJsdom()
  // Without flights: where one looks is where one went.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, matchMedia })
})

describe('[B200] a step that begins', () => {
  it('lets go what was chosen in the step before, so that Delete removes nothing out of sight', async () => {
    const { editor, begin } = await aBoard()
    editor.select(note)
    await begin(second)
    expect(editor.getSelectedShapeIds()).toEqual([])
    expect(editor.getViewportPageBounds().y < 1000).toBe(false)
  })

  it('waits while somebody types in a note, and comes when they are done', async () => {
    const { editor, begin } = await aBoard()
    editor.select(note)
    type(editor)
    const before = editor.getCamera()
    await begin(second)
    expect([editor.getCamera(), editor.getEditingShapeId()]).toEqual([before, note])
    editor.complete()
    await frames()
    expect(editor.getCamera().y).toBeLessThan(before.y)
    expect(editor.getSelectedShapeIds()).toEqual([])
  })

  it('waits while somebody drags a note, and lets them put it down', async () => {
    const { editor, begin, point } = await aBoard()
    editor.setCurrentTool('select')
    point('pointer_down', 0)
    point('pointer_move', 60)
    expect(editor.getPath()).toBe('select.translating')
    const before = editor.getCamera()
    await begin(second)
    expect(editor.getCamera()).toEqual(before)
    point('pointer_move', 100)
    point('pointer_up', 100)
    await frames()
    expect(editor.getShape(note)?.x).toBeGreaterThan(500)
    expect(editor.getCamera().y).toBeLessThan(before.y)
  })

  it('of two that began meanwhile, only the last is gone to', async () => {
    const { editor, begin } = await aBoard()
    type(editor)
    await begin(second)
    await begin(first)
    const before = editor.getCamera()
    editor.complete()
    await frames()
    expect(editor.getCamera().y).toBe(before.y)
  })
})

/** A board on which one looks at the first step, with a note in it. */
async function aBoard() {
  const editor = headlessEditor(createBoardStore(), {})
  editor.createShape({ id: note, type: 'note', x: 400, y: 400, props: { scale: 1.75 } })
  const root = createRoot(document.createElement('div'))
  function Viewer({ area }: { readonly area: Area }): null {
    useView(editor, area, 'full')
    return null
  }
  const begin = async (area: Area): Promise<void> => {
    await act(async () => root.render(<Viewer area={area} />))
    await frames()
  }
  await begin(first)
  const noteOnScreen = (): { x: number; y: number } => {
    const bounds = editor.getShapePageBounds(note)
    if (bounds === undefined) throw new Error('The note is gone.')
    return editor.pageToViewport(bounds.center)
  }
  const point = (name: 'pointer_down' | 'pointer_move' | 'pointer_up', dx: number): void => {
    const { x, y } = at
    editor.dispatch({
      type: 'pointer',
      target: 'canvas',
      name,
      point: { x: x + dx, y, z: 0.5 },
      pointerId: 1,
      button: 0,
      isPen: false,
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      accelKey: false,
    })
    editor.emit('tick', 16)
  }
  const at = noteOnScreen()
  return { editor, begin, point }
}

/** Opens the note for writing. */
function type(editor: Editor): void {
  const shape = editor.getShape(note)
  if (shape === undefined) throw new Error('The note is gone.')
  editor.setEditingShape(note)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

/** Long enough for a flight. */
async function frames(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

function matchMedia(media: string) {
  return { media, matches: true, addEventListener() {}, removeEventListener() {} }
}
