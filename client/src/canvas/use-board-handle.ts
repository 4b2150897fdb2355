import { useImperativeHandle } from 'react'
import type { Ref } from 'react'
import { Box } from 'tldraw'
import type { Editor } from 'tldraw'
import type { BoardBinding } from './binding/board-binding.ts'
import { part } from '../live/part.ts'
import type { BoardHandle } from './board-props.ts'
import type { View } from './view/use-view.ts'
import { zoneAt } from './zone/zones-on-screen.ts'

/** Room around the picture, in board units. */
const PADDING = 48

/** Gives a screen a handle on its board; undefined until the board is on screen. */
export function useBoardHandle(
  ref: Ref<BoardHandle> | undefined,
  editor: Editor | undefined,
  binding: BoardBinding,
  view: View,
): void {
  useImperativeHandle(ref, () => handleOf(editor, binding, view), [editor, binding, view])
}

function handleOf(editor: Editor | undefined, binding: BoardBinding, view: View): BoardHandle {
  const drawn = (): Editor => {
    if (editor === undefined) throw new Error('The board is not on screen yet.')
    // What came in since the last frame belongs in the picture too.
    binding.flush()
    return editor
  }
  return {
    exportPngs: async (making) => {
      const { pngsOf } = await part(() => import('./picture/index.ts'))
      return pngsOf(drawn(), making)
    },
    exportSvg: async () => svgOf(drawn()),
    zoneAt: (point) => editor && zoneAt(editor, editor.screenToPage(point))?.id,
    zoomToArea: view.goTo,
    zoomToFit: view.goToBoard,
  }
}

async function svgOf(editor: Editor): Promise<Blob> {
  const shapes = [...editor.getCurrentPageShapeIds()]
  const { blob } = await editor.toImage(shapes, {
    format: 'svg',
    background: true,
    padding: PADDING,
    darkMode: false,
    // An empty board is a picture too: a sheet of paper.
    ...(shapes.length === 0 && { bounds: new Box(0, 0, 1200, 675) }),
  })
  const { readableEverywhere } = await part(() => import('./svg-words/index.ts'))
  return readableEverywhere(blob)
}
