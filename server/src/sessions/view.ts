import type { Area, BoardView, PersonView, SessionView, StepView } from '@stip/api'
import type { PersonId } from '@stip/primitives'
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
  shownName,
  showsPresence,
  takenAwayOf,
} from '@stip/workshop'
import type { Actor, Person, Session, Step } from '@stip/workshop'
import { mayBeRehearsed } from '../rehearsal/may-be-rehearsed.ts'

/** What a view shows besides the session itself. */
export interface ViewExtras {
  /** Counts views; see `SessionView.revision`. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly now: number
  readonly isConnected: (personId: PersonId) => boolean
  readonly joinCode: string | undefined
  readonly joinUrl: string | undefined
  /** The server plays the invented evening into it. */
  readonly isRehearsing: boolean
}

/**
 * Everything that one screen needs to know of a session, and nothing that its role should not
 * know: who takes part and how long steps took is for the facilitator, the join code for
 * facilitator and wall.
 */
export function viewFor(session: Session, actor: Actor, extras: ViewExtras): SessionView {
  const isFacilitator = actor.role === 'facilitator'
  const invites = isFacilitator || actor.role === 'wall'
  return {
    id: session.id,
    title: session.title,
    revision: extras.revision,
    sessionRevision: session.revision,
    now: extras.now,
    agendaTitle: session.agenda.title,
    agendaMinutes: session.agenda.minutes,
    steps: session.agenda.steps.map((step, position) => ({
      ...stepView(step, isFacilitator),
      zones: zoneViews(session, position),
    })),
    position: session.position,
    clock: session.clock,
    groups: groupViews(session),
    groupsMade: session.groupsMade,
    boards: boardViews(session, actor),
    current: placeToLook(session, actor),
    showsNames: showsPresence(session),
    namesChosen: session.showsNames,
    imagesAllowed: allowsImages(session),
    notesOnly: asksOnlyNotes(session),
    spotlight: session.spotlight,
    wall: session.wall,
    wallPage: session.wallPage ?? 0,
    merge: session.merge,
    peopleCount: session.people.filter(isHere).length,
    endedAt: session.endedAt,
    me: { role: actor.role, person: ownPerson(session, actor) },
    backgrounds: session.agenda.backgrounds.map(({ id, name }) => ({ id, name })),
    ...takenAwayFor(session, actor),
    ...(invites && { joinCode: extras.joinCode, joinUrl: extras.joinUrl }),
    ...(isFacilitator && {
      people: session.people.map((person) => ({
        ...personView(person),
        isConnected: extras.isConnected(person.id),
        ...(person.isUnseen === true && { isUnseen: true }),
      })),
      canUndoMix: session.seatsBeforeMix !== undefined,
      ...(extras.isRehearsing && { rehearsal: 'playing' as const }),
      ...(mayBeRehearsed(session) && { rehearsal: 'possible' as const }),
      times: timesView(session),
    }),
  }
}

function stepView(step: Step, isFacilitator: boolean): Omit<StepView, 'zones'> {
  const { goal, say, approach, watchFor, ifDifferent } = step.facilitator
  return {
    id: step.id,
    kind: step.kind,
    title: step.title,
    ...(step.participant.question !== undefined && { question: step.participant.question }),
    minutes: step.minutes,
    minimumMinutes: step.minimumMinutes,
    setting: step.setting,
    instruction: [...step.participant.instruction],
    questions: [...step.participant.questions],
    isAnonymous: step.isAnonymous,
    hasBoard: step.board !== undefined,
    notYet: [...step.notYet],
    ...(isFacilitator && {
      guidance: {
        goal,
        say,
        approach: [...approach],
        watchFor: [...watchFor],
        ifDifferent: [...ifDifferent],
      },
    }),
  }
}

/** None of steps that were not opened: who joins is sent no zones of hours ahead. */
function zoneViews(session: Session, position: number): StepView['zones'] {
  return drawnZones(session, position).map((zone) => ({
    id: `shape:${zone.name}`,
    kind: zone.kind,
    title: zone.title,
    question: zone.question,
    isFilled:
      zone.fillFromSteps.length > 0 || zone.collects !== undefined || zone.eachGroup === true,
  }))
}

/** Only when there is any: it is in nearly no view. */
function takenAwayFor(session: Session, actor: Actor): Pick<SessionView, 'takenAway'> {
  if (actor.role !== 'participant' && actor.role !== 'facilitator') return {}
  const takenAway =
    actor.role === 'participant'
      ? takenAwayOf(session, actor.personId)
      : (session.takenAway ?? []).map(({ id, reason }) => ({ id, reason }))
  return takenAway.length === 0 ? {} : { takenAway: [...takenAway] }
}

/** Moments only: a view that counts up would be news all the time. */
function timesView({ times: { startedAt, stepStartedAt, spentMs } }: Session) {
  return { startedAt, stepStartedAt, spentMs: { ...spentMs } }
}

function groupViews(session: Session): SessionView['groups'] {
  return session.groups.map(({ id, letter, name }) => ({
    id,
    letter,
    name,
    boardId: session.boards.find((board) => board.groupId === id)?.id ?? '',
    size: session.people.filter((person) => person.groupId === id && isHere(person)).length,
  }))
}

function boardViews(session: Session, actor: Actor): BoardView[] {
  const inUse = new Set(boardsOfStep(session, session.position))
  return session.boards.flatMap((board) => {
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

function ownPerson(session: Session, actor: Actor): Omit<PersonView, 'isConnected'> | undefined {
  if (actor.role !== 'participant') return undefined
  const person = session.people.find(({ id }) => id === actor.personId)
  return person === undefined ? undefined : personView(person)
}

function personView(person: Person): Omit<PersonView, 'isConnected'> {
  const { id, number, background, groupId, hasPhone, hasLeft, isScreen } = person
  const name = shownName(person)
  const known = { id, number, name, background, groupId, hasPhone, hasLeft }
  return isScreen === true ? { ...known, isScreen } : known
}
