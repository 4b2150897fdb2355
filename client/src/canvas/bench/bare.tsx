import type { Root } from 'react-dom/client'
import {
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  Tldraw,
  useKeyboardShortcuts,
} from 'tldraw'
import type { Editor, TLAnyShapeUtilConstructor, TLShape } from 'tldraw'
import { assetUrls } from '../setup/assets.ts'
import { sharedRecordOf } from '../binding/shared-record.ts'
import { recordOf } from './notes.ts'
import type { BenchNote } from './notes.ts'

interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** tldraw as it comes, with these notes seen from here: what a board is measured against. */
export function showBare(root: Root, notes: readonly BenchNote[], camera: Camera): Promise<void> {
  const store = createTLStore({
    shapeUtils: defaultShapeUtils as unknown as TLAnyShapeUtilConstructor[],
    bindingUtils: defaultBindingUtils,
  })
  return new Promise((resolve) => {
    const mounted = (editor: Editor): void => {
      store.put(notes.map((note) => sharedRecordOf(recordOf(note)) as TLShape))
      Object.assign(window, {
        lookAgain: () => void editor.setCamera(camera, { immediate: true }),
      })
      editor.setCamera(camera, { immediate: true })
      editor.setCurrentTool('select')
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    }
    root.render(
      <Tldraw store={store} assetUrls={assetUrls} onMount={mounted} hideUi>
        <Keyboard />
      </Tldraw>,
    )
  })
}

/** Without its own interface tldraw has no keys, and everything is selected with one. */
function Keyboard(): null {
  useKeyboardShortcuts()
  return null
}
