import type { ReactElement } from 'react'
import { DefaultColorStyle, DefaultColorThemePalette, useEditor, useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { noteColors, penColors } from '../setup/colors.ts'
import type { ToolColor } from '../setup/colors.ts'
import { coloredTool } from '../setup/tool-defaults.ts'

/** A few colours, for the tool in hand or for what is selected. */
export function ColorRow(): ReactElement | null {
  const editor = useEditor()
  const subject = useValue('what gets a colour', () => subjectOf(editor), [editor])
  const current = useValue(
    'colour',
    // While things are dragged there is nothing to show it, and many to ask for it.
    () => (subjectOf(editor) === undefined ? undefined : colorNow(editor)),
    [editor],
  )
  if (subject === undefined) return null
  const colors: readonly ToolColor[] = subject === 'note' ? noteColors : penColors
  return (
    <div className="stip-toolbar stip-colors" role="radiogroup" aria-label={nlCanvas.colors}>
      {colors.map((color) => (
        <label key={color} className="stip-color" title={nlCanvas.colorNames[color]}>
          <input
            type="radio"
            name="stip-color"
            aria-label={nlCanvas.colorNames[color]}
            checked={current === color}
            onChange={() => setColor(editor, color)}
          />
          <span style={{ background: swatch(color, subject) }} />
        </label>
      ))}
    </div>
  )
}

function subjectOf(editor: Editor): 'note' | 'pen' | undefined {
  const tool = coloredTool(editor)
  if (tool !== undefined) return tool === 'note' ? 'note' : 'pen'
  if (editor.isInAny('select.brushing', 'select.translating')) return undefined
  const types = new Set(editor.getSelectedShapes().map((shape) => shape.type))
  if (types.size === 0 || types.has('image') || types.has('zone')) return undefined
  return types.size === 1 && types.has('note') ? 'note' : 'pen'
}

function colorNow(editor: Editor): string | undefined {
  const style = editor.getSharedStyles().get(DefaultColorStyle)
  return style?.type === 'shared' ? style.value : undefined
}

function setColor(editor: Editor, color: ToolColor): void {
  editor.run(() => {
    if (editor.isIn('select')) editor.setStyleForSelectedShapes(DefaultColorStyle, color)
    if (!editor.isIn('select')) editor.setStyleForNextShapes(DefaultColorStyle, color)
  })
}

function swatch(color: ToolColor, subject: 'note' | 'pen'): string {
  const theme = DefaultColorThemePalette.lightMode[color]
  return subject === 'note' ? theme.note.fill : theme.solid
}
