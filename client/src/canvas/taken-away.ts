import { isTakenAway } from '@stip/documents'
import type { Editor } from 'tldraw'
import { nlCanvas } from '../texts/board/nl-canvas.ts'
import type { BoardBinding } from './binding/board-binding.ts'
import type { Notices } from './notices.ts'

/**
 * When somebody deletes what this person is typing in, says so and offers it back. Lets go of the
 * keyboard as well: the next letters of the word would otherwise pick tools.
 */
export function tellWhenTakenAway(
  editor: Editor,
  binding: BoardBinding,
  notices: Notices,
): () => void {
  return editor.sideEffects.registerAfterDeleteHandler('shape', ({ id }, source) => {
    if (source !== 'remote' || id !== binding.typedIn) return
    editor.timers.setTimeout(() => editor.blur(), 0)
    const isForGood = isTakenAway(binding.document, id)
    notices.show({
      kind: 'problem',
      text: isForGood ? nlCanvas.takenAwayByFacilitator : nlCanvas.takenAway,
      ...(!isForGood && {
        action: { name: nlCanvas.putBack, run: () => binding.putBack([id]) },
      }),
    })
  })
}
