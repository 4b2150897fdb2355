import type { Actor, Scribe, Session } from '@stip/workshop'
import { shownName, showsPresence } from '@stip/workshop'

/** What others see at somebody's cursor. */
export interface Presence {
  readonly name: string
  readonly color: string
}

/** Colours of groups A to H: the values of the theme, as cursors need them in numbers. */
const groupColors = [
  '#0B5FA5',
  '#C2410C',
  '#671E36',
  '#6B21D8',
  '#4D7C0F',
  '#0A6E7D',
  '#8A6100',
  '#030363',
] as const
const facilitatorColor = '#0B5C6B'
const colorWithoutGroup = '#565D66'

/**
 * Name and colour of somebody on a board. Undefined for who only looks on, and for everybody in
 * an anonymous step.
 */
export function presenceOf(session: Session, actor: Actor | Scribe): Presence | undefined {
  if (!showsPresence(session)) return undefined
  if (actor.role === 'facilitator') return { name: 'Begeleider', color: facilitatorColor }
  if (!('personId' in actor)) return undefined
  const person = session.people.all.find(({ id }) => id === actor.personId)
  if (person === undefined || person.hasLeft) return undefined
  const group = session.people.groups.findIndex(({ id }) => id === person.groupId)
  return {
    name: person.name === '' ? `Deelnemer ${person.number}` : shownName(person),
    color: groupColors[group % groupColors.length] ?? colorWithoutGroup,
  }
}
