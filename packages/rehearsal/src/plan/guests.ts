import type { Background } from '@stip/workshop'
import type { PersonInFile } from './evening.ts'
import type { Guest, Hand } from './happening.ts'

const backgrounds: Readonly<Record<PersonInFile['background'], Background>> = {
  raadslid: 'council-member',
  griffier: 'council-clerk',
  collegelid: 'executive-member',
  directielid: 'director',
  'manager-teamleider': 'manager',
  ambtenaar: 'civil-servant',
  bewoner: 'resident',
  ondernemer: 'entrepreneur',
}

/** A person of the file, as the session gets to know them. */
export function guestOf(person: PersonInFile): Guest {
  return {
    id: person.id,
    name: person.name,
    background: backgrounds[person.background],
    group: person.group,
    hasScreen: hasScreen(person),
  }
}

/**
 * Whose hands write for a person: their own; those of the one whose phone they share; those of
 * the scribe of their group when they have no screen; and of the facilitator, who has a tablet to
 * spare, while no scribe is there.
 *
 * @param at - In seconds after the evening began.
 */
export function handOf(id: number, people: readonly PersonInFile[], at: number): Hand {
  const person = people.find((one) => one.id === id)
  if (person === undefined) return 'facilitator'
  if (hasScreen(person)) return id
  if (person.sharesDeviceWith !== undefined) return person.sharesDeviceWith
  const scribe = people.find(
    ({ eveningRole, group }) => eveningRole === 'schrijver' && group === person.group,
  )
  return scribe !== undefined && scribe.arrivesAt <= at ? scribe.id : 'facilitator'
}

function hasScreen({ device, ownsDevice }: PersonInFile): boolean {
  return device !== 'none' && ownsDevice !== false
}
