import type { PersonView, SessionParts } from '@stip/api'
import type { PersonId } from '@stip/primitives'
import {
  boardAccess,
  ownBoards,
  partsOfPerson,
  personOf,
  shownName,
  takenAwayOf,
  writesFor,
} from '@stip/workshop'
import type { Actor, Person, Session, SessionBoard } from '@stip/workshop'

/** Whether a screen of somebody is open. */
export type IsConnected = (personId: PersonId) => boolean

const connected = new WeakMap<Person, PersonView>()
const away = new WeakMap<Person, PersonView>()

/** Everybody, for the facilitator. Who did not change is the same object as before. */
export function peopleOf({ people }: Session, isConnected: IsConnected): PersonView[] {
  return people.all.map((person) => {
    const is = isConnected(person.id)
    const known = is ? connected : away
    let view = known.get(person)
    if (view === undefined) {
      view = {
        ...personView(person),
        isConnected: is,
        ...(person.isUnseen === true && { isUnseen: true }),
      }
      known.set(person, view)
    }
    return view
  })
}

const own = new WeakMap<Person, SessionParts['me']>()

/** What only this person is told. */
export function ownParts(
  session: Session,
  actor: Extract<Actor, { role: 'participant' }>,
): Partial<SessionParts> {
  const takenAway = session.takenAway.length === 0 ? [] : takenAwayOf(session, actor.personId)
  const boards = ownBoardViews(session, actor)
  const me = personOf(session, actor.personId)
  const others = me?.isScribe === true ? session.people.all : []
  const whose = others.filter(({ id }) => writesFor(session, actor.personId, id))
  return {
    ...partsOfPerson(session, actor.personId),
    me: meOf(me),
    ...(whose.length > 0 && {
      writesFor: whose.map(({ id, number, name }) => ({ id, number, name })),
    }),
    ...(takenAway.length > 0 && { takenAway: [...takenAway] }),
    ...(boards.length > 0 && { ownBoards: boards }),
  }
}

type OwnBoards = NonNullable<SessionParts['ownBoards']>

/** What was told last of the boards of one person; what did not change is the same object. */
const toldOfOwn = new WeakMap<readonly SessionBoard[], OwnBoards>()

function ownBoardViews(
  session: Session,
  actor: Extract<Actor, { role: 'participant' }>,
): OwnBoards {
  const boards = ownBoards(session, actor.personId)
  const views = boards.flatMap(({ id, members = [] }) => {
    const access = boardAccess(session, actor, id)
    return access === 'none' ? [] : [{ id, access, members: members.length }]
  })
  const told = toldOfOwn.get(boards)
  const isSame =
    told?.length === views.length &&
    views.every(({ id, access }, place) => told[place]?.id === id && told[place].access === access)
  if (told !== undefined && isSame) return told
  toldOfOwn.set(boards, views)
  return views
}

function meOf(person: Person | undefined): SessionParts['me'] {
  if (person === undefined) return { role: 'participant' }
  let me = own.get(person)
  if (me === undefined) {
    me = { role: 'participant', person: personView(person) }
    own.set(person, me)
  }
  return me
}

const views = new WeakMap<Person, Omit<PersonView, 'isConnected'>>()

function personView(person: Person): Omit<PersonView, 'isConnected'> {
  const known = views.get(person) ?? viewOf(person)
  views.set(person, known)
  return known
}

function viewOf(person: Person): Omit<PersonView, 'isConnected'> {
  const { id, number, background, groupId, hasPhone, hasLeft, isScreen, isScribe } = person
  const name = shownName(person)
  const known = { id, number, name, background, groupId, hasPhone, hasLeft }
  return {
    ...known,
    ...(isScreen === true && { isScreen }),
    ...(isScribe === true && { isScribe }),
  }
}
