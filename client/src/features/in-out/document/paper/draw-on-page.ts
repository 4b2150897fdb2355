import type { PDFDocument } from 'pdfkit'
import type { Drawn } from '@stip/board/drawing'
import { formPath } from '@stip/board/drawing'
import { lineMarks } from './marks.ts'
import type { Mark } from './paper.ts'
import type { PaperLetters } from './paper-letters.ts'
import { linesIn } from './set-lines.ts'
import { SMALLEST, colors } from './styles.ts'
import type { Style } from './styles.ts'

/** No line is thinner than this, in points, and no letters are larger. */
const THINNEST = 0.7
const LARGEST_LETTERS = 14

/** Pictures on boards by their address, as files (PNG or JPEG). */
export type Pictures = ReadonlyMap<string, ArrayBuffer>

interface Drawing {
  readonly pdf: PDFDocument
  readonly letters: PaperLetters
  readonly pictures: Pictures
}

/** Draws what people drew: its lines as lines, which stay sharp however large they are printed. */
export function drawOnPage(
  to: Drawing,
  { drawing, x, y, scale }: Extract<Mark, { kind: 'drawing' }>,
): void {
  for (const shape of drawing.shapes) {
    const { pdf } = to
    pdf.save()
    pdf.translate(x - drawing.box.x * scale, y - drawing.box.y * scale)
    pdf.scale(scale).translate(shape.x, shape.y).rotate(shape.rotation)
    drawShape(to, shape, scale)
    pdf.restore()
  }
}

function drawShape(to: Drawing, shape: Drawn, scale: number): void {
  const { pdf, pictures } = to
  const thinnest = THINNEST / scale
  pdf.lineCap('round').lineJoin('round').strokeColor(shape.color).fillColor(shape.color)
  switch (shape.kind) {
    case 'line':
      if (shape.path === '') return
      pdf.lineWidth(Math.max(shape.width, thinnest)).strokeOpacity(shape.opacity)
      pdf.path(shape.path)
      if (shape.fill) pdf.fillOpacity(0.25).fillAndStroke(shape.color, shape.color)
      else pdf.stroke()
      return
    case 'form':
      pdf.lineWidth(Math.max(3.5, thinnest)).path(formPath(shape.form, shape.w, shape.h))
      if (shape.fill) pdf.fillOpacity(0.18).fillAndStroke(shape.color, shape.color)
      else pdf.stroke()
      pdf.fillOpacity(1)
      words(to, shape.words, { ...shape, top: undefined, size: 24, align: 'center' }, scale)
      return
    case 'dot':
      pdf.circle(shape.w / 2, shape.radius, shape.radius).fill()
      words(
        to,
        shape.words,
        { ...shape, top: shape.radius * 2.3, size: shape.fontSize, align: 'center' },
        scale,
      )
      return
    case 'words':
      words(to, shape.words, { ...shape, top: 0, size: shape.fontSize }, scale)
      return
    case 'picture': {
      const file = pictures.get(shape.src)
      if (file === undefined) {
        pdf.lineWidth(thinnest).rect(0, 0, shape.w, shape.h).stroke(colors.line)
        words(to, shape.words, { ...shape, top: 0, size: 24, align: 'start' }, scale)
      } else pdf.image(file, 0, 0, { width: shape.w, height: shape.h })
      return
    }
    default:
      shape satisfies never
  }
}

interface WordsPlace {
  readonly w: number
  readonly h?: number
  /** Undefined for the middle of `h`. */
  readonly top: number | undefined
  readonly size: number
  readonly align: 'start' | 'center'
}

function words(
  { pdf, letters }: Drawing,
  text: string,
  { w, h = 0, top, size, align }: WordsPlace,
  scale: number,
): void {
  if (text.trim() === '') return
  const points = Math.min(LARGEST_LETTERS, Math.max(SMALLEST, size * scale))
  const style: Style = {
    size: points,
    lineHeight: points * 1.2,
    weight: 'regular',
    color: colors.ink,
  }
  // Larger letters than on the board need more room than there.
  const width = Math.max(w * scale, points * 6)
  const lines = linesIn(text, width, style, letters)
  const start = top === undefined ? (h * scale - lines.length * style.lineHeight) / 2 : top * scale
  pdf.save()
  pdf.scale(1 / scale)
  const isMiddle = align === 'center'
  const place = { x: isMiddle ? (w * scale) / 2 : 0, top: start, style }
  for (const mark of lineMarks(lines, { ...place, align: isMiddle ? 'middle' : 'start' })) {
    if (mark.kind === 'line') letters.write(mark)
  }
  pdf.restore()
}
