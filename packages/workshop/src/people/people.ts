import { ok, refuse } from '@stip/primitives'
import type { GroupId, PersonId, Random, Result } from '@stip/primitives'
import type { Background, MixingRole } from '../steps/agenda.ts'
import type { CommandRefusal } from '../session/commands.ts'
import { groupForLateComer, mixGroups, seated } from './groups.ts'
import { limits } from '../ability/limits.ts'
import type { Person, Session } from '../session/session.ts'
import { optionalText } from '../ability/text.ts'

/** Why somebody could not come in. */
export type JoinRefusal = 'session-is-over' | 'session-is-full' | 'text-too-long'

/** Somebody who comes in. */
export interface NewPerson {
  readonly personId: PersonId
  /** May be empty. */
  readonly name: string
  readonly background: Background
  /** The screen of a group that the same device was until now; it is none any more. */
  readonly screenId?: PersonId | undefined
}

/**
 * Lets somebody in through their own phone. Once groups are made they get a seat at once, and
 * nobody else moves. Who is in already stays as they are.
 */
export function join(session: Session, newcomer: NewPerson): Result<Session, JoinRefusal> {
  if (session.endedAt !== undefined) return refuse('session-is-over')
  if (personOf(session, newcomer.personId) !== undefined) return ok(session)
  const joined = withPerson(withoutScreen(withRoom(session), newcomer.screenId), newcomer, true)
  return joined.ok ? ok({ ...joined.value, revision: session.revision + 1 }) : joined
}

function withoutScreen(session: Session, screenId: PersonId | undefined): Session {
  const screen = screenId === undefined ? undefined : personOf(session, screenId)
  return screen?.isScreen === true ? replacing(session, { ...screen, hasLeft: true }) : session
}

/** The session with one more person; refuses when it is full or the name too long. */
export function withPerson(
  session: Session,
  { personId, name, background }: NewPerson,
  hasPhone: boolean,
): Result<Session, 'session-is-full' | 'text-too-long'> {
  if (isFull(session)) return refuse('session-is-full')
  const tidied = optionalText(name, limits.nameLength)
  if (!tidied.ok) return tidied
  const mixingRole = mixingRoleOf(session, background)
  const person: Person = {
    id: personId,
    number: Math.max(0, ...session.people.map((each) => each.number)) + 1,
    name: tidied.value,
    background,
    mixingRole,
    groupId: seatForOneMore(session, mixingRole),
    hasPhone,
    hasLeft: false,
    // Whoever a facilitator adds is standing there.
    ...(hasPhone && { isUnseen: true }),
  }
  return ok({ ...session, people: [...session.people, person] })
}

/** Notes whose screens opened; from now on their place is theirs. No change that a command could miss. */
export function markSeen(session: Session, seen: ReadonlySet<PersonId>): Session {
  if (!session.people.some(({ id, isUnseen }) => isUnseen === true && seen.has(id))) return session
  return {
    ...session,
    people: session.people.map((person) => {
      if (person.isUnseen !== true || !seen.has(person.id)) return person
      const { isUnseen: _isUnseen, ...rest } = person
      return rest
    }),
  }
}

/** Takes everybody off the list for good whose screen never opened. */
export function removeUnseen(session: Session): Session {
  const people = session.people.filter(({ isUnseen }) => isUnseen !== true)
  return people.length === session.people.length ? session : withoutOthers(session, people)
}

/**
 * A script can take seats faster than people can, but opens no screens: when there are too many
 * people whose screen never opened, or no seat is left, the earliest of them give way.
 */
function withRoom(session: Session): Session {
  const unseen = session.people.filter(({ isUnseen }) => isUnseen === true)
  const surplus = isFull(session) ? 1 : unseen.length + 1 - limits.unseenPeople
  if (unseen.length === 0 || surplus <= 0) return session
  const gone = new Set(unseen.slice(0, surplus).map(({ id }) => id))
  return withoutOthers(
    session,
    session.people.filter(({ id }) => !gone.has(id)),
  )
}

function isFull(session: Session): boolean {
  return hereIn(session) >= limits.people || session.people.length >= limits.peopleEver
}

function hereIn({ people }: Session): number {
  return people.filter(isHere).length
}

/** Whether it is a person who takes part now, and no screen. */
export function isHere({ hasLeft, isScreen }: Pick<Person, 'hasLeft' | 'isScreen'>): boolean {
  return !hasLeft && isScreen !== true
}

function withoutOthers(session: Session, people: readonly Person[]): Session {
  const kept = new Set(people.map(({ id }) => id))
  const seats = session.seatsBeforeMix?.filter(({ personId }) => kept.has(personId))
  return { ...session, people, ...(seats !== undefined && { seatsBeforeMix: seats }) }
}

/** Mixes everybody who is here, and remembers how they sat so that it can be undone. */
export function mix(session: Session, random: Random): Result<Session, CommandRefusal> {
  const present = session.people.filter(isHere)
  if (present.length === 0) return refuse('nobody-to-mix')
  const groupIds = session.groups.map((group) => group.id)
  return ok({
    ...session,
    people: seated(session.people, mixGroups(present, groupIds, random)),
    seatsBeforeMix: present.map(({ id, groupId }) => ({ personId: id, groupId })),
    groupsMade: true,
    changedAt: { ...session.changedAt, mix: session.revision + 1 },
  })
}

/** Puts everybody back where they sat before the last mix; who came in since keeps their seat. */
export function undoMix(session: Session): Result<Session, CommandRefusal> {
  const { seatsBeforeMix: seats } = session
  if (seats === undefined) return refuse('nothing-to-undo')
  // Before groups are made at least one person is without a group, and after that nobody is.
  const groupsMade = seats.every((seat) => seat.groupId !== undefined)
  const knew = new Set(seats.map((seat) => seat.personId))
  const people = groupsMade
    ? session.people
    : session.people.map((person) =>
        knew.has(person.id) ? person : { ...person, groupId: undefined },
      )
  return ok({
    ...session,
    people: seated(people, seats),
    seatsBeforeMix: undefined,
    groupsMade,
    changedAt: { ...session.changedAt, mix: session.revision + 1 },
  })
}

/** Gives one person another group; groups are made once everybody who is here has one. */
export function movePerson(
  session: Session,
  personId: PersonId,
  groupId: GroupId,
): Result<Session, CommandRefusal> {
  const person = personOf(session, personId)
  if (person === undefined) return refuse('no-such-person')
  if (!session.groups.some((group) => group.id === groupId)) return refuse('no-such-group')
  if (person.groupId === groupId) return ok(session)
  const people = seated(session.people, [{ personId, groupId }])
  const everybodySits = people.every((each) => !isHere(each) || each.groupId !== undefined)
  return ok({ ...session, people, groupsMade: session.groupsMade || everybodySits })
}

/** Gives somebody the role that is theirs. Nobody changes group for it. */
export function changeBackground(
  session: Session,
  personId: PersonId,
  background: Background,
): Result<Session, CommandRefusal> {
  const person = personOf(session, personId)
  if (person === undefined || person.isScreen === true) return refuse('no-such-person')
  if (person.background === background) return ok(session)
  const mixingRole = mixingRoleOf(session, background)
  return ok(replacing(session, { ...person, background, mixingRole }))
}

/** Notes that somebody left. They keep their group for when they come back. */
export function removePerson(
  session: Session,
  personId: PersonId,
): Result<Session, CommandRefusal> {
  const person = personOf(session, personId)
  if (person === undefined) return refuse('no-such-person')
  return person.hasLeft ? ok(session) : ok(replacing(session, { ...person, hasLeft: true }))
}

/** Takes somebody back who left: in their own group, or as a late comer when they had none. */
export function restorePerson(
  session: Session,
  personId: PersonId,
): Result<Session, CommandRefusal> {
  const person = personOf(session, personId)
  if (person === undefined) return refuse('no-such-person')
  if (!person.hasLeft) return ok(session)
  if (hereIn(session) >= limits.people) return refuse('session-is-full')
  const groupId = person.groupId ?? seatForOneMore(session, person.mixingRole)
  return ok(replacing(session, { ...person, hasLeft: false, groupId }))
}

/** Looks a person up; undefined when nobody has that id. */
export function personOf(session: Session, personId: PersonId): Person | undefined {
  return session.people.find((person) => person.id === personId)
}

function mixingRoleOf(session: Session, background: Background): MixingRole {
  const choice = session.agenda.backgrounds.find((each) => each.id === background)
  return choice?.mixingRole ?? 'other'
}

function seatForOneMore(session: Session, mixingRole: MixingRole): GroupId | undefined {
  if (!session.groupsMade) return undefined
  const groupIds = session.groups.map((group) => group.id)
  return groupForLateComer(session.people.filter(isHere), groupIds, mixingRole)
}

function replacing(session: Session, person: Person): Session {
  return {
    ...session,
    people: session.people.map((each) => (each.id === person.id ? person : each)),
  }
}
