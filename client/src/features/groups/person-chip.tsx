import type { PersonView, SessionView } from '@stip/api'
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs'
import { type ReactElement, memo } from 'react'
import { nlConsole } from '../../texts/console/nl-console.ts'
import { Menu, MenuItem } from '../../ui/controls/menu.tsx'
import { personName } from '../../ui/marks/person-name.ts'
import { useDraggable } from '../../ui/controls/use-drag.ts'

interface PersonChipProps {
  readonly person: PersonView
  readonly roleName: string
  /** Groups this person can go to; empty until groups are made. */
  readonly groups: SessionView['groups']
  readonly onMove: (person: PersonView, groupId: string) => void
  readonly onRemove: (person: PersonView) => void
  readonly onChangeRole: (person: PersonView) => void
  readonly onAppoint: (person: PersonView, on: boolean) => void
}

/**
 * One person: who, which role, whether connected; to drag, or to move with the menu. Drawn anew only
 * when something of that changes, or a group has another name.
 */
export const PersonChip = memo(Chip, isSameChip)

function Chip(props: PersonChipProps): ReactElement {
  const { person, roleName, groups } = props
  const item = useDraggable('text/x-stip-person', person.id)
  const name = personName(person)
  return (
    <li ref={item} className="stip-chip" draggable={groups.length > 0} data-person={person.id}>
      {groups.length > 0 && (
        // Some browsers drag nothing by a button, so there is something else to hold on to.
        <span className="stip-chip__grip" aria-hidden="true">
          <IconGripVertical size={18} />
        </span>
      )}
      <Menu
        className="stip-chip__button"
        label={
          <>
            <span
              className={`stip-chip__dot${person.isConnected ? ' stip-chip__dot--on' : ''}`}
              title={connectionText(person)}
            />
            <span className="stip-chip__name" dir="auto">
              {name}
            </span>
            <span className="stip-chip__role">
              {person.isScribe === true ? nlConsole.people.scribe : roleName}
            </span>
            <span className="stip-hidden">{nlConsole.people.menu}</span>
          </>
        }
      >
        <p className="stip-chip__state">{connectionText(person)}</p>
        {groups
          .filter((group) => group.id !== person.groupId)
          .map((group) => (
            <MenuItem key={group.id} onChoose={() => props.onMove(person, group.id)}>
              <bdi>{nlConsole.people.moveTo(nlConsole.people.group(group.letter, group.name))}</bdi>
            </MenuItem>
          ))}
        {person.isScreen !== true && (
          <MenuItem onChoose={() => props.onChangeRole(person)}>
            {nlConsole.people.changeRole}
          </MenuItem>
        )}
        {person.isScreen !== true && person.hasPhone && (
          <MenuItem onChoose={() => props.onAppoint(person, person.isScribe !== true)}>
            {nlConsole.people.appoint(person.isScribe === true)}
          </MenuItem>
        )}
        <MenuItem onChoose={() => props.onRemove(person)}>{nlConsole.people.remove}</MenuItem>
      </Menu>
    </li>
  )
}

function connectionText(person: PersonView): string {
  if (!person.hasPhone) return nlConsole.people.noPhone
  return person.isConnected ? nlConsole.people.connected : nlConsole.people.away
}

function isSameChip(one: PersonChipProps, other: PersonChipProps): boolean {
  const { groups, ...rest } = one
  const isSame = Object.entries(rest).every(
    ([name, value]) => other[name as keyof PersonChipProps] === value,
  )
  return isSame && haveSameNames(groups, other.groups)
}

/** How many are in a group changes with everybody who comes, and is nothing of one of them. */
function haveSameNames(one: SessionView['groups'], other: SessionView['groups']): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every(({ id, name }, place) => other[place]?.id === id && other[place].name === name))
  )
}
