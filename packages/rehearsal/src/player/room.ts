import type { SessionView } from '@stip/api'
import type { BoardId, GroupId, PersonId } from '@stip/primitives'
import type { Guest, Hand, Letter, PlannedStep } from '../plan/happening.ts'
import { Device } from './device.ts'
import type { Server } from './device.ts'
import type { Lead } from './lead.ts'
import { Seat } from './seat.ts'

/** Everybody who is in: who sits where, and with which screen. */
export class Room {
  readonly lead: Lead
  readonly facilitator: Seat
  readonly #server: Server
  readonly #seats = new Map<number, Seat>()
  readonly #persons = new Map<number, PersonId>()
  readonly #guests = new Map<number, Guest>()
  readonly #groups: SessionView['groups']
  readonly #boards: SessionView['boards']
  readonly #code: string
  #areGroupsMade = false
  #shared: BoardId = ''

  constructor(server: Server, lead: Lead, view: SessionView) {
    this.lead = lead
    this.#server = server
    this.facilitator = new Seat(lead.device, 'facilitator', view.id)
    this.#groups = view.groups
    this.#boards = view.boards
    this.#code = view.joinCode ?? ''
  }

  get peopleCount(): number {
    return this.#persons.size
  }

  /** The board of a group, or the one of all that this step works on. A session with fewer groups seats several on one board. */
  boardOf(letter: Letter | null): BoardId {
    return letter === null ? this.#shared : this.#groupOf(letter).boardId
  }

  groupIdOf(letter: Letter): GroupId {
    return this.#groupOf(letter).id
  }

  /** Who somebody of the file is in the session; undefined of who did not come. */
  personOf(id: number): PersonId | undefined {
    return this.#persons.get(id)
  }

  /** The screen on which somebody writes. */
  seatOf(hand: Hand): Seat {
    return hand === 'facilitator' ? this.facilitator : (this.#seats.get(hand) ?? this.facilitator)
  }

  /** Lets somebody in: with the code on their own screen, or added by the facilitator. */
  async welcome(guest: Guest): Promise<void> {
    this.#guests.set(guest.id, guest)
    const { name, background } = guest
    if (guest.hasScreen) {
      const device = new Device(this.#server)
      const body = { code: this.#code, name, background }
      const joined = await device.post<{ personId: PersonId }>('/api/join', body)
      const seat = new Seat(device, 'participant', this.lead.sessionId)
      this.#seats.set(guest.id, seat)
      this.#persons.set(guest.id, joined.personId)
      seat.follow()
    } else {
      await this.lead.command({ type: 'add-person', name, background })
      const known = new Set(this.#persons.values())
      const { people = [] } = await this.lead.view()
      const added = people.find(({ id, hasPhone }) => !hasPhone && !known.has(id))
      if (added !== undefined) this.#persons.set(guest.id, added.id)
    }
    if (this.#areGroupsMade) await this.#seatAll([guest])
  }

  async sendHome(id: number): Promise<void> {
    const personId = this.#persons.get(id)
    if (personId === undefined) return
    await this.lead.command({ type: 'remove-person', personId })
    this.#seats.get(id)?.leave()
    this.#seats.delete(id)
    this.#guests.delete(id)
  }

  /** Mixes, and then moves people until the groups are those of the file. */
  async makeGroups(): Promise<void> {
    await this.lead.command({ type: 'mix-groups' })
    this.#areGroupsMade = true
    await this.#seatAll([...this.#guests.values()])
  }

  /** Everybody closes the boards that this step does not use. */
  turnTo(board: PlannedStep['board']): void {
    const kind = board === 'groups' ? 'plenary' : board
    this.#shared = this.#boards.find((one) => one.kind === kind)?.id ?? ''
    for (const [id, seat] of this.#seats) {
      const letter = this.#guests.get(id)?.group ?? 'A'
      seat.close(board === 'groups' ? this.boardOf(letter) : this.#shared)
    }
  }

  /** Everybody goes home. */
  close(): void {
    for (const seat of [this.facilitator, ...this.#seats.values()]) seat.leave()
  }

  async #seatAll(guests: readonly Guest[]): Promise<void> {
    const { people = [] } = await this.lead.view()
    const now = new Map(people.map(({ id, groupId }) => [id, groupId]))
    for (const guest of guests) {
      const personId = this.#persons.get(guest.id)
      const groupId = this.groupIdOf(guest.group)
      if (personId === undefined || now.get(personId) === groupId) continue
      // oxlint-disable-next-line no-await-in-loop -- A facilitator moves one person at a time.
      await this.lead.command({ type: 'move-person', personId, groupId })
    }
  }

  #groupOf(letter: Letter) {
    const place = letter.charCodeAt(0) - 65
    const group = this.#groups[place % this.#groups.length]
    if (group === undefined) throw new Error('Deze sessie heeft geen groepen.')
    return group
  }
}
