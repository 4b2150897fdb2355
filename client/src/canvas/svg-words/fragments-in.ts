import { markerOf } from './list-marker.ts'
import type { Align, Fragment, Look } from './written.ts'

/**
 * The words of an element as the browser laid them out: cut where a line ends or the look changes.
 *
 * @param box - The element, in the document.
 * @param width - How wide it is in its own px, whatever the page is magnified by.
 * @param baselineOf - Where letters stand between the top and the bottom of their line.
 */
export function fragmentsIn(
  box: Element,
  width: number,
  baselineOf: (style: CSSStyleDeclaration) => number,
): Fragment[] {
  const frame = box.getBoundingClientRect()
  const scale = frame.width === 0 ? 1 : width / frame.width
  const paragraphs = new Map<Element, number>()
  const fragments: Fragment[] = []
  const walker = box.ownerDocument.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: parent } = node
    if (parent === null) continue
    const style = getComputedStyle(parent)
    const paragraph = paragraphOf(parent)
    const isNew = !paragraphs.has(paragraph)
    if (isNew) paragraphs.set(paragraph, paragraphs.size)
    const look = lookOf(parent, style, paragraph)
    const written = partsOf(node as Text).map(({ text, rects }): Fragment => {
      const top = (Math.min(...rects.map((rect) => rect.top)) - frame.top) * scale
      const bottom = (Math.max(...rects.map((rect) => rect.bottom)) - frame.top) * scale
      return {
        text,
        left: (Math.min(...rects.map((rect) => rect.left)) - frame.left) * scale,
        right: (Math.max(...rects.map((rect) => rect.right)) - frame.left) * scale,
        top,
        bottom,
        baseline: top + (bottom - top) * baselineOf(style),
        paragraph: paragraphs.get(paragraph) ?? 0,
        look,
        ...lieOf(paragraph),
      }
    })
    const [first] = written
    const marker = isNew && first !== undefined ? markerOf(paragraph, first) : undefined
    if (marker !== undefined) fragments.push(marker)
    fragments.push(...written)
  }
  return fragments
}

/** What holds the lines in which words stand. */
function paragraphOf(element: Element): Element {
  let around = element
  while (getComputedStyle(around).display === 'inline' && around.parentElement !== null) {
    around = around.parentElement
  }
  return around
}

function lieOf(paragraph: Element): { readonly align: Align; readonly isRightToLeft: boolean } {
  const { textAlign, direction } = getComputedStyle(paragraph)
  const isRightToLeft = direction === 'rtl'
  if (textAlign === 'center') return { align: 'middle', isRightToLeft }
  const isAtEnd = textAlign === 'end' || textAlign === (isRightToLeft ? 'left' : 'right')
  return { align: isAtEnd ? 'end' : 'start', isRightToLeft }
}

function lookOf(element: Element, style: CSSStyleDeclaration, paragraph: Element): Look {
  const decorations = new Set<string>()
  for (let around = element; around !== paragraph; around = around.parentElement ?? paragraph) {
    for (const each of getComputedStyle(around).textDecorationLine.split(' ')) decorations.add(each)
  }
  const mark = element.closest('mark')
  return {
    size: Number.parseFloat(style.fontSize),
    family: style.fontFamily,
    weight: style.fontWeight,
    isItalic: style.fontStyle !== 'normal',
    color: style.color,
    decoration: ['underline', 'line-through'].filter((each) => decorations.has(each)).join(' '),
    ...(mark !== null && { marked: getComputedStyle(mark).backgroundColor }),
    ...(style.textShadow !== 'none' && { hasRim: true }),
  }
}

interface Part {
  readonly text: string
  readonly rects: readonly DOMRect[]
}

/** The words of a text, line by line; the spaces behind them apart, which count where words follow. */
function partsOf(node: Text): Part[] {
  const { data } = node
  const parts: Part[] = []
  for (let from = 0; from < data.length;) {
    const to = endOfLine(node, from)
    const end = from + data.slice(from, to).trimEnd().length
    for (const [start, stop] of [
      [from, end],
      [end, to],
    ] as const) {
      const rects = rectsOf(node, start, stop)
      const text = data.slice(start, stop).replaceAll('\n', '')
      if (text !== '' && rects.length > 0) parts.push({ text, rects })
    }
    from = to
  }
  return parts
}

/** Behind which letter the line ends on which a letter stands. */
function endOfLine(node: Text, from: number): number {
  const first = placeOf(node, from)
  if (first === undefined) return node.data.length
  let [onLine, below] = [from, node.data.length]
  // Every letter behind the first that stands lower stands lower too.
  while (below - onLine > 1) {
    const middle = Math.floor((onLine + below) / 2)
    const place = placeOf(node, middle)
    if (place !== undefined && place.top > first.top + first.height / 2) below = middle
    else onLine = middle
  }
  return below
}

/** Where a letter stands; what stands nowhere, such as a line break, is where the next one is. */
function placeOf(node: Text, at: number): DOMRect | undefined {
  for (let index = at; index < node.data.length; index++) {
    const [rect] = rectsOf(node, index, index + 1)
    if (rect !== undefined) return rect
  }
  return undefined
}

function rectsOf(node: Text, from: number, to: number): readonly DOMRect[] {
  const range = node.ownerDocument.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  return [...range.getClientRects()]
}
