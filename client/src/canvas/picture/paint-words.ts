import { DefaultColorThemePalette } from 'tldraw'
import { baselineIn } from '../svg-words/baseline.ts'
import { fragmentsIn } from '../svg-words/fragments-in.ts'
import type { Fragment } from '../svg-words/written.ts'

/** How thick the rim of paper around letters is; half of it lies below them. */
const RIM = 3
/** Where a line through or under letters runs, and how thick it is, of their height. */
const lines = { 'line-through': -0.3, underline: 0.1 } as const
const THICK = 0.07

/** Paints the words of a text as the browser laid them out in the document. */
export function paintWords(pen: CanvasRenderingContext2D, text: SVGForeignObjectElement): void {
  const box = text.firstElementChild
  if (box === null) return
  const length = (name: string): number => Number(text.getAttribute(name) ?? 0)
  pen.translate(length('x'), length('y'))
  const fragments = fragmentsIn(box, length('width'), baselineIn)
  for (const { look, ...place } of fragments) {
    if (look.marked === undefined) continue
    pen.fillStyle = look.marked
    pen.fillRect(place.left, place.top, place.right - place.left, place.bottom - place.top)
  }
  for (const fragment of fragments) paintFragment(pen, fragment)
}

function paintFragment(pen: CanvasRenderingContext2D, fragment: Fragment): void {
  const { text, left, right, baseline, look, align, isRightToLeft } = fragment
  const { isItalic, weight, size, family } = look
  pen.font = `${isItalic ? 'italic ' : ''}${weight} ${size}px ${family}`
  pen.direction = isRightToLeft ? 'rtl' : 'ltr'
  // A bullet or a number has a place and no width.
  pen.textAlign = left < right ? 'left' : align === 'middle' ? 'center' : align
  if (look.hasRim === true) {
    pen.strokeStyle = DefaultColorThemePalette.lightMode.background
    pen.lineWidth = RIM
    pen.lineJoin = 'round'
    pen.strokeText(text, left, baseline)
  }
  pen.fillStyle = look.color
  pen.fillText(text, left, baseline)
  for (const [name, height] of Object.entries(lines)) {
    if (!look.decoration.includes(name)) continue
    pen.fillRect(left, baseline + height * size, right - left, THICK * size)
  }
}
