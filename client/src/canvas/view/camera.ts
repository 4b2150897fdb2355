import type { Area } from '@stip/api'
import { unsafe__withoutCapture } from 'tldraw'
import type { Editor, TLCameraOptions } from 'tldraw'
import { FARTHEST } from './framing.ts'
import type { Framing } from './framing.ts'

/** Duration of a flight over the board, in milliseconds. */
const FLIGHT_MS = 200

const destinations = new WeakMap<Editor, Framing>()

/** How a person moves over a board: the wheel moves, pinching and Ctrl with the wheel zoom. */
export const cameraOptions: Partial<TLCameraOptions> = {
  wheelBehavior: 'pan',
  zoomSteps: [FARTHEST, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4],
}

/**
 * The wheel moves what it is turned over, wherever the focus is: tldraw does not hear it on a board
 * without focus, and who just pressed a tab or another button has the focus there.
 */
export function hearWheelAlways(editor: Editor): () => void {
  const container = editor.getContainer()
  const hear = (): void => {
    if (!editor.getIsFocused()) editor.focus({ focusContainer: false })
  }
  container.addEventListener('wheel', hear, { capture: true, passive: true })
  return () => {
    container.removeEventListener('wheel', hear, { capture: true })
  }
}

/** Flies to another view of the board. */
export function flyTo(editor: Editor, camera: Framing): void {
  if (isSame(camera, destinations.get(editor)) && isWhereItFlew(editor)) return
  // A board opens where the work is; it does not open elsewhere and then move.
  const isFirst = !destinations.has(editor)
  destinations.set(editor, camera)
  editor.setCamera(
    camera,
    isFirst || prefersStill() ? { immediate: true } : { animation: { duration: FLIGHT_MS } },
  )
}

/** Whether the view is still where it last flew to, or began: nobody moved it since. */
export function isWhereItFlew(editor: Editor): boolean {
  const destination = destinations.get(editor) ?? { x: 0, y: 0, z: 1 }
  return unsafe__withoutCapture(() => {
    const { x, y, z } = editor.getCamera()
    return (
      isNear(x, destination.x) &&
      isNear(y, destination.y) &&
      Math.abs(z / destination.z - 1) < 0.001
    )
  })
}

function isSame(one: Framing, other: Framing | undefined): boolean {
  return other !== undefined && one.x === other.x && one.y === other.y && one.z === other.z
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 1
}

/** Everything that is on the board; undefined when nothing is. */
export function wholeBoard(editor: Editor): Area | undefined {
  const bounds = editor.getCurrentPageBounds()
  return bounds === undefined ? undefined : { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }
}

/** Whether this person asked their device for less motion. */
export function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
