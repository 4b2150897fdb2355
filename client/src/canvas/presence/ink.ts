import type { TLScribble } from 'tldraw'
import type { WetStroke } from '../binding/wet-ink.ts'

/** As many points as fit well in the 4 KB that a server passes on. */
const MOST_POINTS = 160

/** A stroke that is being drawn, as others need it: x and y by turns, on the board, whole numbers. */
export type Ink = readonly number[]

/** Thins a stroke out until it is small enough to send at every move. */
export function inkOf({ x, y, props }: WetStroke): Ink {
  const points = props.segments.flatMap((segment) => segment.points)
  const step = Math.ceil(points.length / MOST_POINTS)
  return points
    .filter((_point, number) => number % step === 0 || number === points.length - 1)
    .flatMap((point) => [Math.round(x + point.x), Math.round(y + point.y)])
}

/** What others say they draw, read with care; undefined when it is no ink. */
export function scribbleOf(ink: unknown): TLScribble | undefined {
  if (!Array.isArray(ink) || ink.length < 4 || ink.length > MOST_POINTS * 2 + 4) return undefined
  const numbers: unknown[] = ink
  if (!numbers.every((part) => typeof part === 'number' && Number.isFinite(part))) return undefined
  const points = []
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points.push({ x: Number(numbers[at]), y: Number(numbers[at + 1]), z: 0.5 })
  }
  return {
    id: 'ink',
    points,
    size: 5,
    color: 'black',
    opacity: 1,
    state: 'active',
    delay: 0,
    shrink: 0,
    taper: false,
  }
}
