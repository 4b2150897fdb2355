import type { SessionView } from '@stip/api'
import { personName } from '../../ui/marks/person-name.ts'
import { nlHands } from './nl-hands.ts'

/** A hand in words. */
export interface ShownHand {
  readonly number: number
  readonly who: string
  readonly letter: string | undefined
  /** Whole ones since it went up. */
  readonly minutes: number
}

/**
 * The hands that are up, as who leads reads them.
 *
 * @param now - The server's time, milliseconds since 1970.
 */
export function shownHands(view: SessionView, now: number): readonly ShownHand[] {
  const people = new Map(view.people?.map((person) => [person.id, person]))
  return (view.hands ?? []).map(({ number, since, personId, groupId }) => {
    const person = personId === undefined ? undefined : people.get(personId)
    const letter = view.groups.find(({ id }) => id === groupId)?.letter
    const someone = letter === undefined ? nlHands.someone : nlHands.someoneOf(letter)
    return {
      number,
      who: person === undefined ? someone : personName(person),
      letter,
      minutes: Math.max(0, Math.floor((now - since) / 60_000)),
    }
  })
}
