import type { Editor, TLEventInfo } from 'tldraw'
import { STROKE_SIZES } from 'tldraw'
import type { WetStroke } from '../binding/wet-ink.ts'
import { encodeInk } from './ink-bytes.ts'
import type { InkLook, InkPoints } from './ink-bytes.ts'

/** At most 30 times a second, more is not seen. Milliseconds. */
const EVERY_MS = 34
/** What others draw a laser with; its width is that of a fingertip on a beamer. */
const laser: InkLook = { tool: 'laser', color: 'red', width: 8, record: '' }

interface SendInkOptions {
  readonly editor: Editor
  /** The stroke that this person is drawing now. */
  readonly wetStroke: () => WetStroke | undefined
  readonly send: (content: Uint8Array) => void
  /** Whether it may still turn out to be the beginning of a pinch. */
  readonly holdsBack?: () => boolean
}

/**
 * Shows others what is being drawn or pointed at with the laser: only the new points, and nothing
 * of it is stored. Until the returned function is called.
 */
export function sendInk({ editor, wetStroke, send, holdsBack }: SendInkOptions): () => void {
  const trail = new OwnTrail(send)
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    timer = undefined
    if (holdsBack?.() === true) {
      timer = setTimeout(tell, EVERY_MS)
      return
    }
    const stroke = wetStroke()
    const isLasering = editor.isIn('laser.lasering')
    if (stroke !== undefined) trail.draw(lookOf(stroke), pointsOf(stroke))
    else if (isLasering) {
      const { x, y } = editor.inputs.currentPagePoint
      trail.goOn(laser, [x, y])
    } else trail.end()
  }
  const happened = (event: TLEventInfo): void => {
    if (event.type !== 'pointer' || event.pointerId < 0) return
    const isDrawing = event.name === 'pointer_down' || editor.inputs.isPointing
    if (isDrawing || trail.isOpen) timer ??= setTimeout(tell, EVERY_MS)
  }
  editor.on('event', happened)
  return () => {
    clearTimeout(timer)
    editor.off('event', happened)
    trail.end()
  }
}

/** The trail that this person leaves now, and how much of it others know. */
export class OwnTrail {
  readonly #send: (content: Uint8Array) => void
  #record: string | undefined
  #sent = 0
  #last: [number, number] = [0, 0]

  constructor(send: (content: Uint8Array) => void) {
    this.#send = send
  }

  get isOpen(): boolean {
    return this.#record !== undefined
  }

  /** @param points - The whole stroke until now; what others have is left out. */
  draw(look: InkLook, points: InkPoints): void {
    const isSame = this.#record === look.record && points.length >= this.#sent
    this.goOn(look, isSame ? points.slice(this.#sent) : points, !isSame)
    this.#sent = points.length
  }

  goOn(look: InkLook, points: InkPoints, isNew = this.#record !== look.record): void {
    if (points.length === 0) return
    this.#send(
      isNew
        ? encodeInk({ kind: 'begins', look, points })
        : encodeInk({ kind: 'goes-on', points }, this.#last),
    )
    this.#record = look.record
    this.#last = [points.at(-2) ?? 0, points.at(-1) ?? 0]
  }

  end(): void {
    if (!this.isOpen) return
    this.#record = undefined
    this.#sent = 0
    this.#send(encodeInk({ kind: 'ends' }))
  }
}

function lookOf({ id, type, props }: WetStroke): InkLook {
  const size = STROKE_SIZES[props.size]
  return {
    tool: type === 'highlight' ? 'highlighter' : 'pen',
    color: props.color,
    // As tldraw makes a line of a pen out of its size.
    width: (1 + size * (type === 'highlight' ? 4 : 1.2)) * props.scale,
    record: id,
  }
}

/** Straight pieces are left out while they are being drawn: their end is not a new point. */
function pointsOf({ x, y, props }: WetStroke): InkPoints {
  return props.segments
    .filter(({ type }, place) => type === 'free' || place < props.segments.length - 1)
    .flatMap(({ points }) => points.flatMap((point) => [x + point.x, y + point.y]))
}
