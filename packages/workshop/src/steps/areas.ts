import type { BoardId } from '@stip/primitives'
import type { WithBoards } from '../boards/state.ts'
import type { Step } from './agenda.ts'
import { currentStep } from './state.ts'
import type { WithSteps } from './state.ts'

/** A rectangle on a board, in board units. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The kinds of boards that steps work on. */
type KindOfStep = 'plenary' | 'group' | 'vision'

/** Room between the area of a step and that of the next, in board units. */
const GAP = 240

/** The boards on which a step has its area: none for a step without a board, as a break. */
export function boardsOfStep(session: WithSteps & WithBoards, position: number): BoardId[] {
  const kind = kindOfStep(session, position)
  return session.boards.filter((board) => board.kind === kind).map((board) => board.id)
}

/**
 * Where the area of a step lies: below the areas of the steps that were opened before it on the
 * same kind of board, so that nothing moves when the session goes back and forth. All group boards
 * are laid out alike. Undefined for a step that was not opened or has no board.
 */
export function areaOf(session: WithSteps, position: number): Area | undefined {
  const { openedSteps } = session.steps
  const kind = kindOfStep(session, position)
  const turn = openedSteps.indexOf(position)
  if (kind === undefined || turn === -1) return undefined
  const y = openedSteps
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
export function areaToShow(session: WithSteps & WithBoards, boardId: BoardId): Area | undefined {
  const { position, openedSteps } = session.steps
  const isOn = (each: number): boolean => boardsOfStep(session, each).includes(boardId)
  const shown = isOn(position) ? position : openedSteps.findLast(isOn)
  return shown === undefined ? undefined : areaOf(session, shown)
}

/**
 * Where on a board of the step lies what people put in order now: the areas of the steps that its
 * zones for clusters are filled from. Undefined when there is nothing to order.
 */
export function areaToSort(session: WithSteps & WithBoards, boardId: BoardId): Area | undefined {
  const { agenda, position: now, openedSteps } = session.steps
  if (!boardsOfStep(session, now).includes(boardId)) return undefined
  const clusters = boardOfStep(session, now)?.zones.filter(
    ({ kind, collects }) => kind === 'clusters' && collects === undefined,
  )
  const from = new Set(clusters?.flatMap(({ fillFromSteps }) => fillFromSteps))
  const areas = openedSteps.flatMap((position) => {
    const isFrom = from.has(agenda.steps[position]?.id ?? '')
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
export function worksInGroups(step: Pick<Step, 'setting'>): boolean {
  return step.setting === 'group' || step.setting === 'role-group'
}

/** Whether everybody works on the vision in a step, instead of on the plenary board. */
export function worksOnVision(step: Step): boolean {
  return step.board?.on === 'vision' && !worksInGroups(step)
}

/** The kind of board that everybody works on together now; undefined while they work in groups, or not at all. */
export function sharedKind(session: WithSteps): 'plenary' | 'vision' | undefined {
  const step = currentStep(session)
  if (step === undefined || worksInGroups(step)) return undefined
  return worksOnVision(step) ? 'vision' : 'plenary'
}

/** Whether a step that works on the vision was opened, so that there is a place for what it collects. */
export function isVisionUsed(session: WithSteps): boolean {
  return session.steps.openedSteps.some((each) => kindOfStep(session, each) === 'vision')
}

function boardOfStep({ steps: { agenda } }: WithSteps, position: number): Step['board'] {
  return agenda.steps[position]?.board
}

function kindOfStep({ steps }: WithSteps, position: number): KindOfStep | undefined {
  const step = steps.agenda.steps[position]
  if (step?.board === undefined) return undefined
  if (worksInGroups(step)) return 'group'
  return worksOnVision(step) ? 'vision' : 'plenary'
}
