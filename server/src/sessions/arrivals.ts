import type { PersonId, SessionId } from '@stip/primitives'
import type { Actor, Session, SessionEvent } from '@stip/workshop'
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
    if (people.all.find((person) => person.id === personId)?.isUnseen !== true) return
    const waiting = this.#waiting.get(id)
    if (waiting !== undefined) {
      waiting.add(personId)
      return
    }
    const these = new Set([personId])
    this.#waiting.set(id, these)
    this.#desk
      .inTurn(id, () => this.#note(id))
      .catch((error: unknown) => {
        // They are noted when they come again, or somebody else does.
        if (this.#waiting.get(id) === these) this.#waiting.delete(id)
        this.#tellError(error)
      })
  }

  async #note(sessionId: SessionId): Promise<void> {
    const personIds = [...(this.#waiting.get(sessionId) ?? [])]
    this.#waiting.delete(sessionId)
    const session = this.#desk.find(sessionId)
    if (session === undefined) return
    await this.#desk.commit(this.#desk.note(session, { type: 'note-seen', personIds }))
  }
}

/** Who is no longer on the list, not even as somebody who left. */
export function peopleGone(events: readonly SessionEvent[]): readonly PersonId[] {
  return events.flatMap((event) => (event.type === 'people-removed' ? event.personIds : []))
}
