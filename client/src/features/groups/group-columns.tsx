import type { PersonView, SessionView } from '@stip/api'
import { type ReactElement, useState } from 'react'
import { nlConsole } from '../../texts/nl-console.ts'
import { GroupBadge, groupColor } from '../../ui/group-badge.tsx'
import { PersonChip } from './person-chip.tsx'
import './group-columns.css'

interface GroupColumnsProps {
  readonly view: SessionView
  readonly people: readonly PersonView[]
  readonly onMove: (person: PersonView, groupId: string) => void
  readonly onRemove: (person: PersonView) => void
}

/** Everybody by group; a person is moved by dragging or with the menu. */
export function GroupColumns({ view, people, onMove, onRemove }: GroupColumnsProps): ReactElement {
  const [dragged, setDragged] = useState<string | undefined>()
  const chip = (person: PersonView) => (
    <PersonChip
      key={person.id}
      person={person}
      role={view.backgrounds.find(({ id }) => id === person.background)?.name ?? ''}
      groups={view.groupsMade ? view.groups : []}
      onDrag={() => setDragged(person.id)}
      onMove={(groupId) => onMove(person, groupId)}
      onRemove={() => onRemove(person)}
    />
  )
  const drop = (groupId: string) => {
    const person = people.find(({ id }) => id === dragged)
    setDragged(undefined)
    if (person !== undefined && person.groupId !== groupId) onMove(person, groupId)
  }
  if (!view.groupsMade) return <ul className="stip-chips">{people.map(chip)}</ul>
  const groupless = people.filter((person) => person.groupId === undefined)
  return (
    <div className="stip-group-columns">
      {view.groups.map((group) => (
        <section
          key={group.id}
          className="stip-group-columns__group"
          style={{ borderBlockStartColor: groupColor(group.letter) }}
          aria-label={nlConsole.people.dropHere(`${group.letter} · ${group.name}`)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => drop(group.id)}
        >
          <h3 className="stip-group-columns__name">
            <GroupBadge letter={group.letter} name={group.name} size="small" />
            <span className="stip-muted">{group.size}</span>
          </h3>
          <ul className="stip-chips">
            {people.filter((person) => person.groupId === group.id).map(chip)}
          </ul>
        </section>
      ))}
      {groupless.length > 0 && (
        <section className="stip-group-columns__group" aria-label={nlConsole.people.notIn}>
          <h3 className="stip-group-columns__name">{nlConsole.people.notIn}</h3>
          <ul className="stip-chips">{groupless.map(chip)}</ul>
        </section>
      )}
    </div>
  )
}
