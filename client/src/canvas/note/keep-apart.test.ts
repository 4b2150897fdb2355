// @vitest-environment jsdom
import { zoneRecord } from '@stip/board'
import { createShapeId, tipTapDefaultExtensions } from 'tldraw'
import type { Editor, TLShape, TLShapeId, VecLike } from 'tldraw'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { keepApart } from './keep-apart.ts'

beforeAll(fillGapsOfJsdom)

const [upper, lower] = [createShapeId('upper'), createShapeId('lower')]

describe('[O10] what one puts in a zone by hand', () => {
  it('comes below the words of the zone when it was let go on them', async () => {
    const editor = aBoard()
    drag(editor, upper, { x: 150, y: 20 })
    await frames()
    expect(editor.getShape(upper)).toMatchObject({ x: 50, y: expect.closeTo(92.8, 0) })
  })

  it('stays where it was let go elsewhere, over another note too', async () => {
    const editor = aBoard()
    drag(editor, upper, { x: 150, y: 390 })
    await frames()
    expect(editor.getShape(upper)).toMatchObject({ x: 50, y: 290 })
  })

  it('goes where there is room when words made it longer than the room below it', async () => {
    const editor = aBoard()
    write(editor, upper, 40)
    await frames()
    expect(editor.getShape(upper)).toMatchObject({ x: 30, y: 100 })
    write(editor, upper, 150)
    await frames()
    const moved = editor.getShape(upper)
    expect(moved).toMatchObject({ x: 240 })
    expect(editor.getShape(lower)).toMatchObject({ x: 30, y: 400 })
  })
})

function aBoard(): Editor {
  const store = createBoardStore()
  const looks = { color: 'yellow', style: 'area', letter: '', question: '' } as const
  const place = { x: 0, y: 0, w: 600, h: 1200, index: 'Y01' }
  store.put([
    zoneRecord({ id: 'shape:vak', title: 'Vak', ...looks, ...place }) as unknown as TLShape,
  ])
  const editor = headlessEditor(store, { tipTapConfig: { extensions: tipTapDefaultExtensions } })
  editor.createShape({ id: upper, type: 'note', x: 30, y: 100, props: { scale: 1 } })
  editor.createShape({ id: lower, type: 'note', x: 30, y: 400, props: { scale: 1 } })
  keepApart(editor)
  return editor
}

/** Drags a note by its middle to a place, and lets go. */
function drag(editor: Editor, id: TLShapeId, to: VecLike): void {
  const from = editor.getShapePageBounds(id)?.center ?? to
  editor.setCurrentTool('select')
  for (const [name, { x, y }] of [
    ['pointer_move', from],
    ['pointer_down', from],
    ['pointer_move', { x: from.x + 30, y: from.y }],
    ['pointer_move', to],
    ['pointer_up', to],
  ] as const) {
    editor.dispatch({
      type: 'pointer',
      target: 'canvas',
      name,
      point: { x, y, z: 0.5 },
      pointerId: 1,
      button: 0,
      isPen: false,
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      accelKey: false,
    })
    editor.emit('tick', 20)
  }
}

/** Writes on a note until it is so much higher. */
function write(editor: Editor, id: TLShapeId, growY: number): void {
  editor.select(id)
  editor.setEditingShape(id)
  editor.updateShape({ id, type: 'note', props: { growY } })
  editor.setEditingShape(null)
}

function frames(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  )
}
