import type { Area } from '@stip/api'
import { unsafe__withoutCapture } from 'tldraw'
import type { Editor, TLCameraOptions } from 'tldraw'

/** Room that is kept free around an area, in px of the screen. */
export interface Margins {
  readonly top: number
  readonly bottom: number
  readonly side: number
}

/** Duration of a flight over the board, in milliseconds. */
const FLIGHT_MS = 200

/** Nearer than this a note fills the screen, and whoever types loses the board from sight. */
const CLOSEST = 1.25

const destinations = new WeakMap<
  Editor,
  { readonly x: number; readonly y: number; readonly z: number }
>()

/** How a person moves over a board: the wheel moves, pinching and Ctrl with the wheel zoom. */
export const cameraOptions: Partial<TLCameraOptions> = {
  wheelBehavior: 'pan',
  zoomSteps: [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4],
}

/** Brings an area into view, as large as fits between the margins. */
export function flyTo(editor: Editor, area: Area, margins: Margins): void {
  const screen = editor.getViewportScreenBounds()
  const width = Math.max(80, screen.w - 2 * margins.side)
  const height = Math.max(80, screen.h - margins.top - margins.bottom)
  const zoom = Math.min(width / area.w, height / area.h, CLOSEST)
  const left = margins.side + (width - area.w * zoom) / 2
  const top = margins.top + (height - area.h * zoom) / 2
  const camera = { x: left / zoom - area.x, y: top / zoom - area.y, z: zoom }
  // A board opens where the work is; it does not open elsewhere and then move.
  const isFirst = !destinations.has(editor)
  destinations.set(editor, camera)
  editor.setCamera(
    camera,
    isFirst || prefersStill() ? { immediate: true } : { animation: { duration: FLIGHT_MS } },
  )
}

/** Whether the view is still where it last flew to: nobody moved it since. */
export function isWhereItFlew(editor: Editor): boolean {
  const destination = destinations.get(editor)
  if (destination === undefined) return false
  return unsafe__withoutCapture(() => {
    const { x, y, z } = editor.getCamera()
    return (
      isNear(x, destination.x) &&
      isNear(y, destination.y) &&
      Math.abs(z / destination.z - 1) < 0.001
    )
  })
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
