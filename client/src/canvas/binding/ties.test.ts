// @vitest-environment jsdom
import { createShapeId, getIndicesBetween } from 'tldraw'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { applyRemote } from './applying.ts'
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

describe('an arrow that lies below what it is tied to', () => {
  it('is doubled with one of its ends, and stays where it is', () => {
    const { editor, store } = aDrawer()
    const [low, high] = [createShapeId('laag'), createShapeId('hoog')]
    for (const id of [arrow, low, note, high]) {
      editor.createShape({ id, type: id === arrow ? 'arrow' : 'note' })
    }
    const ends = [
      ['start', low],
      ['end', high],
    ] as const
    for (const [terminal, toId] of ends)
      editor.createBinding({ type: 'arrow', fromId: arrow, toId, props: { terminal } })
    const [lowest] = getIndicesBetween(undefined, editor.getShape(low)?.index, 1)
    // As two people bring it about who order things at once.
    applyRemote(store, () =>
      store.update(arrow, (shape) => ({ ...shape, index: lowest ?? shape.index })),
    )
    editor.duplicateShapes([arrow, high])
    expect(editor.getShape(arrow)?.index).toBe(lowest)
    expect(editor.getCurrentPageShapes().filter(({ type }) => type === 'arrow')).toHaveLength(2)
  })
})

function aDrawer(): Drawer {
  const drawer = new Drawer(new SimulatedRoom(), 1)
  drawers.push(drawer)
  return drawer
}

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
