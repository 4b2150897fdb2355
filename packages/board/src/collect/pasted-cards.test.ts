import { describe, expect, it } from 'vitest'
import { copyId } from '../merge/merge-ids.ts'
import { plainTextOf } from '../plain-text.ts'
import type { BoardRecord } from '../record.ts'
import { aVision, collectInto, keyCards } from '../test/collecting.ts'
import { aGroupBoard, aNote } from '../test/records.ts'
import type { TestBoard } from '../test/test-board.ts'
import { trayOf } from './tray.ts'

describe('[C12] a card that people put on the vision themselves, as a copy', () => {
  const boards = [aGroupBoard('A', keyCards(['Deur open', 'Eén loket']))]
  const copied = { board: 'bord-a', record: 'shape:punt-0', revision: 0, group: 'groep-a' }
  const paste = (vision: TestBoard, meta: BoardRecord['meta'] = {}, sources = [copied]): void => {
    const record = { ...aNote('kopie', 'Deur open', { x: 100, y: 3200 }), meta }
    vision.apply([{ kind: 'create', record, sources, base: {}, isTemplate: false }])
  }
  const leftOn = (vision: TestBoard): readonly string[] =>
    trayOf({ boards, vision: vision.all() }).unprocessed.map(({ words }) => words)

  it('is there: it is in no tray, and does not come once more', () => {
    const vision = aVision('share')
    paste(vision)
    expect(leftOn(vision)).toEqual(['Eén loket'])
    expect(collectInto(vision, boards).summary.added).toBe(1)
    expect(wordsOnVision(vision).toSorted()).toEqual(['Deur open', 'Eén loket'])
    expect(leftOn(vision)).toEqual([])
  })

  it('is there also when the group itself copied it from elsewhere', () => {
    const vision = aVision('share')
    const elsewhere = { ...copied, board: 'plenair', record: 'shape:idee' }
    paste(vision, { copyOf: 'bord-a/shape:punt-0' }, [elsewhere])
    expect(leftOn(vision)).toEqual(['Eén loket'])
    const invented = aVision('share')
    paste(invented, { copyOf: 'bord-a/shape:punt-0' }, [])
    expect(leftOn(invented)).toHaveLength(2)
  })

  it('comes when they took it off again', () => {
    const vision = aVision('share')
    paste(vision)
    vision.remove('shape:kopie')
    expect(leftOn(vision)).toHaveLength(2)
    collectInto(vision, boards)
    expect(wordsOnVision(vision)).toEqual(['Deur open', 'Eén loket'])
  })

  it('stays a used card when what was collected is cut and pasted elsewhere', () => {
    const vision = aVision('share')
    collectInto(vision, boards)
    paste(vision)
    vision.remove(copyId('bord-a', 'shape:punt-0'))
    expect(trayOf({ boards, vision: vision.all() })).toMatchObject({ used: 2, withdrawn: 0 })
    expect(collectInto(vision, boards).writes).toEqual([])
  })
})

function wordsOnVision(vision: TestBoard): readonly string[] {
  return vision.live().map(({ props }) => plainTextOf(props['richText']))
}
