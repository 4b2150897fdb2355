// @vitest-environment jsdom
import type { TLEventInfo, TLPinchEventInfo, TLPointerEventInfo, TLShapeId } from 'tldraw'
import { beforeAll, describe, expect, it } from 'vitest'
import { giveWayToPinch } from './pinch.ts'
import { sendInk } from '../ink/send-ink.ts'
import { Drawer } from '../test/drawer.ts'
import { fillGapsOfJsdom } from '../test/headless-editor.ts'
import { expectAllEqual } from '../test/quiet-point.ts'
import { SimulatedRoom } from '../test/simulated-room.ts'

beforeAll(fillGapsOfJsdom)

const note = 'shape:vast' as TLShapeId
/** Where the finger lands: beside the note, in it, or on its corner once it is chosen. */
const places = { beside: [500, 500], inside: [200, 200], corner: [300, 300] } as const

/** Everything that one finger can begin, and where. */
const gestures = [
  ['draw', 'beside'],
  ['highlight', 'beside'],
  ['eraser', 'inside'],
  ['select', 'inside'],
  ['select', 'beside'],
  ['select', 'corner'],
  ['arrow', 'beside'],
  ['arrow', 'inside'],
  ['line', 'beside'],
  ['geo', 'beside'],
  ['note', 'beside'],
  ['text', 'beside'],
  ['frame', 'beside'],
  ['laser', 'beside'],
  ['hand', 'beside'],
] as const

describe.each(gestures)('a finger with the tool %s, %s the note', (tool, where) => {
  it.each([
    ['six pixels, at once', 6, 60],
    ['not at all, for a while', 0, 2000],
    ['six pixels, slowly', 6, 1500],
    ['forty pixels, fast', 40, 120],
  ])('that moved %s before the second came leaves nothing, here or elsewhere', (_, px, ms) => {
    const table = aTable(tool)
    const before = table.state()
    table.down(places[where])
    table.move(px, ms)
    table.frames()
    expect(table.heardByOthers()).toBe(0)
    table.pinch()
    table.frames()
    expect(table.state()).toEqual(before)
    expect(table.heardByOthers()).toBe(0)
    expect(table.anna.editor.inputs).toMatchObject({ isPointing: false, isDragging: false })
    expect(table.anna.editor.getPath()).toMatch(/idle$/)
    table.end()
  })
})

describe('what went on for longer stays', () => {
  it.each([
    ['draw', 'beside', 'strokes', 1],
    ['highlight', 'beside', 'strokes', 1],
    ['eraser', 'inside', 'notes', 0],
    ['geo', 'beside', 'others', 1],
    ['arrow', 'beside', 'others', 1],
  ] as const)('%s', (tool, where, kind, count) => {
    const table = aTable(tool)
    table.down(places[where])
    table.move(120, 600)
    table.frames()
    table.pinch()
    table.frames()
    expect(table.count(kind)).toBe(count)
    expectAllEqual(table.room, [table.anna, table.bram], 3)
    table.end()
  })

  it('a long stroke that was drawn fast', () => {
    const table = aTable('draw')
    table.down(places.beside)
    table.move(200, 100)
    table.pinch()
    table.frames()
    expect(table.count('strokes')).toBe(1)
    const [stroke] = table.anna.shapes().filter(({ type }) => type === 'draw')
    expect(stroke?.props).toMatchObject({ isComplete: true })
    // All of it, and nothing towards the second finger.
    expect(table.anna.editor.getShapePageBounds(stroke?.id ?? note)?.w).toBeCloseTo(200, 0)
    table.end()
  })

  it('a note that was dragged lies where it was let go, and is not dragged any further', () => {
    const table = aTable('select')
    table.down(places.inside)
    table.move(120, 600)
    table.pinch()
    table.frames()
    expect(table.anna.editor.getShape(note)?.x).toBeCloseTo(220, 0)
    table.move(200, 100)
    table.frames()
    expect(table.anna.editor.getShape(note)?.x).toBeCloseTo(220, 0)
    table.end()
  })
})

it('after a pinch undo works, and takes back what was done before it', () => {
  const table = aTable('draw')
  table.down(places.beside)
  table.move(120, 600)
  table.up()
  table.frames()
  table.down(places.beside)
  table.move(6, 60)
  table.pinch()
  table.frames()
  expect(table.count('strokes')).toBe(1)
  table.anna.editor.undo()
  table.frames()
  expect(table.count('strokes')).toBe(0)
  table.end()
})

it('what somebody else did to a note meanwhile is kept when its drag was a pinch', () => {
  const table = aTable('select')
  table.down(places.inside)
  table.move(30, 100)
  table.frames()
  table.bram.editor.updateShape({ id: note, type: 'note', props: { color: 'red' } })
  table.deliver()
  table.pinch()
  table.frames()
  expect(table.anna.editor.getShape(note)).toMatchObject({ x: 100, props: { color: 'red' } })
  expectAllEqual(table.room, [table.anna, table.bram], 4)
  table.end()
})

it('the palm beside a pen that writes neither pinches nor ends the stroke', () => {
  const table = aTable('draw')
  table.down(places.beside, true)
  table.move(120, 600, true)
  table.pinch()
  table.move(80, 100, true)
  table.up(true)
  table.frames()
  expect(table.count('strokes')).toBe(1)
  const [stroke] = table.anna.shapes().filter(({ type }) => type === 'draw')
  expect(table.anna.editor.getShapePageBounds(stroke?.id ?? note)?.w).toBeCloseTo(200, 0)
  table.end()
})

/** Anna with a tool on a tablet, and Bram who sees what she does. */
function aTable(tool: string) {
  const room = new SimulatedRoom()
  const [anna, bram] = [new Drawer(room, 1), new Drawer(room, 2)]
  for (const person of [anna, bram]) person.connect()
  anna.editor.createShape({ id: note, type: 'note', x: 100, y: 100, props: { scale: 1 } })
  anna.editor.select(note)
  expectAllEqual(room, [anna, bram], 1)
  let now = 1000
  let at = { x: 0, y: 0 }
  let heard = 0
  bram.document.on('update', () => void heard++)
  const { editor, binding } = anna
  const stops = [
    giveWayToPinch({ editor, binding, now: () => now, isFinger }),
    sendInk({
      editor,
      wetStroke: () => binding.wetStroke,
      send: () => void heard++,
      holdsBack: () => binding.holdsBack(),
    }),
  ]
  editor.updateInstanceState({ isCoarsePointer: true })
  editor.setCurrentTool(tool)
  const tick = (): void => void editor.emit('tick', 16)
  const send = (info: TLEventInfo): void => {
    editor.dispatch(info)
    tick()
  }
  const deliver = (): void => {
    for (let turn = 0; turn < 6; turn++) {
      for (const person of [anna, bram]) {
        person.frame()
        for (let message = 0; message < 8; message++) person.line?.deliverOne(() => 0)
      }
    }
  }
  return {
    room,
    anna,
    bram,
    deliver,
    frames: deliver,
    heardByOthers: () => heard,
    down: ([x, y]: readonly [number, number], isPen = false) => {
      at = { x, y }
      binding.beginStep()
      heard = 0
      send(pointer('pointer_down', at, isPen))
    },
    move: (px: number, ms: number, isPen = false) => {
      for (let step = 1; step <= 5; step++) {
        now += ms / 5
        at = { x: at.x + px / 5, y: at.y }
        if (px > 0) send(pointer('pointer_move', at, isPen))
      }
    },
    up: (isPen = false) => send(pointer('pointer_up', at, isPen)),
    pinch: () => {
      const second = { x: at.x + 150, y: at.y + 80 }
      send({ ...pointer('pointer_down', second), pointerId: 2 })
      send(pinch('pinch_start'))
      send({ ...pointer('pointer_move', { x: second.x + 20, y: second.y }), pointerId: 2 })
      send(pinch('pinch'))
      send({ ...pointer('pointer_up', second), pointerId: 2 })
      send(pointer('pointer_up', at))
      send(pinch('pinch_end'))
    },
    count: (kind: 'strokes' | 'notes' | 'others') =>
      anna.shapes().filter(({ type }) => kindOf(type) === kind).length,
    state: () => [
      anna.shown(),
      bram.shown(),
      editor.getSelectedShapeIds(),
      editor.getCurrentToolId(),
    ],
    end: () => {
      for (const stop of stops) stop()
      for (const person of [anna, bram]) person.leave()
    },
  }
}

function kindOf(type: string): string {
  if (type === 'draw' || type === 'highlight') return 'strokes'
  return type === 'note' ? 'notes' : 'others'
}

/** Pens have higher numbers here. */
function isFinger(pointerId: number): boolean {
  return pointerId < 10
}

const keys = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false }

function pointer(
  name: 'pointer_down' | 'pointer_move' | 'pointer_up',
  { x, y }: { readonly x: number; readonly y: number },
  isPen = false,
): TLPointerEventInfo {
  return {
    ...keys,
    type: 'pointer',
    target: 'canvas',
    name,
    point: { x, y, z: 0.5 },
    pointerId: isPen ? 20 : 1,
    button: 0,
    isPen,
  }
}

function pinch(name: TLPinchEventInfo['name']): TLPinchEventInfo {
  return { ...keys, type: 'pinch', name, point: { x: 500, y: 500, z: 1 }, delta: { x: 0, y: 0 } }
}
