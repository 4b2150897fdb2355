import { seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { describe, expect, it } from 'vitest'
import { aVision, collectInto, keyCards, placesOf } from '../test/collecting.ts'
import { aDrawing, aGroupBoard, aNote, aZone, richText } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { changesSince } from './changes-since.ts'
import { collect } from './collect.ts'

const letters = ['A', 'B', 'C']
const drawn = aZone('tekening', 'Onze stip', 0, 0)
const none = { added: 0, updated: 0, withdrawn: 0, kept: 0, drawn: 0 }

describe('what changed since the vision last collected', () => {
  it('[C30] is told group by group: new, changed, withdrawn, changed on both sides, and drawn', () => {
    const groups = letters.map(() => new TestBoard([drawn, ...keyCards(['een', 'twee', 'drie'])]))
    const vision = aVision('share', 'merge')
    const boards = () => groups.map((board, at) => aGroupBoard(letters[at] ?? '', board.all()))
    const since = () =>
      changesSince({ boards: boards(), vision: vision.all(), merge: 2, places: placesOf('merge') })
    collectInto(vision, boards(), 'merge')
    expect(since()).toEqual([])
    const [, b, c] = groups as [TestBoard, TestBoard, TestBoard]
    b.add({ ...aNote('vier', 'vier', { y: 4500 }), meta: { keyCard: true } })
    b.change('shape:punt-0', { t: richText('een, en meer') })
    b.remove('shape:punt-1')
    b.change('shape:punt-2', { t: richText('drie, van de groep') })
    vision.change('shape:from.bord-b.punt-2', { t: richText('drie, van de zaal') })
    c.add(aDrawing('streep', { x: 100, y: 100 }))
    expect(since()).toEqual([
      { ...none, board: 'bord-b', added: 1, updated: 1, withdrawn: 1, kept: 1 },
      // The frame of the first drawing is new, and what is in it is drawn.
      { ...none, board: 'bord-c', added: 1, drawn: 1 },
    ])
    collectInto(vision, boards(), 'merge', 2)
    expect(since()).toEqual([])
    c.add(aDrawing('nog-een', { x: 200, y: 200 }))
    expect(since()).toEqual([{ ...none, board: 'bord-c', drawn: 1 }])
  })

  it('[C30] is nothing of what only the vision changed, or of what a group moved about', () => {
    const board = new TestBoard(keyCards(['een', 'twee']))
    const boards = () => [aGroupBoard('A', board.all())]
    const vision = aVision('share')
    collectInto(vision, boards())
    vision.change('shape:from.bord-a.punt-0', { t: richText('anders') })
    board.change('shape:punt-1', { xy: [900, 900] })
    const where = { merge: 2, places: placesOf('share') }
    expect(changesSince({ boards: boards(), vision: vision.all(), ...where })).toEqual([])
  })
})

describe.each(Array.from({ length: 40 }, (_, at) => at + 1))('an evening, seed %d', (seed) => {
  it('[C30] is what collecting then does, of each group whatever the others did, and nothing after it', () => {
    const random = seededRandom(seed)
    const groups = letters.map((letter) => ({ letter, board: new TestBoard([drawn]) }))
    const vision = aVision('share', 'merge')
    for (let turn = 0; turn < 30; turn++) {
      work(random, groups[Math.floor(random() * 3)]?.board as TestBoard, `t${turn}`)
      const some = vision.live().find(({ type }) => type === 'note' && random() < 0.1)
      if (some !== undefined) vision.change(some.id, { t: richText(`zaal ${turn}`) })
      if (random() < 0.7) continue
      const boards = groups.map(({ letter, board }) => aGroupBoard(letter, board.all()))
      const input = { vision: vision.all(), merge: turn, places: placesOf('merge') }
      const told = changesSince({ ...input, boards })
      const alone = boards.flatMap((board) => changesSince({ ...input, boards: [board] }))
      expect(told).toEqual(alone)
      const { summary } = collect({ ...input, boards })
      for (const what of ['added', 'updated', 'withdrawn', 'kept'] as const) {
        expect(told.reduce((sum, one) => sum + one[what], 0)).toBe(summary[what])
      }
      collectInto(vision, boards, 'merge', turn)
      expect(changesSince({ ...input, vision: vision.all(), boards })).toEqual([])
    }
  })
})

function work(random: Random, board: TestBoard, name: string): void {
  const one = board.live()[Math.floor(random() * board.live().length)]
  const chance = random()
  if (one === undefined || chance < 0.5) {
    const place = { x: Math.floor(random() * 700), y: Math.floor(random() * 700) }
    const isStroke = random() < 0.3
    const note = { ...aNote(name, `Idee ${name}`, { y: 3000 }), meta: { keyCard: true } }
    board.add(isStroke ? aDrawing(name, place) : note)
  } else if (chance < 0.65) board.remove(one.id)
  else if (one.type === 'note') board.change(one.id, { t: richText(`Beter ${name}`) })
}
