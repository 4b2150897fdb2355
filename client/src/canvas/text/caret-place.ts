import { extensions } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'

/**
 * Leaves the caret where a person put it. A tenth of a second after a text editor opened, tldraw
 * sends the caret to the end once more; who pressed Home by then would type after the rest. And who
 * opens a note with a click beside its words would have all of them chosen, and the first letter
 * would replace what everybody wrote.
 */
export const caretPlace = extensions.Commands.extend({
  name: 'caretPlace',
  addCommands() {
    const commands = this.parent?.() ?? {}
    return {
      ...commands,
      focus: (position, options) => (props) => {
        if (position === 'end' && props.view.hasFocus()) return true
        return commands.focus?.(position, options)(props) ?? false
      },
      selectAll: () => (props) => {
        // tldraw places the caret while the text editor is being made; a person comes after that.
        if (props.editor.isInitialized) return commands.selectAll?.()(props) ?? false
        props.tr.setSelection(Selection.atEnd(props.tr.doc))
        return true
      },
    }
  },
})
