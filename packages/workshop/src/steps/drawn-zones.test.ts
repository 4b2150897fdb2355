import { describe, expect, it } from 'vitest'
import { collectPlaces, collectsWhenOpened, fillPlaces } from '../merging/collecting.ts'
import { aSession, aZone, differing } from '../test/a-session.ts'
import type { Differences } from '../test/a-session.ts'
import { drawnZones } from './drawn-zones.ts'
import type { Session } from '../session/session.ts'

describe('the zones of a step', () => {
  it('[A17] lie in the area of their step, under a name that follows from step and zone', () => {
    const evening = onVision({ openedSteps: [3, 4] })
    const [uniek] = drawnZones(evening, 4).filter(({ name }) => name === 'step-merge-uniek')
    expect(uniek).toMatchObject({ x: 40, y: 1350 + 240 + 600, group: undefined })
    expect(drawnZones(onVision({ openedSteps: [3] }), 4)).toEqual([])
  })

  it('[A17] are cut for every group into columns that do not touch, and say whose they are', () => {
    const columns = drawnZones(onVision({ openedSteps: [3] }), 3)
    expect(columns.map(({ name }) => name)).toEqual([
      'step-share-g-a',
      'step-share-g-b',
      'step-share-g-c',
    ])
    expect(columns.map(({ title }) => title)).toEqual(['Van Groep A', 'Van Groep B', 'Van Groep C'])
    expect(columns.map(({ x, width }) => [x, x + width])).toEqual([
      [40, 787],
      [827, 1574],
      [1613, 2360],
    ])
  })
})

describe('what the vision collects', () => {
  it('[A18] is of each group in its own column, and comes last where the session is', () => {
    const evening = onVision({ openedSteps: [3, 4], position: 4 })
    expect(collectPlaces(evening).map(({ zone, groupId }) => [zone, groupId])).toEqual([
      ['step-share-g-a', 'A'],
      ['step-share-g-b', 'B'],
      ['step-share-g-c', 'C'],
      ['step-merge-uniek', undefined],
    ])
    expect(collectPlaces(evening)[0]?.from).toEqual(['step-draw-tekening'])
  })

  it('[A18] is nothing in a step ahead of where the session is, nor in one that was not opened', () => {
    const back = onVision({ openedSteps: [4, 3], position: 3 })
    expect(collectPlaces(back).map(({ zone }) => zone)).not.toContain('step-merge-uniek')
    expect(collectPlaces(onVision({ openedSteps: [1], position: 1 }))).toEqual([])
  })

  it('[A18] comes when its step is opened, but for merging: that is a press', () => {
    expect([0, 1, 2, 3, 4].filter((step) => collectsWhenOpened(onVision(), step))).toEqual([3])
    const merge = { count: 1, lastAt: 1, canUndo: true }
    expect(collectsWhenOpened(onVision({ merge }), 4)).toBe(true)
  })
})

describe('what the zones of groups take', () => {
  it('[A18] is taken in the step itself, on the boards of groups only', () => {
    const { agenda } = onVision().steps
    const punten = aZone('punten', { collects: [{ what: 'key-cards', from: [] }] })
    const steps = agenda.steps.map((step) =>
      step.id === 'draw'
        ? { ...step, board: { width: 2400, height: 1350, zones: [punten] } }
        : step,
    )
    const evening = onVision({ agenda: { ...agenda, steps }, openedSteps: [1, 3], position: 1 })
    expect(fillPlaces(evening)).toEqual([
      { zone: 'step-draw-punten', what: 'key-cards', from: [], groupId: undefined },
    ])
    expect(collectsWhenOpened(evening, 1)).toBe(true)
    expect(fillPlaces(differing(evening, { position: 3 }))).toEqual([])
    expect(collectPlaces(evening).map(({ zone }) => zone)).not.toContain('step-draw-punten')
  })
})

/** Sharing and merging work on the vision. */
function onVision(differences: Differences = {}): Session {
  const { agenda } = aSession().steps
  const area = { on: 'vision', width: 2400, height: 1350 } as const
  const zones = {
    share: [
      aZone('g', {
        title: 'Van {groep}',
        width: 2320,
        eachGroup: true,
        collects: [{ what: 'drawing', from: ['draw/tekening'] }],
      }),
    ],
    merge: [aZone('uniek', { y: 600, collects: [{ what: 'key-cards', from: [] }] })],
  }
  const steps = agenda.steps.map((step) => {
    if (step.id === 'share') return { ...step, board: { ...area, zones: zones.share } }
    return step.id === 'merge' ? { ...step, board: { ...area, zones: zones.merge } } : step
  })
  return aSession({ agenda: { ...agenda, steps }, ...differences })
}
