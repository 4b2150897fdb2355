import { extensions } from '@tiptap/core'

/**
 * Leaves the caret where a person put it. A tenth of a second after a text editor opened, tldraw
 * sends the caret to the end once more; who pressed Home by then would type after the rest.
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
    }
  },
})
