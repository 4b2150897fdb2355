import type { PersonView } from '@stip/api'
import { nlConsole } from '../../texts/console/nl-console.ts'

/** What to call somebody who may have given no name. */
export function personName(person: Pick<PersonView, 'name' | 'number' | 'isScreen'>): string {
  if (person.isScreen === true) return nlConsole.people.screen
  return person.name === '' ? nlConsole.people.number(person.number) : person.name
}
