/** A place on a photo; both from 0 up to 1, so that it means the same at every size. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** What hides a part of a photo: a stroke of the brush, or a block. Sizes as shares of the photo's width. */
export type Cover =
  | { readonly kind: 'stroke'; readonly spots: readonly Spot[]; readonly width: number }
  | { readonly kind: 'block'; readonly at: Spot; readonly width: number; readonly height: number }

export type Block = Extract<Cover, { kind: 'block' }>

/** Width of the brush, as a share of the photo's width: a face in a group fits under it. */
export const BRUSH = 0.06
/** How far an arrow key moves a block. */
const STEP = 0.02
const SMALLEST = 0.03
const GROWTH = 1.2

/** Nothing shines through. */
const COLOR = '#1B1F24'

/** A block in the middle of the photo. */
export const newBlock: Block = {
  kind: 'block',
  at: { x: 0.4, y: 0.4 },
  width: 0.2,
  height: 0.2,
}

/** A block after a key was pressed; undefined for keys that mean nothing here. */
export function blockAfter(block: Block, key: string): Block | undefined {
  const { x, y } = block.at
  switch (key) {
    case 'ArrowLeft':
      return movedBlock(block, { x: x - STEP, y })
    case 'ArrowRight':
      return movedBlock(block, { x: x + STEP, y })
    case 'ArrowUp':
      return movedBlock(block, { x, y: y - STEP })
    case 'ArrowDown':
      return movedBlock(block, { x, y: y + STEP })
    case '+':
    case '=':
      return resized(block, GROWTH)
    case '-':
      return resized(block, 1 / GROWTH)
    default:
      return undefined
  }
}

/** The same block elsewhere; some of it always stays on the photo. */
export function movedBlock(block: Block, { x, y }: Spot): Block {
  const at = { x: between(x, -block.width / 2, 1 - block.width / 2), y: between(y, -0.1, 0.95) }
  return { ...block, at }
}

function resized(block: Block, factor: number): Block {
  const width = between(block.width * factor, SMALLEST, 1)
  return { ...block, width, height: (block.height * width) / block.width }
}

function between(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

/** Draws covers over a photo that fills the canvas. */
export function drawCovers(canvas: CanvasRenderingContext2D, covers: readonly Cover[]): void {
  const { width, height } = canvas.canvas
  canvas.fillStyle = COLOR
  canvas.strokeStyle = COLOR
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  for (const cover of covers) {
    if (cover.kind === 'block') {
      const { at } = cover
      canvas.fillRect(at.x * width, at.y * height, cover.width * width, cover.height * width)
      continue
    }
    canvas.lineWidth = cover.width * width
    canvas.beginPath()
    for (const [place, { x, y }] of cover.spots.entries()) {
      if (place === 0) canvas.moveTo(x * width, y * height)
      // A line to where it begins makes a dot of a tap.
      canvas.lineTo(x * width, y * height)
    }
    canvas.stroke()
  }
}
