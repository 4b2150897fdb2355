import { stipMeasures, stipMigrations, stipProps } from '@stip/documents'
import type { StipShape } from '@stip/documents'
import type { ReactElement } from 'react'
import {
  Box,
  createComputedCache,
  FONT_FAMILIES,
  getFontsFromRichText,
  DefaultColorThemePalette,
  Rectangle2d,
  renderHtmlFromRichTextForMeasurement,
  renderPlaintextFromRichText,
  resizeScaled,
  RichTextLabel,
  RichTextSVG,
  ShapeUtil,
  TEXT_PROPS,
  toRichText,
} from 'tldraw'
import type { Editor, TLFontFace, TLResizeInfo, TLShapePartial } from 'tldraw'
import { plainLook } from '../fonts/script-fonts.ts'

const { dot, gap, fontSize, lineHeight } = stipMeasures
/** Where the sentence begins, in px before `scale`. */
const top = dot + gap
const narrowest = 120

const heights = createComputedCache(
  'height of a sentence',
  (editor: Editor, { props }: StipShape) =>
    Math.max(
      fontSize * lineHeight,
      editor.textMeasure.measureHtml(renderHtmlFromRichTextForMeasurement(editor, props.richText), {
        ...TEXT_PROPS,
        fontFamily: FONT_FAMILIES.sans,
        fontSize,
        lineHeight,
        maxWidth: props.w,
      }).h,
    ),
  { areRecordsEqual: (one, other) => one.props === other.props },
)

/** A stip on screen: a filled dot, and below it the sentence that several people can write together. */
export class StipShapeUtil extends ShapeUtil<StipShape> {
  static override type = 'stip' as const
  static override props = stipProps
  static override migrations = stipMigrations

  override getDefaultProps(): StipShape['props'] {
    return { w: 320, scale: 1, color: 'orange', richText: toRichText('') }
  }

  override getGeometry(shape: StipShape): Rectangle2d {
    const { w, scale } = shape.props
    return new Rectangle2d({
      width: w * scale,
      height: (top + this.#heightOf(shape)) * scale,
      isFilled: true,
    })
  }

  override getFontFaces({ props }: StipShape): TLFontFace[] {
    return getFontsFromRichText(this.editor, props.richText, plainLook)
  }

  override getText({ props }: StipShape): string {
    return renderPlaintextFromRichText(this.editor, props.richText)
  }

  override component(shape: StipShape): ReactElement {
    const { id, type, props } = shape
    const { w, scale, color, richText } = props
    const isSelected = id === this.editor.getOnlySelectedShapeId()
    return (
      <div className="stip-shape" style={{ width: w, transform: `scale(${scale})` }}>
        <div
          className="stip-shape__dot"
          style={{ width: dot, height: dot, background: solid(color) }}
        />
        <div className="stip-shape__words" style={{ top, height: this.#heightOf(shape) }}>
          <RichTextLabel
            shapeId={id}
            type={type}
            font="sans"
            fontSize={fontSize}
            lineHeight={lineHeight}
            align="middle"
            verticalAlign="start"
            richText={richText}
            labelColor="#1B1F24"
            isSelected={isSelected}
            textWidth={w}
            wrap
          />
        </div>
      </div>
    )
  }

  override indicator(shape: StipShape): ReactElement {
    const { width, height } = this.editor.getShapeGeometry(shape).bounds
    return <rect width={width} height={height} rx={8} />
  }

  /** At scale 1: tldraw enlarges all that has a scale. */
  override toSvg(shape: StipShape): ReactElement {
    const { w, color, richText } = shape.props
    return (
      <>
        <circle cx={w / 2} cy={dot / 2} r={dot / 2} fill={solid(color)} />
        <g transform={`translate(0 ${top})`}>
          <RichTextSVG
            bounds={new Box(0, 0, w, this.#heightOf(shape))}
            richText={richText}
            font="sans"
            fontSize={fontSize}
            align="middle"
            verticalAlign="start"
            labelColor="#1B1F24"
            padding={0}
            wrap
          />
        </g>
      </>
    )
  }

  /** The sides make the sentence wider, the corners make all of it larger. */
  override onResize(shape: StipShape, info: TLResizeInfo<StipShape>): TLShapePartial<StipShape> {
    const { handle, scaleX, initialShape, newPoint } = info
    const { id, type } = shape
    if (handle !== 'left' && handle !== 'right') {
      return { id, type, ...resizeScaled(shape, info) }
    }
    const w = Math.max(narrowest, Math.abs(initialShape.props.w * scaleX))
    return { id, type, x: newPoint.x, y: newPoint.y, props: { w } }
  }

  override canEdit(): boolean {
    return true
  }

  #heightOf(shape: StipShape): number {
    return heights.get(this.editor, shape.id) ?? fontSize * lineHeight
  }
}

function solid(color: StipShape['props']['color']): string {
  return DefaultColorThemePalette.lightMode[color].solid
}
