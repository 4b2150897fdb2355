import { paintWords } from './paint-words.ts'

/** Elements that are painted here; what has any other is left to tldraw and the browser. */
const known: ReadonlySet<string> = new Set(
  'svg g defs clipPath path rect circle ellipse line polygon polyline text tspan foreignObject'.split(
    ' ',
  ),
)
/** Says how something looks by pointing at something else. */
const BY_ANOTHER = '[fill^="url"],[stroke^="url"],[mask],[filter],[marker-start],[marker-end]'

/** Whether {@link paintSvg} can paint an element as a browser does. */
export function canPaint(element: Element): boolean {
  if (element.querySelector(BY_ANOTHER) !== null) return false
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT, (node) =>
    (node.parentNode as Element | null)?.tagName === 'foreignObject'
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!known.has((node as Element).tagName)) return false
  }
  return true
}

/**
 * Paints an element that stands in the document on a canvas. A browser can do so itself, but only
 * by way of a file with all styles and typefaces in it, which takes a hundred times as long.
 */
export function paintSvg(pen: CanvasRenderingContext2D, element: Element): void {
  if (element instanceof SVGDefsElement || element instanceof SVGClipPathElement) return
  pen.save()
  const style = getComputedStyle(element)
  if (element instanceof SVGGraphicsElement) {
    const matrix = element.transform.baseVal.consolidate()?.matrix
    if (matrix !== undefined) {
      pen.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    }
  }
  pen.globalAlpha *= Number(style.opacity)
  clip(pen, element, style)
  if (element instanceof SVGGeometryElement) paintShape(pen, element, style)
  else if (element instanceof SVGTextElement) paintText(pen, element)
  else if (element instanceof SVGForeignObjectElement) paintWords(pen, element)
  else for (const child of element.children) paintSvg(pen, child)
  pen.restore()
}

function clip(pen: CanvasRenderingContext2D, element: Element, { clipPath }: CSSStyleDeclaration) {
  const [, name] = /^url\("?#(.+?)"?\)$/.exec(clipPath) ?? []
  if (name === undefined) return
  const clipping = element.ownerDocument.getElementById(name)
  if (clipping === null) return
  for (const each of clipping.children) {
    if (each instanceof SVGGeometryElement) pen.clip(outlineOf(each), ruleOf(each, 'clip-rule'))
  }
}

function ruleOf(element: Element, name: 'clip-rule' | 'fill-rule'): CanvasFillRule {
  return getComputedStyle(element).getPropertyValue(name) === 'evenodd' ? 'evenodd' : 'nonzero'
}

function paintShape(
  pen: CanvasRenderingContext2D,
  element: SVGGeometryElement,
  style: CSSStyleDeclaration,
): void {
  const outline = outlineOf(element)
  if (style.fill !== 'none') {
    pen.save()
    pen.globalAlpha *= Number(style.fillOpacity)
    pen.fillStyle = style.fill
    pen.fill(outline, ruleOf(element, 'fill-rule'))
    pen.restore()
  }
  const width = Number.parseFloat(style.strokeWidth)
  if (style.stroke === 'none' || width === 0) return
  pen.globalAlpha *= Number(style.strokeOpacity)
  pen.strokeStyle = style.stroke
  pen.lineWidth = width
  pen.lineCap = style.strokeLinecap as CanvasLineCap
  pen.lineJoin = style.strokeLinejoin as CanvasLineJoin
  pen.setLineDash((style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number))
  pen.lineDashOffset = Number.parseFloat(style.strokeDashoffset)
  pen.stroke(outline)
}

function outlineOf(element: SVGGeometryElement): Path2D {
  const length = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0')
  const outline = new Path2D()
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute('d') ?? '')
  if (element instanceof SVGRectElement) {
    const round = length(element.hasAttribute('rx') ? 'rx' : 'ry')
    outline.roundRect(length('x'), length('y'), length('width'), length('height'), round)
  } else if (element instanceof SVGCircleElement) {
    outline.arc(length('cx'), length('cy'), length('r'), 0, 2 * Math.PI)
  } else if (element instanceof SVGEllipseElement) {
    outline.ellipse(length('cx'), length('cy'), length('rx'), length('ry'), 0, 0, 2 * Math.PI)
  } else if (element instanceof SVGLineElement) {
    outline.moveTo(length('x1'), length('y1'))
    outline.lineTo(length('x2'), length('y2'))
  } else if (element instanceof SVGPolylineElement || element instanceof SVGPolygonElement) {
    for (const { x, y } of element.points) outline.lineTo(x, y)
    if (element instanceof SVGPolygonElement) outline.closePath()
  }
  return outline
}

const aligns = { start: 'start', middle: 'center', end: 'end' } as const

/** A label: its words stand where it, or a part of it, says. */
function paintText(pen: CanvasRenderingContext2D, label: SVGTextElement): void {
  const parts = label.children.length === 0 ? [label] : label.children
  for (const part of parts) {
    const style = getComputedStyle(part)
    const words = (part.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    if (words === '') continue
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    pen.direction = style.direction as CanvasDirection
    pen.textAlign = aligns[style.textAnchor as keyof typeof aligns] ?? 'start'
    const [x, y] = [Number(part.getAttribute('x') ?? 0), Number(part.getAttribute('y') ?? 0)]
    // What stands on the line of mathematics stands half as low as its letters are high.
    const isHigh = label.getAttribute('dominant-baseline') === 'mathematical'
    const baseline = isHigh ? y + pen.measureText('x').fontBoundingBoxAscent / 2 : y
    const width = Number.parseFloat(style.strokeWidth)
    if (style.stroke !== 'none' && width > 0) {
      pen.strokeStyle = style.stroke
      pen.lineWidth = width
      pen.lineJoin = 'round'
      pen.strokeText(words, x, baseline)
    }
    pen.fillStyle = style.fill
    pen.fillText(words, x, baseline)
  }
}
