import { type ReactElement, memo } from 'react'
import { lineColor, noteColor, zoneColor } from './miniature-colors.ts'
import { type MiniShape, windowOf } from './miniature-geometry.ts'
import './miniature.css'

interface MiniatureProps {
  readonly shapes: readonly MiniShape[]
  readonly label: string
}

/** A board seen from far: enough to see who is at work and where. */
export const Miniature = memo(function Miniature({ shapes, label }: MiniatureProps): ReactElement {
  const seen = windowOf(shapes) ?? { x: 0, y: 0, w: 1600, h: 900 }
  const edge = Math.max(seen.w, seen.h) * 0.03
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
        <MiniatureShape key={shape.id} shape={shape} />
      ))}
    </svg>
  )
})

function MiniatureShape({ shape }: { readonly shape: MiniShape }): ReactElement {
  const { x, y, w, h } = shape
  switch (shape.kind) {
    case 'zone':
      return (
        <rect
          x={x}
          y={y}
          width={w}
          height={h}
          rx={16}
          fill={zoneColor(shape.color)}
          stroke="#d9d6ce"
          strokeWidth={6}
        />
      )
    case 'note':
      return <rect x={x} y={y} width={w} height={h} rx={6} fill={noteColor(shape.color)} />
    case 'box':
      return (
        <rect
          x={x}
          y={y}
          width={w}
          height={h}
          fill="none"
          stroke={lineColor(shape.color)}
          strokeWidth={10}
        />
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
