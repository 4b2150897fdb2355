import { fitOf, textFragment } from '@stip/documents'
import { Extension } from '@tiptap/core'
import type { AnyExtension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Transaction } from '@tiptap/pm/state'
import type { Editor, TLTextOptions } from 'tldraw'
import { tipTapDefaultExtensions } from 'tldraw'
import { yCursorPlugin, ySyncPlugin, ySyncPluginKey } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { BoardBinding } from '../binding/board-binding.ts'
import { addFontsFromNode } from '../fonts/script-fonts.ts'
import { caretPlace } from './caret-place.ts'
import { caretOf, selectionOf } from './caret.ts'
import { makeRoomForWords } from './room-for-words.ts'
import { wordsInOnePiece } from './composing.ts'
import { keptToSchema } from './kept-to-schema.ts'
import { keepWhole } from './whole-text.ts'

interface CoTypingOptions {
  readonly document: Y.Doc
  readonly awareness: Awareness
  readonly binding: BoardBinding
  /** The editor on screen; there is none yet when the options are made. */
  readonly editor: () => Editor | undefined
  /** A text was opened that can only be read here. */
  readonly onReadOnly?: () => void
}

/**
 * Lets several people type in one text at once: the text editor of tldraw writes letter by letter
 * into the document, and shows what others type without moving the caret.
 */
export function coTyping(options: CoTypingOptions): TLTextOptions {
  options.binding.undo.trackTyping(ySyncPluginKey)
  // Undo is our own; that of the text editor would also take back what others typed.
  const own = tipTapDefaultExtensions.map((extension: AnyExtension) =>
    extension.name === 'starterKit'
      ? extension.extend({}).configure({ ...extension.options, history: false })
      : extension,
  )
  const shared = Extension.create({
    name: 'coTyping',
    addProseMirrorPlugins: () => pluginsFor(options),
  })
  // The text editor places the caret a moment after it opened. At the start, where it does so by
  // itself, what a quick typist wrote by then would come after the rest: "kI ben".
  return {
    tipTapConfig: { extensions: [...own, caretPlace, shared], autofocus: 'end' },
    addFontsFromNode,
  }
}

function pluginsFor(options: CoTypingOptions): Plugin[] {
  const { document, awareness, binding, editor } = options
  const shape = editor()?.getEditingShapeId()
  if (shape === undefined || shape === null) return []
  // A note that was put down this instant has no text to type in yet.
  binding.flushOut()
  const fragment = textFragment(document, shape)
  if (fragment === undefined) return []
  if (fitOf(fragment) === 'foreign') {
    options.onReadOnly?.()
    return [forReading()]
  }
  makeRoomForWords(fragment)
  return [
    keptToSchema(),
    new Plugin({
      view: () => {
        const stop = keepWhole(document, fragment)
        binding.typedIn = shape
        return {
          destroy: () => {
            stop()
            if (binding.typedIn === shape) binding.typedIn = undefined
            binding.showAgain(shape)
          },
        }
      },
    }),
    ySyncPlugin(fragment) as Plugin,
    wordsInOnePiece(fragment),
    yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: selectionOf }) as Plugin,
  ]
}

/**
 * A text in which things stand where no editor of ours puts them, as a board from before may hold:
 * bound to an editor it would lose them, words and all, in the name of whoever opened it.
 */
function forReading(): Plugin {
  return new Plugin({
    props: { editable: () => false },
    // What others write is shown.
    filterTransaction: (transaction: Transaction) =>
      !transaction.docChanged || transaction.getMeta('preventUpdate') === true,
  })
}
