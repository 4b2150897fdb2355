import type { Line, Look } from './written.ts'

export const SVG = 'http://www.w3.org/2000/svg'
const XHTML = 'http://www.w3.org/1999/xhtml'
const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'

/**
 * Letters that other readers have. A reader that looks no further than the first, as LibreOffice
 * does, gets a typeface that is nearly as wide as ours and is nowhere missing without a stand-in.
 */
const OWN_TYPEFACE = /^(?:tldraw|stip)_/
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
  const element = svgElement(
    document,
    'text',
    attributes,
    line.runs.map(({ text, look }) =>
      isAlike
        ? inItsDirection(text, line.isRightToLeft)
        : svgElement(document, 'tspan', attributesOf(look), [text]),
    ),
  )
  // Spaces in a row are words too, and those between words that look different. A space that does
  // not break is none to librsvg: it throws that away at the edge of a run.
  if (!isAlike || /\s\s|^\s/.test(first?.text ?? '')) {
    element.setAttributeNS(XML, 'xml:space', 'preserve')
  }
  return element
}

/** LibreOffice and Inkscape heed each one of the two: an attribute, or signs around the words. */
function inItsDirection(text: string, isRightToLeft: boolean): string {
  return isRightToLeft ? `\u2067${text}\u2069` : text
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

/** Parts colours from how far one can look through them: Inkscape 1.2 paints those black. */
export function partColors(root: Element): void {
  for (const name of ['fill', 'stroke']) {
    for (const element of root.querySelectorAll(`[${name}^="rgba"]`)) {
      const { fill, 'fill-opacity': opacity } = paint(element.getAttribute(name) ?? '')
      if (opacity === undefined) continue
      element.setAttribute(name, String(fill))
      element.setAttribute(`${name}-opacity`, String(opacity))
    }
  }
}

/** Gives pictures their address under its older name: Inkscape 1.2 knows no other. */
export function nameImages(root: Element): void {
  for (const image of root.querySelectorAll('image[href]')) {
    image.setAttributeNS(XLINK, 'xlink:href', image.getAttribute('href') ?? '')
    image.removeAttribute('href')
  }
}

/**
 * Names the typefaces of words that are SVG already, so that each reader finds one that it has. Our
 * own stands in a rule that LibreOffice does not know: it would take that name and find nothing.
 */
export function nameTypefaces(root: Element): void {
  const stacks = new Map<string, string>()
  for (const element of root.querySelectorAll('[font-family]')) {
    const names = (element.getAttribute('font-family') ?? '').replaceAll(/["']/g, '').split(',')
    const own = names.map((name) => name.trim()).filter((name) => OWN_TYPEFACE.test(name))
    const [family] = own
    if (family === undefined) continue
    stacks.set(family, own.join())
    element.setAttribute('font-family', COMMON_TYPEFACE)
    element.setAttribute('data-typeface', family)
  }
  const paper = (root as SVGSVGElement).style.backgroundColor
  const rules = [...stacks].map(
    ([family, own]) => `[data-typeface=${family}]{font-family:${own},${COMMON_TYPEFACE}}`,
  )
  const rim = `[data-rim]{paint-order:stroke;stroke:${paper};stroke-width:3px}`
  root
    .querySelector('defs')
    ?.append(svgElement(root.ownerDocument, 'style', {}, [[...rules, rim].join('\n')]))
}
