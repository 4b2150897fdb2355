import type { OutlineItem } from '@stip/board'
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs'
import IconStarFilled from '@tabler/icons-react/dist/esm/icons/IconStarFilled.mjs'
import { useRef } from 'react'
import type { ReactElement } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { EditForm } from '../forms/edit-form.tsx'
import { useOutlineTools } from '../outline-context.ts'

interface PhoneItemProps {
  readonly item: OutlineItem
  /** Written on this phone: its writer may change it. */
  readonly isOwn: boolean
  readonly asksForKeyCards: boolean
  readonly onRemove: () => void
}

/** One note on a phone: its words, and only what makes sense with them here. */
export function PhoneItem({
  item,
  isOwn,
  asksForKeyCards,
  onRemove,
}: PhoneItemProps): ReactElement {
  const { desk, mayWrite, open, setOpen } = useOutlineTools()
  const row = useRef<HTMLLIElement>(null)
  const isEditing = open?.on === item.id
  const name = nlOutline.quoted(item.text)
  const close = (): void => {
    setOpen(undefined)
    // The form goes away with the focus in it.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus())
  }
  return (
    <li ref={row} data-item={item.id}>
      {isEditing ? (
        <EditForm item={item} onClose={close} />
      ) : (
        <p className="stip-outline__words" dir="auto">
          {item.isKeyCard && !asksForKeyCards && (
            <IconStarFilled size={16} aria-label={nlOutline.keyCard} />
          )}{' '}
          <bdi>{item.text}</bdi>
        </p>
      )}
      {mayWrite && !item.isLocked && !isEditing && (isOwn || asksForKeyCards) && (
        <div className="stip-lists__actions">
          {asksForKeyCards && item.kind === 'note' && (
            <Button
              kind="subtle"
              size="small"
              isPressed={item.isKeyCard}
              icon={item.isKeyCard ? <IconStarFilled size={18} /> : <IconStar size={18} />}
              aria-label={`${nlOutline.keyCard}: ${name}`}
              onClick={() => desk.markKeyCard(item.id, !item.isKeyCard)}
            >
              {nlOutline.keyCard}
            </Button>
          )}
          {isOwn && (
            <>
              <Button
                kind="subtle"
                size="small"
                aria-label={`${nlOutline.edit.action}: ${name}`}
                onClick={() => setOpen({ form: 'edit', on: item.id })}
              >
                {nlOutline.edit.action}
              </Button>
              <Button
                kind="subtle"
                size="small"
                aria-label={`${nlOutline.remove.action}: ${name}`}
                onClick={onRemove}
              >
                {nlOutline.remove.action}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
