import { connect, moveTo } from '@stip/board'
import type { OutlineItem, OutlineSection } from '@stip/board'
import type { ReactElement } from 'react'
import { nlOutlineLater } from '../../../texts/board/nl-outline-later.ts'
import { nlOutline } from '../../../texts/board/nl-outline.ts'
import { ChoiceForm } from './choice-form.tsx'
import { useOutlineTools } from '../outline-context.ts'
import { newId } from '../../../board/words/outline-desk.ts'

interface PlacingFormProps {
  readonly form: 'move' | 'connect'
  readonly item: OutlineItem
  readonly section: OutlineSection
  readonly onClose: () => void
}

/** Where a thing goes, or what it is tied to. */
export function PlacingForm({ form, item, section, onClose }: PlacingFormProps): ReactElement {
  const { desk, moment, say, nameOf } = useOutlineTools()
  const { sections } = moment.outline
  if (form === 'move') {
    return (
      <ChoiceForm
        label={nlOutlineLater.move.label}
        submit={nlOutlineLater.move.submit}
        none={nlOutlineLater.move.none}
        choices={inGroups(sections, section, nameOf)}
        onClose={onClose}
        onSubmit={(id) => {
          const target = sections.find((one) => one.id === id)
          if (target === undefined) return
          desk.write(moveTo(moment.records, item.id, target))
          say(nlOutlineLater.move.done(nlOutline.quoted(item.text), nameOf(target)))
        }}
      />
    )
  }
  return (
    <ChoiceForm
      label={nlOutlineLater.connect.label}
      submit={nlOutlineLater.connect.submit}
      words={nlOutlineLater.connect.words}
      none={nlOutlineLater.connect.none}
      choices={others(sections, item, nameOf)}
      onClose={onClose}
      onSubmit={(id, words) => {
        const arrow = newId()
        desk.write(connect(moment.records, { from: item.id, to: id, label: words }, arrow))
        const other = sections.flatMap(({ items }) => items).find((one) => one.id === id)
        say(nlOutlineLater.connect.done(nlOutline.quoted(other?.text ?? '')), () =>
          desk.takeAway(arrow),
        )
      }}
    />
  )
}

/** Where something can go, under the step where it is. */
function inGroups(
  sections: readonly OutlineSection[],
  own: OutlineSection,
  nameOf: (section: OutlineSection) => string,
) {
  const groups: { heading: string; options: { id: string; text: string }[] }[] = []
  for (const section of sections) {
    const isHeading = section.kind === 'title' || section.kind === 'lane'
    if (isHeading || groups.length === 0) {
      groups.push({ heading: nameOf(section), options: [] })
    }
    if (section.canAdd && section.id !== own.id) {
      groups.at(-1)?.options.push({ id: section.id, text: nameOf(section) })
    }
  }
  return groups.filter(({ options }) => options.length > 0)
}

function others(
  sections: readonly OutlineSection[],
  item: OutlineItem,
  nameOf: (section: OutlineSection) => string,
) {
  const isTied = new Set(
    item.connections.filter(({ direction }) => direction === 'to').map(({ other }) => other),
  )
  return sections
    .map((section) => ({
      heading: nameOf(section),
      options: section.items
        .filter(
          ({ id, kind, text }) =>
            id !== item.id && kind !== 'arrow' && text !== '' && !isTied.has(id),
        )
        .map(({ id, text }) => ({ id, text: nlOutline.quoted(text) })),
    }))
    .filter(({ options }) => options.length > 0)
}
