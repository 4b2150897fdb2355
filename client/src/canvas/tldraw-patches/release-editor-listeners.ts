import type { Editor } from 'tldraw'

/** The part of tldraw that follows the focus, as far as it is needed here. */
interface FocusManager {
  editor: {
    readonly getContainer: () => HTMLElement
    readonly isIn: () => boolean
    readonly complete: () => void
  }
  disposeSideEffectListener?: (() => void) | undefined
}

/**
 * Lets go of an editor when its board is closed. In tldraw 3.15.6 two listeners on the page outlive
 * it (they are added bound and removed unbound), and hold the editor, its store and its document for
 * as long as the page is open.
 */
export function releaseListenersWhenClosed(editor: Editor): void {
  editor.disposables.add(() => {
    const { focusManager } = editor as unknown as { readonly focusManager: FocusManager }
    focusManager.editor = nobody
    focusManager.disposeSideEffectListener = undefined
  })
}

const nowhere = document.createElement('div')
const nobody: FocusManager['editor'] = {
  getContainer: () => nowhere,
  isIn: () => true,
  complete() {},
}
