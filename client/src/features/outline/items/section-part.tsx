import type { OutlineSection } from '@stip/board'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useRef } from 'react'
import type { ReactElement } from 'react'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { Button } from '../../../ui/controls/button.tsx'
import { ItemCard } from './item-card.tsx'
import { useOutlineTools } from '../outline-context.ts'
import { WordsForm } from '../forms/words-form.tsx'

interface SectionPartProps {
  readonly section: OutlineSection
}

const headings = { 1: 'h3', 2: 'h4', 3: 'h5' } as const

/** One heading of the list with everything below it. */
export function SectionPart({ section }: SectionPartProps): ReactElement {
  const { mayWrite, nameOf } = useOutlineTools()
  const Heading = headings[section.level]
  const name = nameOf(section)
  const isEmpty = section.items.length === 0 && nlOutline.drawn(section.drawing) === ''
  return (
    <section
      className={`stip-outline__section stip-outline__section--${section.kind}`}
      aria-label={name}
      data-item={`section ${section.id}`}
      data-section={section.id}
    >
      <Heading className="stip-outline__heading" tabIndex={-1} dir="auto">
        {name}
      </Heading>
      {section.question !== '' && (
        <p className="stip-outline__question" dir="auto">
          {section.question}
        </p>
      )}
      <Drawn section={section} />
      {section.items.length > 0 && (
        <ul className="stip-outline__items">
          {section.items.map((item) => (
            <ItemCard key={item.id} item={item} section={section} />
          ))}
        </ul>
      )}
      {isEmpty && section.canAdd && <p className="stip-outline__empty">{nlOutline.empty}</p>}
      {mayWrite && section.canAdd && <AddNote section={section} />}
    </section>
  )
}

/** Closes a form, which goes away with the focus in it: that goes to the button in its place. */
function useWayBack() {
  const { setOpen } = useOutlineTools()
  const place = useRef<HTMLDivElement>(null)
  const close = (): void => {
    setOpen(undefined)
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
  }
  return { place, close }
}

function AddNote({ section }: SectionPartProps): ReactElement {
  const { desk, open, setOpen, say, nameOf } = useOutlineTools()
  const { place, close } = useWayBack()
  const name = nameOf(section)
  const isOpen = open?.form === 'add' && open.on === section.id
  const {
    action,
    name: nameAction,
    label,
    done,
  } = nlOutline[section.isText ? 'addSentence' : 'add']
  return (
    <div ref={place} className="stip-outline__add">
      {isOpen ? (
        <WordsForm
          label={label(name)}
          hint={nlOutline.add.hint}
          submit={nlOutline.add.submit}
          staysOpen
          onSubmit={(words) => {
            const id = desk.add(section, words)
            say(done(name), () => desk.takeAway(id))
          }}
          onClose={close}
        />
      ) : (
        <Button
          size="small"
          icon={<IconPlus size={18} aria-hidden="true" />}
          aria-label={nameAction(name)}
          aria-keyshortcuts="Shift+N"
          onClick={() => setOpen({ form: 'add', on: section.id })}
        >
          {action}
        </Button>
      )}
    </div>
  )
}

/** What is drawn here, counted; and words for who cannot see it. */
function Drawn({ section }: SectionPartProps): ReactElement | null {
  const { desk, mayTie, open, setOpen, say } = useOutlineTools()
  const { place, close } = useWayBack()
  const drawn = nlOutline.drawn(section.drawing)
  const isOpen = open?.form === 'describe' && open.on === section.id
  if (drawn === '' && !isOpen) return null
  const isDescribed = section.items.some(({ describes }) => describes === section.id)
  return (
    <div ref={place} className="stip-outline__drawn">
      <p>{drawn}</p>
      {isOpen ? (
        <WordsForm
          label={nlOutline.describe.label}
          hint={nlOutline.describe.hint}
          submit={nlOutline.add.submit}
          onSubmit={(words) => {
            const id = desk.describe(section, section.id, words)
            say(nlOutline.describe.done, () => desk.takeAway(id))
          }}
          onClose={close}
        />
      ) : (
        mayTie &&
        section.id !== '' && (
          <Button
            kind={isDescribed ? 'subtle' : 'secondary'}
            size="small"
            icon={<IconPencil size={18} aria-hidden="true" />}
            onClick={() => setOpen({ form: 'describe', on: section.id })}
          >
            {isDescribed ? nlOutline.describe.actionAgain : nlOutline.describe.action}
          </Button>
        )
      )}
    </div>
  )
}
