import type { Line, Look } from './written.ts'

export const SVG = 'http://www.w3.org/2000/svg'
export const XHTML = 'http://www.w3.org/1999/xhtml'

/**
 * Letters that other readers have. A reader that looks no further than the first, as LibreOffice
 * does, gets a typeface that is nearly as wide as ours and is nowhere missing without a stand-in.
 */
const COMMON_TYPEFACE = "Arial, Helvetica, 'Liberation Sans', sans-serif"

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An SVG element with attributes; those that are undefined are left out. */
export function svgElement(
  document: Document,
  name: string,
  attributes: Attributes,
  children: readonly (Node | string)[] = [],
): Element {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, asWritten(value))
  }
  element.append(...children)
  return element
}

/** Lets a reader choose: HTML when it knows that, else the same lines as SVG has them. */
export function offerWords(html: Element, lines: readonly Line[]): void {
  const { ownerDocument: document, parentNode: around } = html
  if (lines.length === 0 || around === null) return
  const choice = svgElement(document, 'switch', {})
  around.replaceChild(choice, html)
  html.setAttribute('requiredExtensions', XHTML)
  const [x, y] = [Number(html.getAttribute('x') ?? 0), Number(html.getAttribute('y') ?? 0)]
  choice.append(html, wordsElement(document, lines, { x, y }))
}

/** Lines of words, and what a highlighter left behind them, as elements that every reader knows. */
function wordsElement(
  document: Document,
  lines: readonly Line[],
  { x, y }: { readonly x: number; readonly y: number },
): Element {
  const place = { transform: x === 0 && y === 0 ? undefined : `translate(${x} ${y})` }
  return svgElement(document, 'g', { 'font-family': COMMON_TYPEFACE, ...place }, [
    ...lines.flatMap(({ marks }) =>
      marks.map(({ color, ...box }) =>
        svgElement(document, 'rect', { ...box, rx: 2, ...paint(color) }),
      ),
    ),
    ...lines.map((line) => lineElement(document, line)),
  ])
}

function lineElement(document: Document, { x, baseline, anchor, ...line }: Line): Element {
  const [first] = line.runs
  const isAlike = line.runs.length === 1
  const attributes: Attributes = {
    x,
    y: baseline,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    direction: line.isRightToLeft ? 'rtl' : undefined,
    ...(isAlike && first !== undefined && attributesOf(first.look)),
  }
  return svgElement(
    document,
    'text',
    attributes,
    line.runs.map(({ text, look }) =>
      isAlike
        ? keptSpaces(text)
        : svgElement(document, 'tspan', attributesOf(look), [keptSpaces(text)]),
    ),
  )
}

function attributesOf({ size, weight, isItalic, color, decoration, hasRim }: Look): Attributes {
  return {
    'font-size': size,
    'font-weight': weight === '400' ? undefined : weight,
    'font-style': isItalic ? 'italic' : undefined,
    'text-decoration': decoration === '' ? undefined : decoration,
    'data-rim': hasRim === true ? 'paper' : undefined,
    ...paint(color),
  }
}

/** A colour with its opacity apart: not every reader knows the two in one. */
function paint(color: string): Attributes {
  const [, parts = ''] = /^rgba?\((.*)\)$/.exec(color) ?? []
  const [red, green, blue, alpha] = parts.split(/[\s,/]+/)
  if (blue === undefined) return { fill: color }
  return { fill: `rgb(${red}, ${green}, ${blue})`, 'fill-opacity': alpha }
}

/** Spaces in a row and at the edges are words too; SVG would throw them away. */
function keptSpaces(text: string): string {
  return text.replaceAll(/\s/g, ' ').replaceAll(/^ | (?= )| $/g, '\u00A0')
}

/** A thousandth of a pixel is nothing. */
function asWritten(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value
}

/** Lays a sheet below everything: a background by CSS is for browsers only. */
export function layPaper(root: Element): void {
  const color = (root as SVGSVGElement).style.backgroundColor
  const [x, y, width, height] = (root.getAttribute('viewBox') ?? '').split(/\s+/)
  if (color === '' || height === undefined) return
  const paper = svgElement(root.ownerDocument, 'rect', { x, y, width, height, ...paint(color) })
  root.insertBefore(paper, root.querySelector('defs')?.nextSibling ?? root.firstChild)
}

/**
 * Names the typefaces of words that are SVG already, so that each reader finds one that it has. Our
 * own stands in a rule that LibreOffice does not know: it would take that name and find nothing.
 */
export function nameTypefaces(root: Element): void {
  const families = new Set<string>()
  for (const element of root.querySelectorAll('[font-family]')) {
    const [family = ''] = (element.getAttribute('font-family') ?? '').split(',')
    if (!family.startsWith('tldraw_')) continue
    families.add(family)
    element.setAttribute('font-family', COMMON_TYPEFACE)
    element.setAttribute('data-typeface', family)
  }
  const paper = (root as SVGSVGElement).style.backgroundColor
  const rules = [...families].map(
    (family) => `[data-typeface=${family}]{font-family:${family},${COMMON_TYPEFACE}}`,
  )
  const rim = `[data-rim]{paint-order:stroke;stroke:${paper};stroke-width:3px}`
  root
    .querySelector('defs')
    ?.append(svgElement(root.ownerDocument, 'style', {}, [[...rules, rim].join('\n')]))
}
