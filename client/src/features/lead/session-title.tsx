import { limits } from '@stip/workshop'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Button } from '../../ui/controls/button.tsx'

interface SessionTitleProps {
  readonly title: string
  readonly isOver: boolean
  readonly onRename: (title: string) => void
}

/** What the evening is called. A press on the name changes it in place. */
export function SessionTitle({ title, isOver, onRename }: SessionTitleProps): ReactElement {
  const [typed, setTyped] = useState<string | undefined>()
  const name = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const isEditing = typed !== undefined
  useEffect(() => {
    if (isEditing) field.current?.select()
  }, [isEditing])
  const texts = nlConsole.header
  const stop = () => {
    setTyped(undefined)
    // The name is back a moment later; who works with a keyboard goes on from there.
    requestAnimationFrame(() => name.current?.focus())
  }
  if (isOver)
    return (
      <h1 className="stip-session-title" dir="auto">
        {title}
      </h1>
    )
  if (typed === undefined) {
    return (
      <h1 className="stip-session-title">
        <button
          ref={name}
          type="button"
          className="stip-session-title__name"
          title={texts.rename}
          onClick={() => setTyped(title)}
        >
          <span className="stip-session-title__text" dir="auto">
            {title}
          </span>
          <IconPencil size={18} aria-hidden="true" />
          <span className="stip-hidden">{texts.rename}</span>
        </button>
      </h1>
    )
  }
  return (
    <form
      className="stip-session-title__form"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '' && typed.trim() !== title) onRename(typed.trim())
        stop()
      }}
    >
      <h1 className="stip-hidden" dir="auto">
        {title}
      </h1>
      <input
        ref={field}
        dir="auto"
        className="utrecht-textbox stip-session-title__field"
        aria-label={texts.renameLabel}
        value={typed}
        maxLength={limits.titleLength}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') stop()
        }}
      />
      <Button type="submit" size="small">
        {texts.renameSave}
      </Button>
      <Button kind="subtle" size="small" onClick={stop}>
        {nlConsole.people.cancel}
      </Button>
    </form>
  )
}
