// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createShapeId } from 'tldraw'
import type { Editor } from 'tldraw'
import { createBoardStore } from '../setup/board-store.ts'
import { fillGapsOfJsdom, headlessEditor } from '../test/headless-editor.ts'
import { StaticNotes } from './static-notes.ts'

beforeAll(fillGapsOfJsdom)
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const id = createShapeId('note')

it('lays a note that nobody moves where its record says that it is', () => {
  const { element } = aNote()
  expect(lies(element)).toEqual(['10px', '20px'])
})

it('lifts a note at once when it moves, and lays it down where it comes to rest', () => {
  const { editor, element } = aNote()
  editor.updateShape({ id, type: 'note', x: 50 })
  expect(lies(element)).toBeUndefined()
  for (let x = 51; x < 60; x++) {
    vi.advanceTimersByTime(300)
    editor.store.mergeRemoteChanges(() => editor.updateShape({ id, type: 'note', x }))
    expect(lies(element)).toBeUndefined()
  }
  vi.advanceTimersByTime(1000)
  expect(lies(element)).toEqual(['59px', '20px'])
})

it('leaves a note lying when only its looks change', () => {
  const { editor, element } = aNote()
  editor.updateShape({ id, type: 'note', props: { color: 'blue' } })
  expect(lies(element)).toEqual(['10px', '20px'])
})

it('never lays down what is turned or lies in something else', () => {
  const { editor, element } = aNote()
  editor.updateShape({ id, type: 'note', rotation: 1 })
  vi.advanceTimersByTime(2000)
  expect(lies(element)).toBeUndefined()
  editor.updateShape({ id, type: 'note', rotation: 0 })
  vi.advanceTimersByTime(2000)
  expect(lies(element)).toBeDefined()
  const frame = createShapeId('frame')
  editor.createShape({ id: frame, type: 'frame', x: -100, y: -100 })
  editor.reparentShapes([id], frame)
  vi.advanceTimersByTime(2000)
  expect(lies(element)).toBeUndefined()
})

it('lifts a note that somebody takes in hand', () => {
  const { element, takeInHand } = aNote()
  takeInHand()
  expect(lies(element)).toBeUndefined()
})

it('lays five hundred notes down in turns', () => {
  const editor = headlessEditor(createBoardStore(), {})
  const ids = Array.from({ length: 500 }, (_, number) => createShapeId(`note${number}`))
  editor.createShapes(ids.map((each) => ({ id: each, type: 'note' as const })))
  const elements = ids.map((each) => {
    const element = document.createElement('div')
    StaticNotes.of(editor).lay(each, element)
    return element
  })
  editor.updateShapes(ids.map((each) => ({ id: each, type: 'note' as const, x: 7 })))
  vi.advanceTimersByTime(420)
  const count = elements.filter((element) => lies(element) !== undefined).length
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(200)
  vi.advanceTimersByTime(2000)
  expect(elements.every((element) => lies(element)?.[0] === '7px')).toBe(true)
})

function aNote(): {
  readonly editor: Editor
  readonly element: HTMLElement
  readonly takeInHand: () => void
} {
  const editor = headlessEditor(createBoardStore(), {})
  editor.createShape({ id, type: 'note', x: 10, y: 20 })
  const element = document.createElement('div')
  const takeInHand = StaticNotes.of(editor).lay(id, element)
  return { editor, element, takeInHand }
}

/** Where it lies; undefined when it stands, with nothing left of where it lay. */
function lies({ classList, style }: HTMLElement): readonly string[] | undefined {
  if (classList.contains('stip-lies')) return [style.left, style.top]
  expect([style.left, style.top]).toEqual(['', ''])
  return undefined
}
