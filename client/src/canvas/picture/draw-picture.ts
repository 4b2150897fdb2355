import { Box, DefaultColorThemePalette, FileHelpers } from 'tldraw'
import type { Editor, TLShape } from 'tldraw'
import { Drawings } from './drawings.tsx'
import type { Drawing } from './drawings.tsx'
import { canPaint, paintSvg } from './paint-svg.ts'
import { isWithin } from './sheets.ts'
import type { Sheet } from './sheets.ts'

/** Who hears how a picture is made, and may end it. */
export interface Making {
  /** Hears how far it is, from 0 up to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
  /** Ends it before it is done: the reason of the signal is thrown. */
  readonly signal?: AbortSignal | undefined
}

/** Shapes draw beyond their own boxes: tabs, thick lines, words on arrows; in board units. */
const BEYOND = 64
/** So many shapes are drawn before the page has its turn. */
const AT_ONCE = 12

/**
 * Draws a part of a board. tldraw makes one drawing of everything, styles and typefaces included,
 * and has the browser paint that at once: of a full vision that took most of a minute, in which the
 * page did nothing else. Here shapes are painted one by one out of the document, in which they have
 * their styles and typefaces already, and the page has its turn in between. tldraw paints what only
 * a browser can: photos, patterns, and what one looks through.
 *
 * @param scale - Pixels per board unit.
 */
export async function drawPicture(
  editor: Editor,
  part: Sheet,
  scale: number,
  { onProgress, signal }: Making = {},
): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(part.w * scale))
  canvas.height = Math.max(1, Math.round(part.h * scale))
  // Painted by the processor, as it is read back as a whole.
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('This browser draws no pictures.')
  pen.fillStyle = DefaultColorThemePalette.lightMode.background
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.setTransform(scale, 0, 0, scale, -part.x * scale, -part.y * scale)
  const shapes = shapesOn(editor, part)
  await lettersOf(editor, shapes)
  const painter = new Painter(editor, pen, part, scale)
  const rounds = [shapes.filter((shape) => hasBack(editor, shape)), shapes]
  const total = rounds.flat().length
  let done = 0
  try {
    for (const [number, round] of rounds.entries()) {
      for (let from = 0; from < round.length; from += AT_ONCE) {
        signal?.throwIfAborted()
        const some = round.slice(from, from + AT_ONCE)
        // One after the other: that is how they lie upon each other.
        // oxlint-disable-next-line no-await-in-loop
        await painter.paint(some, number === 0 ? 'back' : 'front')
        done += some.length
        onProgress?.(done / total)
        // oxlint-disable-next-line no-await-in-loop
        await nextTurn()
      }
    }
  } finally {
    painter.end()
  }
  return canvas
}

/** What a canvas holds as a file; the canvas is given back. */
export async function fileOf(
  canvas: HTMLCanvasElement,
  type: 'image/png' | 'image/jpeg',
  quality?: number,
): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, quality)
  })
  // Safari keeps the memory of a canvas until it is empty.
  canvas.width = 0
  if (blob === null) throw new Error('The picture is too large to write.')
  return blob
}

/** What is to be seen on a part of the board, from below to above. */
function shapesOn(editor: Editor, part: Sheet): readonly TLShape[] {
  return editor.getCurrentPageShapesSorted().filter((shape) => {
    const box = editor.getShapeMaskedPageBounds(shape)
    return (
      shape.type !== 'group' && box !== undefined && isWithin(box.clone().expandBy(BEYOND), part)
    )
  })
}

function hasBack(editor: Editor, shape: TLShape): boolean {
  return editor.getShapeUtil(shape).toBackgroundSvg !== undefined
}

/** Waits for the typefaces of shapes; what does not come is written in the letters of the device. */
async function lettersOf(editor: Editor, shapes: readonly TLShape[]): Promise<void> {
  const faces = new Set(shapes.flatMap((shape) => editor.fonts.getShapeFontFaces(shape)))
  await Promise.all([...faces].map((face) => editor.fonts.ensureFontIsLoaded(face)))
  await document.fonts.ready
}

class Painter {
  readonly #editor: Editor
  readonly #pen: CanvasRenderingContext2D
  readonly #part: Sheet
  readonly #scale: number
  readonly #drawings: Drawings

  constructor(editor: Editor, pen: CanvasRenderingContext2D, part: Sheet, scale: number) {
    this.#editor = editor
    this.#pen = pen
    this.#part = part
    this.#scale = scale
    this.#drawings = new Drawings(editor)
  }

  async paint(shapes: readonly TLShape[], place: keyof Drawing): Promise<void> {
    const drawn = this.#drawings.show(shapes)
    for (const shape of shapes) {
      const element = drawn.get(shape.id)?.[place]
      const isOurs = element !== undefined && this.#opacityOf(shape) === 1 && canPaint(element)
      if (isOurs) this.#paintElement(shape, element)
      // oxlint-disable-next-line no-await-in-loop
      else if (place === 'front') await this.#paintByTldraw(shape)
    }
  }

  end(): void {
    this.#drawings.remove()
  }

  #paintElement(shape: TLShape, element: Element): void {
    const pen = this.#pen
    pen.save()
    const mask = this.#editor.getShapeMask(shape)
    if (mask !== undefined) {
      const outline = new Path2D()
      for (const { x, y } of mask) outline.lineTo(x, y)
      outline.closePath()
      pen.clip(outline)
    }
    const { a, b, c, d, e, f } = this.#editor.getShapePageTransform(shape)
    pen.transform(a, b, c, d, e, f)
    const { scale = 1 } = shape.props as { readonly scale?: number }
    pen.scale(scale, scale)
    paintSvg(pen, element)
    pen.restore()
  }

  async #paintByTldraw(shape: TLShape): Promise<void> {
    const around = this.#editor.getShapeMaskedPageBounds(shape)?.clone().expandBy(BEYOND)
    if (around === undefined) return
    const { x, y, w, h } = this.#part
    const left = Math.max(around.x, x)
    const top = Math.max(around.y, y)
    const width = Math.min(around.maxX, x + w) - left
    const height = Math.min(around.maxY, y + h) - top
    if (width <= 0 || height <= 0) return
    // Twice, because tldraw takes a single frame for the sheet itself, and does not draw it.
    const drawing = await this.#editor.getSvgString([shape, shape], {
      bounds: new Box(left, top, width, height),
      scale: this.#scale,
      padding: 0,
      background: false,
      darkMode: false,
    })
    if (drawing === undefined) return
    const image = new Image()
    // As data: a browser lets nobody read a canvas on which HTML from elsewhere was drawn.
    image.src = await FileHelpers.blobToDataUrl(new Blob([drawing.svg], { type: 'image/svg+xml' }))
    await image.decode()
    this.#pen.drawImage(image, left, top, width, height)
  }

  #opacityOf(shape: TLShape): number {
    let opacity = 1
    let at: TLShape | undefined = shape
    while (at !== undefined) {
      opacity *= at.opacity
      at = this.#editor.getShapeParent(at)
    }
    return opacity
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}
