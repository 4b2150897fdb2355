import type { OutlineItem, OutlineSection } from '@stip/board'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconStar from '@tabler/icons-react/dist/esm/icons/IconStar.mjs'
import IconStarFilled from '@tabler/icons-react/dist/esm/icons/IconStarFilled.mjs'
import { useRef } from 'react'
import type { ReactElement } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { ItemForms } from '../forms/item-forms.tsx'
import { ItemMenu } from './item-menu.tsx'
import { useOutlineTools } from '../outline-context.ts'

interface ItemCardProps {
  readonly item: OutlineItem
  readonly section: OutlineSection
}

const written: ReadonlySet<OutlineItem['kind']> = new Set(['note', 'text', 'shape'])

/** One note, text or picture, with all that one can do with it. */
export function ItemCard({ item, section }: ItemCardProps): ReactElement {
  const { mayWrite, open, setOpen, askOrigin } = useOutlineTools()
  const card = useRef<HTMLLIElement>(null)
  const isEditing = open?.on === item.id && open.form === 'edit'
  const close = (): void => {
    setOpen(undefined)
    // The form goes away with the focus in it.
    requestAnimationFrame(() => card.current?.querySelector('button')?.focus())
  }
  return (
    <li
      ref={card}
      className={`stip-outline__item stip-outline__item--${item.kind}`}
      data-color={item.color}
      data-item={item.id}
    >
      <ItemWords item={item} isHidden={isEditing} />
      {mayWrite && !item.isLocked && !isEditing && <ItemActions item={item} />}
      {(!mayWrite || item.isLocked) && askOrigin !== undefined && (
        <Button
          kind="subtle"
          size="small"
          aria-label={`${nlOutline.origin} ${nlOutline.quoted(item.text)}`}
          onClick={() => askOrigin(item.id)}
        >
          {nlOutline.origin}
        </Button>
      )}
      {mayWrite && <ItemForms item={item} section={section} onClose={close} />}
    </li>
  )
}

function ItemWords({ item, isHidden }: { item: OutlineItem; isHidden: boolean }): ReactElement {
  const isNote = item.kind === 'note'
  const nothing = item.kind === 'image' ? nlOutline.picture : nlOutline.emptyNote
  return (
    <>
      {(!isNote || item.isKeyCard || item.describes !== undefined) && (
        <p className="stip-outline__kind">
          {item.isKeyCard && (
            <span className="stip-outline__key">
              <IconStarFilled size={16} aria-hidden="true" /> {nlOutline.keyCard}
            </span>
          )}
          {!isNote && item.describes === undefined && <span>{nlOutline.kinds[item.kind]}</span>}
          {item.describes !== undefined && <span>{nlOutline.described}</span>}
        </p>
      )}
      {!isHidden && (
        <p
          className={item.text === '' ? 'stip-outline__nothing' : 'stip-outline__words'}
          dir="auto"
        >
          {item.text === '' ? nothing : item.text}
        </p>
      )}
      {item.connections.length > 0 && (
        <ul className="stip-outline__ties">
          {item.connections.map((tie) => (
            <li key={`${tie.arrow} ${tie.direction}`} dir="auto">
              {nlOutline.connect[tie.direction](tie)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ItemActions({ item }: { readonly item: OutlineItem }): ReactElement {
  const { desk, say, hasStars, setOpen } = useOutlineTools()
  const name = nlOutline.quoted(item.text)
  return (
    <div className="stip-outline__actions">
      {written.has(item.kind) && (
        <Button
          kind="subtle"
          size="small"
          icon={<IconPencil size={18} aria-hidden="true" />}
          aria-label={`${nlOutline.edit.action}: ${name}`}
          onClick={() => setOpen({ form: 'edit', on: item.id })}
        >
          {nlOutline.edit.action}
        </Button>
      )}
      {hasStars && item.kind === 'note' && (
        <Button
          kind="subtle"
          size="small"
          isPressed={item.isKeyCard}
          icon={item.isKeyCard ? <IconStarFilled size={18} /> : <IconStar size={18} />}
          aria-label={`${nlOutline.keyCard}: ${name}`}
          onClick={() => {
            desk.markKeyCard(item.id, !item.isKeyCard)
            say(item.isKeyCard ? nlOutline.mark.off(name) : nlOutline.mark.on(name))
          }}
        >
          {nlOutline.keyCard}
        </Button>
      )}
      <ItemMenu item={item} name={name} />
    </div>
  )
}
