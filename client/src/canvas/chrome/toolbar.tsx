import {
  IconArrowUpRight,
  IconEraser,
  IconLetterT,
  IconNote,
  IconPencil,
  IconPhoto,
  IconPointer,
} from '@tabler/icons-react'
import type { ComponentType, ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import { nlCanvas } from '../../texts/nl-canvas.ts'
import { ToolButton } from './tool-button.tsx'

const tools = [
  ['select', IconPointer],
  ['draw', IconPencil],
  ['note', IconNote],
  ['text', IconLetterT],
  ['arrow', IconArrowUpRight],
  ['image', IconPhoto],
  ['eraser', IconEraser],
] as const satisfies readonly (readonly [keyof typeof nlCanvas.tools, ComponentType])[]

/** The tools a resident needs, with words under the icons. */
export function Toolbar({ onChooseImage }: { readonly onChooseImage: () => void }): ReactElement {
  const editor = useEditor()
  const held = useValue('tool', () => editor.getCurrentToolId(), [editor])
  return (
    <div className="stip-toolbar" role="toolbar" aria-label={nlCanvas.toolbar}>
      {tools.map(([tool, Icon]) => {
        const { name, hint, key } = nlCanvas.tools[tool]
        const isImage = tool === 'image'
        return (
          <ToolButton
            key={tool}
            name={name}
            hint={key === '' ? hint : `${hint} (${key})`}
            icon={<Icon aria-hidden size={24} stroke={1.75} />}
            {...(!isImage && { isHeld: held === tool })}
            onPress={isImage ? onChooseImage : () => editor.setCurrentTool(tool)}
          />
        )
      })}
    </div>
  )
}
