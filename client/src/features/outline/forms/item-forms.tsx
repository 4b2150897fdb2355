import type { OutlineItem, OutlineSection } from '@stip/board'
import type { ReactElement } from 'react'
import { part } from '../../../live/part.ts'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { later } from '../../../ui/notices/later.tsx'
import { EditForm } from './edit-form.tsx'
import { useOutlineTools } from '../outline-context.ts'
import { WordsForm } from './words-form.tsx'

/** Seldom asked for, so it comes after the list; who asks for it types on at once. */
export const PlacingForm = later({
  load: async () => (await part(() => import('./placing-form.tsx'))).PlacingForm,
  before: () => null,
})

interface ItemFormsProps {
  readonly item: OutlineItem
  readonly section: OutlineSection
  readonly onClose: () => void
}

/** The form that is open on a thing in the list, if one is. */
export function ItemForms({ item, section, onClose }: ItemFormsProps): ReactElement | null {
  const { desk, open, say } = useOutlineTools()
  if (open?.on !== item.id) return null
  switch (open.form) {
    case 'edit':
      return <EditForm item={item} onClose={onClose} />
    case 'move':
    case 'connect':
      return <PlacingForm form={open.form} item={item} section={section} onClose={onClose} />
    case 'describe':
      return (
        <WordsForm
          label={nlOutline.describe.label}
          hint={nlOutline.describe.hint}
          submit={nlOutline.add.submit}
          onClose={onClose}
          onSubmit={(words) => {
            const id = desk.describe(section, item.id, words)
            say(nlOutline.describe.done, () => desk.takeAway(id))
          }}
        />
      )
    default:
      return null
  }
}
