const known = new Map<string, number>()
let pen: CanvasRenderingContext2D | null | undefined

/** Where letters stand between the top and the bottom of their line; from 0 up to 1. */
export function baselineIn(style: CSSStyleDeclaration): number {
  const { fontStyle, fontWeight, fontSize, fontFamily } = style
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  pen ??= document.createElement('canvas').getContext('2d')
  const share = known.get(font)
  if (share !== undefined || pen === null) return share ?? 0.8
  pen.font = font
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x')
  known.set(font, up / (up + down))
  return up / (up + down)
}
