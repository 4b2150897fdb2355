import { windowOf } from '@stip/board'
import type { BoardRecord, Bounds, MiniShape } from '@stip/board'
import { type ReactElement, memo } from 'react'
import { lineColor, noteColor, zoneColor } from '@stip/board/drawing'
import { MiniatureWords } from './miniature-words.tsx'
import './miniature.css'

interface MiniatureProps {
  readonly shapes: readonly MiniShape[]
  /** The zones as records, as high as they became. */
  readonly zones: readonly BoardRecord[]
  readonly label: string
  /** Where the step is on this board, on paper; without one, the part that was worked on last. */
  readonly area: Bounds | undefined
}

/** So much wider than high it is (miniature.css). */
const WIDE = 16 / 9.5
/** Larger, a title would lie over what stands below it. Board pixels. */
const LARGEST_TITLE = 84
const emptySheet: Bounds = { x: 0, y: 0, w: 1600, h: 1000 }

/** A board seen from far: enough to see who is at work and where. */
export const Miniature = memo(function Miniature(props: MiniatureProps): ReactElement {
  const { shapes, zones, label, area } = props
  const seen = windowOf(shapes, zones, area) ?? emptySheet
  const edge = Math.max(seen.w, seen.h) * 0.02
  const titleSize = Math.min(Math.max(seen.w, seen.h * WIDE) * 0.032, LARGEST_TITLE)
  const viewBox = [seen.x - edge, seen.y - edge, seen.w + 2 * edge, seen.h + 2 * edge].join(' ')
  return (
    <svg
      className="stip-miniature"
      viewBox={viewBox}
      preserveAspectRatio="xMidYMid meet"
      role="img"
      aria-label={label}
    >
      {shapes.map((shape) => (
        <MiniatureShape key={shape.id} shape={shape} titleSize={titleSize} />
      ))}
    </svg>
  )
})

interface MiniatureShapeProps {
  readonly shape: MiniShape
  /** Titles are as large as can be read at this size, whatever they are on the board. */
  readonly titleSize: number
}

function MiniatureShape({ shape, titleSize }: MiniatureShapeProps): ReactElement {
  const { x, y, w, h } = shape
  switch (shape.kind) {
    case 'zone':
      return (
        <>
          <rect x={x} y={y} width={w} height={h} rx={16} fill={zoneColor(shape.color)} />
          <foreignObject x={x} y={y} width={w} height={h}>
            <p className="stip-miniature__title" dir="auto" style={{ fontSize: titleSize }}>
              {shape.title}
            </p>
          </foreignObject>
        </>
      )
    case 'note':
      return (
        <>
          <rect x={x} y={y} width={w} height={h} rx={6} fill={noteColor(shape.color)} />
          <MiniatureWords place={shape} letters={shape.letters} />
        </>
      )
    case 'box':
      return (
        <>
          <rect
            x={x}
            y={y}
            width={w}
            height={h}
            fill="none"
            stroke={lineColor(shape.color)}
            strokeWidth={10}
          />
          <MiniatureWords place={shape} letters={shape.letters} />
        </>
      )
    case 'image':
      return <rect x={x} y={y} width={w} height={h} fill="#b8c4c9" />
    case 'text':
      return (
        <rect
          x={x}
          y={y + h * 0.3}
          width={w}
          height={h * 0.4}
          rx={6}
          fill={lineColor(shape.color)}
        />
      )
    default:
      return (
        <polyline
          points={shape.points.map((point) => `${point.x},${point.y}`).join(' ')}
          fill="none"
          stroke={lineColor(shape.color)}
          strokeWidth={12}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )
  }
}
