import type { PersonId, SessionId } from '@stip/primitives'
import { markSeen } from '@stip/workshop'
import type { Actor, Session } from '@stip/workshop'
import type { SessionDesk } from './session-desk.ts'

/** Notes whose screens opened, so that their seats are theirs; many who come at once in one go. */
export class Arrivals {
  readonly #desk: SessionDesk
  readonly #tellError: (error: unknown) => void
  readonly #waiting = new Map<SessionId, Set<PersonId>>()

  constructor(desk: SessionDesk, tellError: (error: unknown) => void) {
    this.#desk = desk
    this.#tellError = tellError
  }

  /** A screen of this person is open, whatever it shows. */
  seen({ id, people }: Session, actor: Actor): void {
    if (actor.role !== 'participant') return
    const { personId } = actor
    if (people.find((person) => person.id === personId)?.isUnseen !== true) return
    const waiting = this.#waiting.get(id)
    if (waiting !== undefined) {
      waiting.add(personId)
      return
    }
    this.#waiting.set(id, new Set([personId]))
    // It is noted again when they come again.
    this.#desk.inTurn(id, () => this.#note(id)).catch(this.#tellError)
  }

  #note(sessionId: SessionId): void {
    const seen = this.#waiting.get(sessionId) ?? new Set()
    this.#waiting.delete(sessionId)
    const session = this.#desk.find(sessionId)
    if (session !== undefined) this.#desk.commit(markSeen(session, seen))
  }
}

/** Who is no longer on the list, not even as somebody who left. */
export function peopleGone(before: Session, after: Session): readonly PersonId[] {
  if (after.people === before.people) return []
  const there = new Set(after.people.map(({ id }) => id))
  return before.people.flatMap(({ id }) => (there.has(id) ? [] : [id]))
}
