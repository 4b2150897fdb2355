import { horizonHeight, horizonMigrations, horizonProps } from '@stip/documents'
import type { HorizonShape } from '@stip/documents'
import type { ReactElement } from 'react'
import { DefaultColorThemePalette, Rectangle2d, ShapeUtil, SVGContainer } from 'tldraw'
import type { TLResizeInfo, TLShapePartial } from 'tldraw'

/** How thick the line is drawn, in px before `scale`. */
const LINE = 8
const shortest = 80

/** A horizon on screen: a level line, for a stip to stand above. */
export class HorizonShapeUtil extends ShapeUtil<HorizonShape> {
  static override type = 'horizon' as const
  static override props = horizonProps
  static override migrations = horizonMigrations

  override getDefaultProps(): HorizonShape['props'] {
    return { w: 640, scale: 1, color: 'black' }
  }

  override getGeometry({ props }: HorizonShape): Rectangle2d {
    const { w, scale } = props
    return new Rectangle2d({ width: w * scale, height: horizonHeight * scale, isFilled: true })
  }

  override component(shape: HorizonShape): ReactElement {
    return <SVGContainer>{lineOf(shape, shape.props.scale)}</SVGContainer>
  }

  override indicator({ props }: HorizonShape): ReactElement {
    return <rect width={props.w * props.scale} height={horizonHeight * props.scale} rx={4} />
  }

  /** At scale 1: tldraw enlarges all that has a scale. */
  override toSvg(shape: HorizonShape): ReactElement {
    return lineOf(shape, 1)
  }

  override onResize(
    { id, type }: HorizonShape,
    { scaleX, initialShape, newPoint }: TLResizeInfo<HorizonShape>,
  ): TLShapePartial<HorizonShape> {
    const w = Math.max(shortest, Math.abs(initialShape.props.w * scaleX))
    return { id, type, x: newPoint.x, y: initialShape.y, props: { w } }
  }

  /** It is longer or shorter, never higher. */
  override hideRotateHandle(): boolean {
    return true
  }
}

function lineOf({ props: { w, color } }: HorizonShape, scale: number): ReactElement {
  const y = (horizonHeight * scale) / 2
  return (
    <line
      x1={0}
      x2={w * scale}
      y1={y}
      y2={y}
      stroke={DefaultColorThemePalette.lightMode[color].solid}
      strokeWidth={LINE * scale}
      strokeLinecap="round"
    />
  )
}
