import type { OutlineItem } from '@stip/board'
import { limits } from '@stip/documents/light'
import { useEffect, useId, useRef } from 'react'
import type { ReactElement } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { useOutlineTools } from '../outline-context.ts'

interface EditFormProps {
  readonly item: OutlineItem
  readonly onClose: () => void
}

/** The words of a note, while they are typed: everybody sees every letter. */
export function EditForm({ item, onClose }: EditFormProps): ReactElement {
  const { desk } = useOutlineTools()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const canWrite = desk.canWrite(item.id)
  useEffect(() => {
    const element = field.current
    if (element === null) return undefined
    const stop = desk.bindText(item.id, element)
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
    return stop
  }, [desk, item.id])
  return (
    <div className="stip-outline__form">
      <label className="stip-outline__label" htmlFor={id}>
        {nlOutline.edit.label}
      </label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        className="utrecht-textbox stip-outline__field"
        rows={3}
        maxLength={limits.typedTextLength}
        data-undo="board"
        readOnly={!canWrite}
        aria-describedby={canWrite ? undefined : `${id}-hint`}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          onClose()
        }}
      />
      {!canWrite && (
        <p id={`${id}-hint`} className="stip-outline__hint">
          {nlOutline.edit.onlyToRead}
        </p>
      )}
      <div className="stip-outline__actions">
        <Button kind="primary" size="small" onClick={onClose}>
          {nlOutline.edit.close}
        </Button>
      </div>
    </div>
  )
}
