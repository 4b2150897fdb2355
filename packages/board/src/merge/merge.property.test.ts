import { shuffled, seededRandom } from '@stip/primitives'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planMerge } from './merge.ts'
import { copyId } from './merge-ids.ts'
import type { SourceBoard } from './merge-plan.ts'
import { tally } from '../tally.ts'
import { aGroupBoard, aNote, aZone, deepFreeze, richText, stored } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'

const place = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
})
const notes = fc.array(fc.record({ place, text: fc.string(), isGone: fc.boolean() }), {
  maxLength: 12,
})
const boards = fc
  .array(notes, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((made, at) => aBoard('ABCD'[at] ?? 'A', made)))
/** What one side does with a text between two merges: nothing, or write something else. */
const edit = fc.option(fc.constantFrom('over tien jaar', 'morgen', 'samen'), { nil: undefined })

describe('merging, for all boards', () => {
  it('[M1] brings every card, and no other', () => {
    fc.assert(
      fc.property(boards, (boards) => {
        const vision = merged(boards)
        const made = boards.flatMap(({ board, records }) =>
          records
            .filter((one) => !one.isGone && !one.isTemplate)
            .map((one) => copyId(board, one.record.id)),
        )
        expect(new Set(vision.live().map((record) => record.id))).toEqual(new Set(made))
        expect(tally({ boards, vision: vision.all() })).toMatchObject({
          cards: made.length,
          used: made.length,
        })
      }),
    )
  })

  it('[M1c] keeps distances between the cards of a lane', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const near = { x: one.x + (other.x % 1000), y: other.y }
        const board = aGroupBoard('A', [aNote('een', '', one), aNote('twee', '', near)])
        const vision = merged([board])
        const [first, second] = ['een', 'twee'].map(
          (name) => vision.get(copyId('bord-a', `shape:${name}`))?.record,
        )
        const distance = Number(second?.['x']) - Number(first?.['x'])
        expect(Math.abs(distance - (near.x - one.x))).toBeLessThanOrEqual(1 / 8)
      }),
    )
  })

  it('[M2] gives the same plan for boards in any order', () => {
    fc.assert(
      fc.property(boards, fc.nat(), (boards, seed) => {
        const other = shuffled(boards, seededRandom(seed))
        expect(planMerge({ boards: other, vision: [], merge: 1 })).toEqual(
          planMerge({ boards, vision: [], merge: 1 }),
        )
      }),
    )
  })

  it('[M3] has nothing to write the second time', () => {
    fc.assert(
      fc.property(boards, (boards) => {
        const vision = merged(boards).all()
        expect(planMerge({ boards, vision, merge: 2 }).writes).toEqual([])
      }),
    )
  })

  it('[M3a] follows the source, unless people wrote something else on the vision', () => {
    fc.assert(
      fc.property(edit, edit, (atSource, onVision) => {
        const copy = copyId('bord-a', 'shape:een')
        const vision = merged([aGroupBoard('A', [aNote('een', 'nu')])])
        if (onVision !== undefined) vision.change(copy, { t: richText(onVision) })
        const boards = [aGroupBoard('A', [aNote('een', atSource ?? 'nu')])]
        const { writes, summary } = planMerge({ boards, vision: vision.all(), merge: 2 })
        vision.apply(writes)
        expect(vision.fields(copy)['t']).toEqual(richText(onVision ?? atSource ?? 'nu'))
        const differ = atSource !== undefined && onVision !== undefined && atSource !== onVision
        expect(summary.kept).toBe(differ ? 1 : 0)
      }),
    )
  })

  it('[M6] changes nothing it was given', () => {
    fc.assert(
      fc.property(boards, boards, (boards, later) => {
        const vision = deepFreeze(merged(deepFreeze(boards)).all())
        expect(() => planMerge({ boards: deepFreeze(later), vision, merge: 2 })).not.toThrow()
      }),
    )
  })
})

function aBoard(
  letter: string,
  made: readonly { place: { x: number; y: number }; text: string; isGone: boolean }[],
): SourceBoard {
  const records = made.map(({ place, text, isGone }, at) =>
    stored(aNote(`briefje-${at}`, text, place), { isGone }),
  )
  return aGroupBoard(letter, [aZone('vak', 'Dromen'), ...records])
}

function merged(boards: readonly SourceBoard[]): TestBoard {
  const vision = new TestBoard()
  vision.apply(planMerge({ boards, vision: [], merge: 1 }).writes)
  return vision
}
