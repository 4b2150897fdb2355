// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest'
import type { Editor } from 'tldraw'
import { workWithoutPen } from './leave-pen-mode.ts'

const container = document.createElement('div')
const state = { isPenMode: true }
const editor = {
  getContainer: () => container,
  getInstanceState: () => state,
  updateInstanceState: (change: Partial<typeof state>) => Object.assign(state, change),
} as unknown as Editor

let stop = (): void => {}

afterEach(() => stop())

function aPenAtWork(): void {
  state.isPenMode = true
  stop = workWithoutPen(editor)
  point('pen', 'pointerdown', 1000)
  point('pen', 'pointermove', 2000)
}

function point(pointerType: string, type: string, timeStamp: number): void {
  const event = new PointerEvent(type, { pointerType })
  Object.defineProperty(event, 'timeStamp', { value: timeStamp })
  container.dispatchEvent(event)
}

it('the palm beside a pen stays quiet', () => {
  aPenAtWork()
  point('touch', 'pointerdown', 4900)
  expect(state.isPenMode).toBe(true)
})

it('a finger works again when the pen was put down', () => {
  aPenAtWork()
  point('touch', 'pointermove', 6000)
  expect(state.isPenMode).toBe(true)
  point('touch', 'pointerdown', 6000)
  expect(state.isPenMode).toBe(false)
})

it('a mouse works at once', () => {
  aPenAtWork()
  point('mouse', 'pointerdown', 2001)
  expect(state.isPenMode).toBe(false)
})
