import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSession, aZone, differing } from '../test/a-session.ts'
import { areaOf, areaToSort, areaToShow, boardsOfStep } from './areas.ts'

describe('the area of a step', () => {
  it('[A13] is at the top for the first step of either kind of board', () => {
    const session = aSession({ openedSteps: [0, 1] })
    expect(areaOf(session, 0)).toEqual({ x: 0, y: 0, w: 2400, h: 1350 })
    expect(areaOf(session, 1)).toEqual({ x: 0, y: 0, w: 2400, h: 1350 })
  })

  it('[A13] follows the order in which steps were opened, not that of the agenda', () => {
    const session = aSession({ openedSteps: [4, 1, 0] })
    expect(areaOf(session, 4)?.y).toBe(0)
    expect(areaOf(session, 0)?.y).toBeGreaterThanOrEqual(1350)
  })

  it('[A13] does not exist before the step was opened, nor in a break', () => {
    expect(areaOf(aSession(), 0)).toBeUndefined()
    expect(areaOf(aSession({ openedSteps: [2] }), 2)).toBeUndefined()
    expect(areaOf(aSession(), -1)).toBeUndefined()
  })

  it('[A13] overlaps no other on its board, and stays when steps are opened later', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4]), (openedSteps) => {
        const session = aSession({ openedSteps })
        const bottoms = new Map<string, number>()
        for (const [turn, position] of openedSteps.entries()) {
          const area = areaOf(session, position)
          const then = aSession({ openedSteps: openedSteps.slice(0, turn + 1) })
          expect(areaOf(then, position)).toEqual(area)
          for (const board of boardsOfStep(session, position)) {
            expect(area?.y).toBeGreaterThanOrEqual(bottoms.get(board) ?? 0)
            bottoms.set(board, (area?.y ?? 0) + (area?.h ?? 0))
          }
        }
      }),
    )
  })
})

describe('where a board opens', () => {
  it('[A19] is the area of the step', () => {
    const session = aSession({ openedSteps: [0, 1, 3], position: 0 })
    expect(areaToShow(session, 'plenary')).toEqual(areaOf(session, 0))
  })

  it('[A19] is the last area of a board that the step does not use', () => {
    const session = aSession({ openedSteps: [0, 3, 1], position: 1 })
    expect(areaToShow(session, 'plenary')).toEqual(areaOf(session, 3))
    expect(areaToShow(differing(session, { position: 2 }), 'board-A')).toEqual(areaOf(session, 1))
  })

  it('[A19] is nowhere on a board that no step was on', () => {
    expect(areaToShow(aSession({ openedSteps: [0], position: 0 }), 'board-A')).toBeUndefined()
    expect(areaToShow(aSession(), 'plenary')).toBeUndefined()
  })
})

describe('the boards of a step', () => {
  it('[A14] are the plenary one, all those of groups, or none', () => {
    expect(boardsOfStep(aSession(), 0)).toEqual(['plenary'])
    expect(boardsOfStep(aSession(), 1)).toEqual(['board-A', 'board-B', 'board-C'])
    expect(boardsOfStep(aSession(), 2)).toEqual([])
    expect(boardsOfStep(aSession(), -1)).toEqual([])
  })

  it('[A14] are the vision for a plenary step that says so, with areas of its own', () => {
    const { agenda } = aSession().steps
    const steps = agenda.steps.map((step) =>
      step.id === 'merge' && step.board !== undefined
        ? { ...step, board: { ...step.board, on: 'vision' as const } }
        : step,
    )
    const session = aSession({ agenda: { ...agenda, steps }, openedSteps: [0, 3, 4] })
    expect(boardsOfStep(session, 4)).toEqual(['vision'])
    expect(areaOf(session, 4)?.y).toBe(0)
  })
})

it('[A20] what a step puts in order lies in the areas of the steps that its clusters are filled from', () => {
  const { agenda } = aSession().steps
  const board = { width: 2400, height: 1350 }
  const steps = agenda.steps.map((step) => {
    const zones = [aZone('thema', { kind: 'clusters', fillFromSteps: ['welcome', 'share'] })]
    return step.id === 'merge' ? { ...step, board: { ...board, zones } } : step
  })
  const evening = aSession({ agenda: { ...agenda, steps }, openedSteps: [0, 1, 3, 4], position: 4 })
  expect(areaToSort(evening, 'plenary')).toEqual({ x: 0, y: 0, w: 2400, h: 2 * 1350 + 240 })
  expect(areaToSort(evening, 'board-A')).toBeUndefined()
  expect(areaToSort(differing(evening, { position: 3 }), 'plenary')).toBeUndefined()
})
