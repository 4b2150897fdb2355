// @vitest-environment jsdom
import { createShapeId } from 'tldraw'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

const note = createShapeId('wens')
const arrow = createShapeId('pijl')
const drawers: Drawer[] = []

beforeAll(fillGapsOfJsdom)
afterEach(() => {
  for (const drawer of drawers.splice(0)) drawer.leave()
})

// tldraw unties what it copies, and ties it again without telling anybody.
describe('a note that an arrow is tied to stays tied', () => {
  it('when the note is copied', () => {
    const [anna, bilal] = twoAtATiedArrow()
    anna.editor.getContentFromCurrentPage([note])
    exchange(anna, bilal)
    expect(tiesOn(anna)).toHaveLength(1)
    expect(tiesOn(bilal)).toEqual(tiesOn(anna))
    expect(bilal.shown()).toEqual(anna.shown())
  })

  it('when the note is doubled', () => {
    const [anna, bilal] = twoAtATiedArrow()
    anna.editor.duplicateShapes([note])
    exchange(anna, bilal)
    expect(tiesOn(bilal)).toHaveLength(1)
    expect(bilal.shown()).toEqual(anna.shown())
    anna.editor.undo()
    exchange(anna, bilal)
    expect(tiesOn(bilal)).toHaveLength(1)
    expect(bilal.editor.getCurrentPageShapes()).toHaveLength(2)
  })
})

function twoAtATiedArrow(): readonly [Drawer, Drawer] {
  const room = new SimulatedRoom()
  const [anna, bilal] = [new Drawer(room, 1), new Drawer(room, 2)]
  drawers.push(anna, bilal)
  for (const drawer of drawers) drawer.connect()
  anna.editor.createShape({ id: note, type: 'note' })
  anna.editor.createShape({ id: arrow, type: 'arrow', x: 400, y: 400 })
  anna.editor.createBinding({
    type: 'arrow',
    fromId: arrow,
    toId: note,
    props: { terminal: 'end' },
  })
  exchange(anna, bilal)
  anna.press()
  return [anna, bilal]
}

function exchange(...people: readonly Drawer[]): void {
  for (let round = 0; round < 3; round++) {
    for (const person of people) person.frame()
    for (const person of people) person.line?.deliverAll()
  }
  for (const person of people) person.frame()
}

function tiesOn({ editor }: Drawer): readonly unknown[] {
  return editor.getBindingsFromShape(arrow, 'arrow')
}
