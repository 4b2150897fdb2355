import type { Area, BallotsView, BoardView, SessionParts } from '@stip/api'
import {
  allowsImages,
  areaToShow,
  areaToSort,
  asksOnlyNotes,
  boardAccess,
  boardsOfStep,
  currentBoard,
  drawnZones,
  isHere,
  partsToldTo,
  personOf,
  roomBoards,
  showsPresence,
  totalsForAll,
} from '@stip/workshop'
import type { Actor, Session, TotalsView } from '@stip/workshop'
import { mayBeRehearsed } from '../../rehearsal/may-be-rehearsed.ts'
import { agendaFor } from './agenda-texts.ts'
import { peopleOf } from './people.ts'
import type { IsConnected } from './people.ts'

/** What is told of a session besides the session itself. */
export interface Surroundings {
  readonly isConnected: IsConnected
  /** For who may invite; undefined when the code has expired. */
  readonly joinCode: () => string | undefined
  readonly joinUrl: () => string | undefined
  /** The server plays the invented evening into it. */
  readonly isRehearsing: () => boolean
  /** How far the answers to the question are that is open. */
  readonly ballots: (session: Session) => BallotsView | undefined
}

type Parts = Partial<SessionParts>

const forEverybody = new WeakMap<Session, Parts>()

/** What all of an audience are told alike. */
export function sharedParts(session: Session, actor: Actor, around: Surroundings): Parts {
  let everybodys = forEverybody.get(session)
  if (everybodys === undefined) {
    everybodys = everybodysParts(session)
    forEverybody.set(session, everybodys)
  }
  return {
    ...everybodys,
    ...partsToldTo(session, actor.role),
    agenda: agendaFor(session.steps.agenda, actor).hash,
    boards: boardViews(session, actor),
    groups: groupViews(session, actor),
    peopleCount: peopleToTell(session, actor),
    current: placeToLook(session, actor),
    ...(actor.role === 'participant'
      ? { wall: { kind: 'auto' }, wallPage: 0 }
      : {
          wall: session.attention.wall,
          wallPage: session.attention.wallPage ?? 0,
          me: { role: actor.role },
        }),
    ...((actor.role === 'facilitator' || actor.role === 'wall') && {
      joinCode: around.joinCode(),
      joinUrl: around.joinUrl(),
    }),
    ballots: ballotsToTell(session, actor, around),
    ...(actor.role === 'facilitator' && facilitatorsParts(session, around)),
  }
}

function everybodysParts(session: Session): Parts {
  return {
    id: session.id,
    title: session.course.title,
    position: session.steps.position,
    clock: session.clock.current,
    // In the order in which they were opened: new ones stand behind all others, and travel alone.
    zones: session.steps.openedSteps.flatMap((position) => {
      const zones = zoneViews(session, position)
      const { id } = session.steps.agenda.steps[position] ?? {}
      return id === undefined || zones.length === 0 ? [] : [{ id, zones }]
    }),
    groupsMade: session.people.groupsMade,
    showsNames: showsPresence(session),
    namesChosen: session.boardRules.showsNames,
    imagesAllowed: allowsImages(session),
    notesOnly: asksOnlyNotes(session),
    spotlight: session.attention.spotlight,
    merge: session.merging,
    endedAt: session.course.endedAt,
  }
}

function facilitatorsParts(session: Session, around: Surroundings): Parts {
  const takenAway = session.takenAway.map(({ id, reason }) => ({ id, reason }))
  const { startedAt, stepStartedAt, spentMs } = session.clock.times
  return {
    people: peopleOf(session, around.isConnected),
    canUndoMix: session.people.seatsBeforeMix !== undefined,
    ...(around.isRehearsing() && { rehearsal: 'playing' as const }),
    ...(mayBeRehearsed(session) && { rehearsal: 'possible' as const }),
    // Moments only: what counts up would be news all the time.
    times: { startedAt, stepStartedAt, spentMs: { ...spentMs } },
    ...(takenAway.length > 0 && { takenAway }),
  }
}

/** None of steps that were not opened: who joins is sent no zones of hours ahead. */
function zoneViews(session: Session, position: number) {
  return drawnZones(session, position).map((zone) => ({
    id: `shape:${zone.name}`,
    kind: zone.kind,
    title: zone.title,
    question: zone.question,
    ...(zone.list !== undefined && { list: zone.list }),
    isFilled:
      zone.fillFromSteps.length > 0 || zone.collects !== undefined || zone.eachGroup === true,
  }))
}

/** Whoever works is told nothing of everybody who comes in: in the waiting room one sees it fill. */
function peopleToTell(session: Session, { role }: Actor): number {
  const isShown = role !== 'participant' || session.steps.position < 0
  return isShown ? session.people.all.filter(isHere).length : 0
}

/** Whoever answers hears nothing of each who does: only what it came to, once that is shown, as all screens do. */
function ballotsToTell(
  session: Session,
  { role }: Actor,
  { ballots }: Surroundings,
): BallotsView | undefined {
  const told = ballots(session)
  if (told?.totals === undefined) return role === 'participant' ? undefined : told
  const isOfAll = role === 'participant' || role === 'wall'
  return isOfAll ? { ...told, totals: totalsForAll(told.totals) as TotalsView } : told
}

function groupViews(session: Session, actor: Actor): SessionParts['groups'] {
  const me = actor.role === 'participant' ? personOf(session, actor.personId) : undefined
  const isShown = (groupId: string): boolean =>
    actor.role !== 'participant' || (me?.hasLeft === false && me.groupId === groupId)
  const sizes = new Map<string | undefined, number>()
  for (const person of session.people.all) {
    if (isHere(person)) sizes.set(person.groupId, (sizes.get(person.groupId) ?? 0) + 1)
  }
  return session.people.groups.map(({ id, letter, name }) => ({
    id,
    letter,
    name,
    boardId: roomBoards(session).find((board) => board.groupId === id)?.id ?? '',
    size: isShown(id) ? (sizes.get(id) ?? 0) : 0,
  }))
}

/** Of the room only: an audience shares what it is told, and a private board is no audience's. */
function boardViews(session: Session, actor: Actor): BoardView[] {
  const inUse = new Set(boardsOfStep(session, session.steps.position))
  return roomBoards(session).flatMap((board) => {
    if (board.kind === 'private') return []
    const access = boardAccess(session, actor, board.id)
    if (access === 'none') return []
    const area = areaToShow(session, board.id)
    const { id, kind, groupId } = board
    const now = inUse.has(id) && { isInUse: true, toSort: areaToSort(session, id) }
    return [{ id, kind, groupId, access, area, ...now }]
  })
}

function placeToLook(session: Session, actor: Actor): { boardId?: string; area?: Area } {
  const boardId = currentBoard(session, actor)
  if (boardId === undefined) return {}
  const area = areaToShow(session, boardId)
  return area === undefined ? { boardId } : { boardId, area }
}
