import type { PersonView, SessionView } from '@stip/api'
import { type ReactElement, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { GroupBadge, groupColor } from '../../ui/marks/group-badge.tsx'
import { useDropPlace } from '../../ui/controls/use-drag.ts'
import type { Parts } from '../../ui/showing.ts'
import { PersonChip } from './person-chip.tsx'
import { RoleSheet } from './role-sheet.tsx'
import './group-columns.css'

interface GroupColumnsProps {
  readonly view: Parts<'groups' | 'groupsMade' | 'backgrounds'>
  readonly people: readonly PersonView[]
  readonly onMove: (person: PersonView, groupId: string) => void
  readonly onRemove: (person: PersonView) => void
  readonly onAppoint: (person: PersonView, on: boolean) => void
  readonly onChangeRole: (
    person: PersonView,
    background: SessionView['backgrounds'][number]['id'],
  ) => void
  /** A form for another name stands beside each group. */
  readonly renderRename: (group: SessionView['groups'][number]) => ReactNode
}

const none: SessionView['groups'] = []

/** Everybody by group; a person is moved by dragging or with the menu. */
export function GroupColumns(props: GroupColumnsProps): ReactElement {
  const { view, people, onMove } = props
  const [changing, setChanging] = useState<PersonView | undefined>()
  const columns = useRef<HTMLDivElement>(null)
  const moving = useRef<PersonView>(undefined)
  useEffect(() => {
    // Somebody moved with the keyboard lands in another list; the focus goes along.
    const person = people.find(({ id }) => id === moving.current?.id)
    if (person === undefined || person.groupId === moving.current?.groupId) return
    moving.current = undefined
    columns.current?.querySelector<HTMLElement>(`[data-person="${person.id}"] button`)?.focus()
  }, [people])
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  // The same for good: of a thousand people only who changed is drawn anew.
  const acts = useMemo(
    () => ({
      onMove: (person: PersonView, groupId: string) => {
        moving.current = person
        latest.current.onMove(person, groupId)
      },
      onRemove: (person: PersonView) => latest.current.onRemove(person),
      onAppoint: (person: PersonView, on: boolean) => latest.current.onAppoint(person, on),
      onChangeRole: setChanging,
    }),
    [],
  )
  const chip = (person: PersonView) => (
    <PersonChip
      key={person.id}
      person={person}
      roleName={person.isScreen === true ? '' : roleNameOf(view, person)}
      groups={view.groupsMade ? view.groups : none}
      {...acts}
    />
  )
  const drop = (personId: string, groupId: string) => {
    const person = people.find(({ id }) => id === personId)
    if (person !== undefined && person.groupId !== groupId) onMove(person, groupId)
  }
  const roleSheet = changing !== undefined && (
    <RoleSheet
      person={changing}
      backgrounds={view.backgrounds}
      onChoose={(background) => props.onChangeRole(changing, background)}
      onClose={() => setChanging(undefined)}
    />
  )
  if (!view.groupsMade) {
    return (
      <>
        <ul className="stip-chips">{people.map(chip)}</ul>
        {roleSheet}
      </>
    )
  }
  const groupless = people.filter((person) => person.groupId === undefined)
  return (
    <div ref={columns} className="stip-group-columns">
      {view.groups.map((group) => (
        <GroupColumn
          key={group.id}
          group={group}
          rename={props.renderRename(group)}
          onDrop={(personId) => drop(personId, group.id)}
        >
          {people.filter((person) => person.groupId === group.id).map(chip)}
        </GroupColumn>
      ))}
      {groupless.length > 0 && (
        <section className="stip-group-columns__group" aria-label={nlConsole.people.notIn}>
          <h3 className="stip-group-columns__name">{nlConsole.people.notIn}</h3>
          <ul className="stip-chips">{groupless.map(chip)}</ul>
        </section>
      )}
      {roleSheet}
    </div>
  )
}

function roleNameOf({ backgrounds }: Parts<'backgrounds'>, { background }: PersonView): string {
  return backgrounds.find(({ id }) => id === background)?.name ?? ''
}

interface GroupColumnProps {
  readonly group: SessionView['groups'][number]
  readonly rename: ReactNode
  readonly onDrop: (personId: string) => void
  readonly children: ReactNode
}

function GroupColumn({ group, rename, onDrop, children }: GroupColumnProps): ReactElement {
  const place = useDropPlace('text/x-stip-person', onDrop)
  return (
    <section
      ref={place}
      className="stip-group-columns__group"
      style={{ borderBlockStartColor: groupColor(group.letter) }}
      aria-label={nlConsole.people.group(group.letter, group.name)}
    >
      <h3 className="stip-group-columns__name">
        <GroupBadge letter={group.letter} name={group.name} size="small" />
        <span className="stip-muted">{group.size}</span>
      </h3>
      {rename}
      <ul className="stip-chips">{children}</ul>
    </section>
  )
}
