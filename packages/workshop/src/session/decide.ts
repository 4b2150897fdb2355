import { ok, refuse } from '@stip/primitives'
import type { BoardId, Random, Result } from '@stip/primitives'
import { addMinutes, freshClock, pauseClock, resumeClock } from '../clock/clock.ts'
import type { Command, CommandRefusal } from './commands.ts'
import { allowsImages } from '../board-rules/images.ts'
import { limits } from '../ability/limits.ts'
import { withNotesOnly } from '../board-rules/notes-only.ts'
import {
  changeBackground,
  mix,
  movePerson,
  removePerson,
  removeUnseen,
  restorePerson,
  undoMix,
  withPerson,
} from '../people/people.ts'
import type { Group, Session } from './session.ts'
import { requiredText } from '../ability/text.ts'
import { clockLeftBehind, timesAfterMove } from '../clock/times.ts'

/** What a decision needs from outside, so that the same command can be decided again in a test. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly random: Random
  readonly newId: () => string
  /** `revision` of the session on the facilitator's screen when the button was pressed. */
  readonly seenRevision: number
}

type Outcome = Result<Session, CommandRefusal>

/**
 * What becomes of a session when a facilitator gives a command. A command that changes nothing
 * returns the session that was given; anything else raises `revision` by exactly one.
 */
export function decide(session: Session, command: Command, circumstances: Circumstances): Outcome {
  if (session.endedAt !== undefined && !afterTheEnd.has(command.type)) {
    return refuse('session-is-over')
  }
  if (circumstances.seenRevision < revisionItNeeds(session, command)) {
    return refuse('session-has-moved-on')
  }
  const outcome = carryOut(session, command, circumstances)
  if (!outcome.ok || outcome.value === session) return outcome
  return ok({ ...outcome.value, revision: session.revision + 1 })
}

/** What the room reads on the closed wall has pages too. */
const afterTheEnd: ReadonlySet<Command['type']> = new Set(['reopen-session', 'turn-wall-page'])

/** The oldest revision on which a command still means what the sender meant. */
function revisionItNeeds({ changedAt }: Session, command: Command): number {
  switch (command.type) {
    case 'go-to-step': // "next" is next to the step on the screen
    case 'add-minutes': // five minutes more for this step, not for the one after it
      return changedAt.step
    case 'mix-groups': // two facilitators who press at once must not deal twice
    case 'undo-mix':
      return changedAt.mix
    default:
      return 0
  }
}

function carryOut(session: Session, command: Command, circumstances: Circumstances): Outcome {
  const { now, random, newId } = circumstances
  switch (command.type) {
    case 'go-to-step':
      return goToStep(session, command.position, now)
    case 'add-minutes':
      return addMinutes(session, command.minutes, now)
    case 'pause-clock':
      return pauseClock(session, now)
    case 'resume-clock':
      return resumeClock(session, now)
    case 'mix-groups':
      return mix(session, random)
    case 'undo-mix':
      return undoMix(session)
    case 'move-person':
      return movePerson(session, command.personId, command.groupId)
    case 'add-person':
      return withPerson(session, { ...command, personId: newId() }, false)
    case 'change-background':
      return changeBackground(session, command.personId, command.background)
    case 'remove-person':
      return removePerson(session, command.personId)
    case 'restore-person':
      return restorePerson(session, command.personId)
    case 'remove-unseen-people':
      return ok(removeUnseen(session))
    case 'rename-group':
      return renameGroup(session, command.groupId, command.name)
    case 'rename-session':
      return renameSession(session, command.title)
    case 'show-names':
      return ok(withChange(session, { showsNames: command.on }))
    case 'allow-images':
      return ok(
        allowsImages(session) === command.on ? session : { ...session, imagesAllowed: command.on },
      )
    case 'only-notes':
      return ok(withNotesOnly(session, command.on, now))
    case 'spotlight':
      return putInSpotlight(session, command.boardId)
    case 'show-on-wall':
      return showOnWall(session, command.choice)
    case 'turn-wall-page':
      return ok(turnWallPage(session, command.page))
    case 'end-session':
      return ok(end(session, now))
    case 'reopen-session':
      return session.endedAt === undefined
        ? refuse('session-is-not-over')
        : ok({ ...session, endedAt: undefined })
    default:
      return command satisfies never
  }
}

function goToStep(session: Session, position: number, now: number): Outcome {
  const step = session.agenda.steps[position]
  if (step === undefined && position !== -1) return refuse('no-such-step')
  const isOpened = step === undefined || session.openedSteps.includes(position)
  return ok({
    ...session,
    position,
    openedSteps: isOpened ? session.openedSteps : [...session.openedSteps, position],
    clock: clockLeftBehind(session, position, now) ?? freshClock(step?.minutes ?? 0, now),
    times: timesAfterMove(session, position, now),
    spotlight: undefined,
    wallPage: undefined,
    changedAt: { ...session.changedAt, step: session.revision + 1 },
  })
}

function renameGroup(session: Session, groupId: Group['id'], text: string): Outcome {
  const group = session.groups.find((each) => each.id === groupId)
  if (group === undefined) return refuse('no-such-group')
  const name = requiredText(text, limits.groupNameLength)
  if (!name.ok) return name
  if (group.name === name.value) return ok(session)
  const renamed = { ...group, name: name.value }
  return ok({
    ...session,
    groups: session.groups.map((each) => (each === group ? renamed : each)),
  })
}

function renameSession(session: Session, text: string): Outcome {
  const title = requiredText(text, limits.titleLength)
  return title.ok ? ok(withChange(session, { title: title.value })) : title
}

/** Everybody looks at one board, the wall too: whatever was chosen for the wall before gives way. */
function putInSpotlight(session: Session, boardId: BoardId | null): Outcome {
  if (boardId === null) {
    return ok(
      session.spotlight === undefined
        ? session
        : { ...session, spotlight: undefined, wallPage: undefined },
    )
  }
  if (!hasBoard(session, boardId)) return refuse('no-such-board')
  if (session.spotlight === boardId && session.wall.kind === 'auto') return ok(session)
  return ok({ ...session, spotlight: boardId, wall: { kind: 'auto' }, wallPage: undefined })
}

function showOnWall(session: Session, choice: Session['wall']): Outcome {
  const { wall } = session
  if (choice.kind !== 'board') {
    return wall.kind === choice.kind
      ? ok(session)
      : ok({ ...session, wall: choice, wallPage: undefined })
  }
  if (!hasBoard(session, choice.boardId)) return refuse('no-such-board')
  const isShown = wall.kind === 'board' && wall.boardId === choice.boardId
  return isShown ? ok(session) : ok({ ...session, wall: choice, wallPage: undefined })
}

/** A page too far is the last one: how many there are, only who reads the board knows. */
function turnWallPage(session: Session, page: number): Session {
  const wallPage = Math.max(0, Math.floor(page))
  return (session.wallPage ?? 0) === wallPage ? session : { ...session, wallPage }
}

/** The clock is held, so that a session that is opened again goes on with the time it had. */
function end(session: Session, now: number): Session {
  const held = pauseClock(session, now)
  return {
    ...session,
    clock: held.ok ? held.value.clock : undefined,
    endedAt: now,
    wallPage: undefined,
  }
}

function hasBoard(session: Session, boardId: BoardId): boolean {
  return session.boards.some((board) => board.id === boardId)
}

function withChange<Key extends 'title' | 'showsNames'>(
  session: Session,
  difference: Pick<Session, Key>,
): Session {
  const isSame = Object.entries(difference).every(([key, value]) => session[key as Key] === value)
  return isSame ? session : { ...session, ...difference }
}
