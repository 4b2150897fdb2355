import type { Editor, TLUiActionItem, TLUiOverrides, TLUiToolItem } from 'tldraw'
import { canvasWords } from '../../texts/board/canvas-words.ts'
import { putNewNote } from '../note/new-note.ts'

/** What the keyboard may do; the rest of tldraw's actions need menus that a resident does not want. */
const actions: ReadonlySet<string> = new Set([
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'duplicate',
  'delete',
  'select-all',
  'bring-to-front',
  'bring-forward',
  'send-backward',
  'send-to-back',
  'zoom-in',
  'zoom-out',
  'zoom-to-100',
  'zoom-to-fit',
  'zoom-to-selection',
])

/** Tools with a key. Frames and groups are left out: nothing on our boards lies inside something else. */
const tools: ReadonlySet<string> = new Set([
  'select',
  'hand',
  'draw',
  'eraser',
  'note',
  'text',
  'arrow',
  'rectangle',
  'ellipse',
  'laser',
])

/** tldraw's keyboard shortcuts, without those that lead to things our boards do not have; its words in Dutch. */
export const shortcuts: TLUiOverrides = {
  translations: { nl: canvasWords },
  actions: (editor, all) => ({
    ...withOwnDuplicate(editor, only(all, actions)),
    'new-note': newNote(editor),
  }),
  tools: (editor, all) => ({ ...only(all, tools), stip: stip(editor) }),
}

function newNote(editor: Editor): TLUiActionItem {
  return { id: 'new-note', kbd: 'shift+n', onSelect: () => putNewNote(editor) }
}

function stip(editor: Editor): TLUiToolItem {
  return {
    id: 'stip',
    label: 'tool.ellipse',
    icon: 'tool-ellipse',
    kbd: 's',
    onSelect: () => {
      editor.setCurrentTool('stip')
    },
  }
}

/** How far a copy lies from what it was copied from, so that both can be seen. In board units. */
const COPY_OFFSET = 48

/** tldraw puts a copy beside the original and moves the view after it; ours lies on top, and the view stays. */
function withOwnDuplicate(
  editor: Editor,
  all: Record<string, TLUiActionItem>,
): Record<string, TLUiActionItem> {
  const { duplicate } = all
  if (duplicate === undefined) return all
  const onSelect = (): void => {
    if (editor.getIsReadonly()) return
    editor.duplicateShapes(editor.getSelectedShapeIds())
    editor.updateShapes(
      editor.getSelectedShapes().map((shape) => ({
        id: shape.id,
        type: shape.type,
        x: shape.x + COPY_OFFSET,
        y: shape.y + COPY_OFFSET,
      })),
    )
  }
  return { ...all, duplicate: { ...duplicate, onSelect } }
}

function only<Item>(all: Record<string, Item>, names: ReadonlySet<string>): Record<string, Item> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
}
