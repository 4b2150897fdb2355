import type { BoardId } from '@stip/primitives'
import { currentStep } from '../session/session.ts'
import type { Session } from '../session/session.ts'

/** A rectangle on a board, in board units. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

type StepInSession = Session['agenda']['steps'][number]

/** The kinds of boards that steps work on. */
type KindOfStep = 'plenary' | 'group' | 'vision'

/** Room between the area of a step and that of the next, in board units. */
const GAP = 240

/** The boards on which a step has its area: none for a step without a board, as a break. */
export function boardsOfStep(session: Session, position: number): BoardId[] {
  const kind = kindOfStep(session, position)
  return session.boards.filter((board) => board.kind === kind).map((board) => board.id)
}

/**
 * Where the area of a step lies: below the areas of the steps that were opened before it on the
 * same kind of board, so that nothing moves when the session goes back and forth. All group boards
 * are laid out alike. Undefined for a step that was not opened or has no board.
 */
export function areaOf(session: Session, position: number): Area | undefined {
  const kind = kindOfStep(session, position)
  const turn = session.openedSteps.indexOf(position)
  if (kind === undefined || turn === -1) return undefined
  const y = session.openedSteps
    .slice(0, turn)
    .filter((earlier) => kindOfStep(session, earlier) === kind)
    .reduce((below, earlier) => below + (boardOfStep(session, earlier)?.height ?? 0) + GAP, 0)
  const board = boardOfStep(session, position)
  return board === undefined ? undefined : { x: 0, y, w: board.width, h: board.height }
}

/**
 * The part of a board to open it at: the area of the step, and outside of its own steps that of the
 * last one that was opened on it. Undefined for a board that no step was on yet.
 */
export function areaToShow(session: Session, boardId: BoardId): Area | undefined {
  const isOn = (position: number): boolean => boardsOfStep(session, position).includes(boardId)
  const position = isOn(session.position) ? session.position : session.openedSteps.findLast(isOn)
  return position === undefined ? undefined : areaOf(session, position)
}

/**
 * Where on a board of the step lies what people put in order now: the areas of the steps that its
 * zones for clusters are filled from. Undefined when there is nothing to order.
 */
export function areaToSort(session: Session, boardId: BoardId): Area | undefined {
  if (!boardsOfStep(session, session.position).includes(boardId)) return undefined
  const clusters = boardOfStep(session, session.position)?.zones.filter(
    ({ kind, collects }) => kind === 'clusters' && collects === undefined,
  )
  const from = new Set(clusters?.flatMap(({ fillFromSteps }) => fillFromSteps))
  const areas = session.openedSteps.flatMap((position) => {
    const isFrom = from.has(session.agenda.steps[position]?.id ?? '')
    const area = isFrom && boardsOfStep(session, position).includes(boardId)
    return area ? [areaOf(session, position)].filter((each) => each !== undefined) : []
  })
  const [first] = areas
  if (first === undefined) return undefined
  const top = Math.min(...areas.map(({ y }) => y))
  const bottom = Math.max(...areas.map(({ y, h }) => y + h))
  return { x: first.x, y: top, w: Math.max(...areas.map(({ w }) => w)), h: bottom - top }
}

/** Whether people work on the boards of their groups; alone and from afar they share the plenary one. */
export function worksInGroups(step: StepInSession): boolean {
  return step.setting === 'group' || step.setting === 'role-group'
}

/** Whether everybody works on the vision in a step, instead of on the plenary board. */
export function worksOnVision(step: StepInSession): boolean {
  return step.board?.on === 'vision' && !worksInGroups(step)
}

/** The kind of board that everybody works on together now; undefined while they work in groups, or not at all. */
export function sharedKind(session: Session): 'plenary' | 'vision' | undefined {
  const step = currentStep(session)
  if (step === undefined || worksInGroups(step)) return undefined
  return worksOnVision(step) ? 'vision' : 'plenary'
}

/** Whether there is something on the vision: it was merged, or a step that works on it was opened. */
export function hasVision(session: Session): boolean {
  return session.merge.count > 0 || isVisionUsed(session)
}

/** Whether a step that works on the vision was opened, so that there is a place for what it collects. */
export function isVisionUsed(session: Session): boolean {
  return session.openedSteps.some((each) => kindOfStep(session, each) === 'vision')
}

function boardOfStep(session: Session, position: number) {
  return session.agenda.steps[position]?.board
}

function kindOfStep(session: Session, position: number): KindOfStep | undefined {
  const step = session.agenda.steps[position]
  if (step?.board === undefined) return undefined
  if (worksInGroups(step)) return 'group'
  return worksOnVision(step) ? 'vision' : 'plenary'
}
