import { type PointerEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { nlPhotos } from '../../texts/files/nl-in-out.ts'
import { Button } from '../../ui/controls/button.tsx'
import { BRUSH, blockAfter, movedBlock, newBlock } from './covers.ts'
import type { Block, Cover, Spot } from './covers.ts'
import { paint } from './picture.ts'

/** Longest side of the photo on screen, in pixels; more is not seen here. */
const PREVIEW = 1400

interface CoverEditorProps {
  readonly bitmap: ImageBitmap
  readonly covers: readonly Cover[]
  readonly onCover: (covers: readonly Cover[]) => void
}

/** A photo to paint over: with a brush by mouse, pen or finger, or with blocks by keyboard. */
export function CoverEditor({ bitmap, covers, onCover }: CoverEditorProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [stroke, setStroke] = useState<readonly Spot[]>([])
  const shrink = Math.min(1, PREVIEW / Math.max(bitmap.width, bitmap.height))
  const open: Cover = { kind: 'stroke', spots: stroke, width: BRUSH }
  useEffect(() => {
    const shown = covers.filter(({ kind }) => kind === 'stroke')
    if (canvas.current !== null) {
      paint(canvas.current, bitmap, stroke.length === 0 ? shown : [...shown, open])
    }
  })
  const isDown = stroke.length > 0
  const add = (event: PointerEvent<HTMLCanvasElement>): void => {
    // Now, and not when the state is made: by then the event belongs to no element.
    const spot = spotOf(event)
    setStroke((spots) => [...spots, spot])
  }
  const replace = (place: number, cover: Cover | undefined): void =>
    onCover(cover === undefined ? covers.toSpliced(place, 1) : covers.toSpliced(place, 1, cover))
  return (
    <>
      <div className="stip-photo__frame">
        <canvas
          ref={canvas}
          className="stip-photo__picture"
          width={Math.max(1, Math.round(bitmap.width * shrink))}
          height={Math.max(1, Math.round(bitmap.height * shrink))}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- one paints on this picture
          role="img"
          aria-label={nlPhotos.picture}
          onPointerDown={(event) => {
            if (!event.isPrimary || event.button !== 0) return
            event.currentTarget.setPointerCapture(event.pointerId)
            add(event)
          }}
          onPointerMove={(event) => {
            if (isDown) add(event)
          }}
          onPointerUp={() => {
            if (isDown) onCover([...covers, open])
            setStroke([])
          }}
          onPointerCancel={() => setStroke([])}
        />
        {covers.map((cover, place) =>
          cover.kind === 'block' ? (
            <CoverBlock
              // Blocks are only added at the end, and taken away one by one.
              key={place}
              block={cover}
              ratio={bitmap.width / bitmap.height}
              onChange={(block) => replace(place, block)}
            />
          ) : undefined,
        )}
      </div>
      <div className="stip-photo__tools">
        <Button size="small" onClick={() => onCover([...covers, newBlock])}>
          {nlPhotos.addBlock}
        </Button>
        <Button
          size="small"
          disabled={covers.length === 0}
          onClick={() => onCover(covers.slice(0, -1))}
        >
          {nlPhotos.takeBack}
        </Button>
      </div>
    </>
  )
}

interface CoverBlockProps {
  readonly block: Block
  /** Width of the photo by its height. */
  readonly ratio: number
  /** Undefined takes the block away. */
  readonly onChange: (block: Block | undefined) => void
}

/** A block that is dragged, or moved with the arrow keys. */
function CoverBlock({ block, ratio, onChange }: CoverBlockProps): ReactElement {
  const held = useRef<Spot>(undefined)
  const element = useRef<HTMLButtonElement>(null)
  useEffect(() => element.current?.focus(), [])
  return (
    <button
      ref={element}
      type="button"
      className="stip-photo__block"
      aria-label={nlPhotos.block}
      style={{
        insetInlineStart: `${block.at.x * 100}%`,
        insetBlockStart: `${block.at.y * 100}%`,
        inlineSize: `${block.width * 100}%`,
        blockSize: `${block.height * ratio * 100}%`,
      }}
      onKeyDown={(event) => {
        const isRemoval = event.key === 'Delete' || event.key === 'Backspace'
        const next = blockAfter(block, event.key)
        if (next === undefined && !isRemoval) return
        event.preventDefault()
        onChange(next)
      }}
      onPointerDown={(event) => {
        const spot = spotOf(event, event.currentTarget.parentElement)
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = { x: spot.x - block.at.x, y: spot.y - block.at.y }
      }}
      onPointerMove={(event) => {
        if (held.current === undefined) return
        const spot = spotOf(event, event.currentTarget.parentElement)
        onChange(movedBlock(block, { x: spot.x - held.current.x, y: spot.y - held.current.y }))
      }}
      onPointerUp={() => {
        held.current = undefined
      }}
    />
  )
}

function spotOf(
  { clientX, clientY, currentTarget }: PointerEvent,
  around: Element | null = currentTarget,
): Spot {
  const { left, top, width, height } = (around ?? currentTarget).getBoundingClientRect()
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}
