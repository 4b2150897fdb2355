import {
  IconArrowUpRight,
  IconEraser,
  IconLetterT,
  IconPencil,
  IconPhoto,
  IconPointer,
} from '@tabler/icons-react'
import type { ComponentType, ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { IconStip } from '../stip/icon-stip.tsx'
import { MoreTools } from './more-tools.tsx'
import { ToolButton } from './tool-button.tsx'

const tools = [
  ['select', IconPointer],
  ['draw', IconPencil],
  ['text', IconLetterT],
  ['arrow', IconArrowUpRight],
  ['stip', IconStip],
  ['image', IconPhoto],
  ['eraser', IconEraser],
] as const satisfies readonly (readonly [
  keyof typeof nlCanvas.tools,
  ComponentType<{ size: number }>,
])[]

interface ToolbarProps {
  /** Photos may be put on the board now. */
  readonly hasImages: boolean
  /** The facilitator asks for notes, and nothing else. */
  readonly notesOnly: boolean
  readonly onChooseImage: () => void
}

/** The tools a resident needs, with words under the icons. */
export function Toolbar({ hasImages, notesOnly, onChooseImage }: ToolbarProps): ReactElement {
  const editor = useEditor()
  const held = useValue('tool', () => editor.getCurrentToolId(), [editor])
  return (
    <div className="stip-toolbar" role="toolbar" aria-label={nlCanvas.toolbar}>
      {tools.map(([tool, Icon]) => {
        if (tool === 'image' && !hasImages) return undefined
        if (tool !== 'select' && notesOnly) return undefined
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
      {!notesOnly && <MoreTools />}
    </div>
  )
}
