import { describe, expect, it } from 'vitest'
import { aVision, collectInto } from '../test/collecting.ts'
import { aDrawing, aGroupBoard, aNote, aZone } from '../test/records.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { groupDrawings } from './group-drawings.ts'

function aBoardWithDrawing(letter: string, y = 200): SourceBoard {
  return aGroupBoard(letter, [
    aZone('tekening', 'Onze stip', 0, 0),
    aDrawing('lijn', { y }),
    aNote('zon', 'De zon', { x: 300, y: 300 }),
  ])
}

describe('[V14] the drawings of groups', () => {
  it('[V14] are each whole, named, and equally large from one corner', () => {
    const vision = aVision('share')
    collectInto(vision, [aBoardWithDrawing('B', 500), aBoardWithDrawing('A')], 'share')
    const found = groupDrawings(vision.live())
    expect(found?.all.map(({ letter, name }) => [letter, name])).toEqual([
      ['A', 'De Brug'],
      ['B', 'Het Plein'],
    ])
    const tops = found?.all.map(({ drawing, origin }) => drawing.box.y - origin.y) ?? []
    // The same sheet: what group B drew lower down lies lower down.
    expect(tops[1]).toBeGreaterThan(tops[0] ?? 0)
    for (const { drawing, origin } of found?.all ?? []) {
      const { box } = found ?? { box: { x: 0, y: 0, w: 0, h: 0 } }
      expect(drawing.box.x - origin.x).toBeGreaterThanOrEqual(box.x - 0.001)
      expect(drawing.box.y - origin.y + drawing.box.h).toBeLessThanOrEqual(box.y + box.h + 0.001)
    }
  })

  it('[V14] are none before anybody drew', () => {
    expect(groupDrawings(aVision('share').live())).toBeUndefined()
  })
})
