import type { ReactElement } from 'react'
import type { Drawn, DrawingReading } from '@stip/board/drawing'
import { formPath } from '@stip/board/drawing'

interface DrawingViewProps {
  readonly drawing: DrawingReading
  /** What is to be seen, for who does not see it. */
  readonly label: string
  /** The part of the board to show; what was drawn, when nobody says so. */
  readonly box?: DrawingReading['box']
}

/** A drawing as large as there is room, cropped to what was drawn. */
export function DrawingView({ drawing, label, box = drawing.box }: DrawingViewProps): ReactElement {
  const { x, y, w, h } = box
  return (
    <svg
      className="stip-drawing"
      viewBox={`${x} ${y} ${w} ${h}`}
      preserveAspectRatio="xMidYMid meet"
      role="img"
      aria-label={label}
    >
      <DrawnShapes shapes={drawing.shapes} width={w} />
    </svg>
  )
}

interface DrawnShapesProps {
  readonly shapes: readonly Drawn[]
  /** Of what is to be seen, in board pixels. */
  readonly width: number
  /** All in one colour, where several drawings lie over each other. */
  readonly color?: string
  readonly hasWords?: boolean
}

/** The shapes of a drawing, with lines and letters that are read from the last row. */
export function DrawnShapes(props: DrawnShapesProps): ReactElement {
  const { shapes, width, color, hasWords = true } = props
  return (
    <>
      {shapes
        .filter(({ kind }) => hasWords || kind !== 'words')
        .map((shape) => ({
          ...shape,
          ...(color !== undefined && { color }),
          ...(!hasWords && { words: '' }),
        }))
        .map((shape) => (
          <g
            key={shape.id}
            transform={`translate(${shape.x} ${shape.y}) rotate(${shape.rotation})`}
            style={{ stroke: shape.color }}
            fill="none"
            strokeLinecap="round"
            strokeLinejoin="round"
          >
            <Shape shape={shape as Drawn} thinnest={width / 450} smallest={width / 32} />
          </g>
        ))}
    </>
  )
}

interface ShapeProps {
  readonly shape: Drawn
  /** The thinnest line and the smallest letters that a room can see. */
  readonly thinnest: number
  readonly smallest: number
}

function Shape({ shape, thinnest, smallest }: ShapeProps): ReactElement {
  switch (shape.kind) {
    case 'line':
      return (
        <path
          d={shape.path}
          strokeWidth={Math.max(shape.width, thinnest)}
          opacity={shape.opacity}
          {...(shape.fill && { style: { fill: shape.color }, fillOpacity: 0.25 })}
        />
      )
    case 'form':
      return (
        <>
          <path
            d={formPath(shape.form, shape.w, shape.h)}
            strokeWidth={Math.max(3.5, thinnest)}
            {...(shape.fill && { style: { fill: shape.color }, fillOpacity: 0.18 })}
          />
          <Words {...shape} fontSize={Math.max(24, smallest)} top={0} align="center" />
        </>
      )
    case 'dot':
      return (
        <>
          <circle
            cx={shape.w / 2}
            cy={shape.radius}
            r={shape.radius}
            style={{ fill: shape.color, stroke: 'none' }}
          />
          <Words
            {...shape}
            h={undefined}
            fontSize={Math.max(shape.fontSize, smallest)}
            top={shape.radius * 2.3}
            align="center"
          />
        </>
      )
    case 'words':
      return (
        <Words {...shape} h={undefined} top={0} fontSize={Math.max(shape.fontSize, smallest)} />
      )
    case 'picture':
      return <image href={shape.src} width={shape.w} height={shape.h} aria-label={shape.words} />
    default:
      return shape satisfies never
  }
}

interface WordsProps {
  readonly words: string
  readonly w: number
  /** The form in the middle of which they stand; without one they begin at the top. */
  readonly h: number | undefined
  readonly top: number
  readonly fontSize: number
  readonly align: 'start' | 'center'
}

function Words({ words, w, h, top, fontSize, align }: WordsProps): ReactElement | null {
  if (words.trim() === '') return null
  // Larger letters than on the board need more room than there.
  const width = Math.max(w, fontSize * 6)
  return (
    <foreignObject
      x={align === 'center' ? (w - width) / 2 : 0}
      y={top}
      width={width}
      height={h ?? fontSize * 8}
      className="stip-drawing__words"
    >
      <div style={{ fontSize, textAlign: align, ...(h !== undefined && { blockSize: h }) }}>
        <span dir="auto">{words}</span>
      </div>
    </foreignObject>
  )
}
