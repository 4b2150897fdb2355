import { IconDots, IconFocus2, IconLine } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { useEditor, useValue } from 'tldraw'
import { nlCanvas } from '../../texts/board/nl-canvas.ts'
import { ToolButton } from './tool-button.tsx'

const tools = [
  ['horizon', IconLine],
  ['laser', IconFocus2],
] as const

/** The tools that few people need, behind one button. */
export function MoreTools(): ReactElement {
  const editor = useEditor()
  const details = useRef<HTMLDetailsElement>(null)
  const held = useValue('tool', () => editor.getCurrentToolId(), [editor])
  const isHeld = tools.some(([tool]) => tool === held)
  useEffect(() => closesByItself(details.current), [])
  return (
    <details ref={details} className="stip-more">
      <summary className="stip-tool" title={nlCanvas.more.hint} data-held={isHeld}>
        <IconDots aria-hidden size={24} stroke={1.75} />
        <span>{nlCanvas.more.name}</span>
      </summary>
      <div className="stip-more__tools">
        {tools.map(([tool, Icon]) => {
          const { name, hint, key } = nlCanvas.more[tool]
          return (
            <ToolButton
              key={tool}
              name={name}
              hint={key === '' ? hint : `${hint} (${key})`}
              icon={<Icon aria-hidden size={24} stroke={1.75} />}
              isHeld={held === tool}
              onPress={() => {
                details.current?.removeAttribute('open')
                editor.setCurrentTool(tool)
              }}
            />
          )
        })}
      </div>
    </details>
  )
}

/** Escape closes it and goes back to its button; so does going elsewhere, without going back. */
function closesByItself(details: HTMLDetailsElement | null): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || details?.open !== true) return
    event.stopPropagation()
    details.open = false
    details.querySelector('summary')?.focus()
  }
  const left = ({ relatedTarget }: FocusEvent): void => {
    const isInside = relatedTarget instanceof Node && details?.contains(relatedTarget)
    if (details !== null && isInside !== true) details.open = false
  }
  details?.addEventListener('keydown', pressed)
  details?.addEventListener('focusout', left)
  return () => {
    details?.removeEventListener('keydown', pressed)
    details?.removeEventListener('focusout', left)
  }
}
