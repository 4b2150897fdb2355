import { svgElement } from './svg-elements.ts'

/** A line of a label: what is written, between where and where, and how high its letters stand. */
export interface LabelLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
}

/**
 * The lines of a label as the browser laid it out.
 *
 * @param label - The label, in the document.
 * @param share - Where letters stand between the top and the bottom of their line.
 */
export function labelLinesIn(label: SVGTextElement, share: number): readonly LabelLine[] {
  const lines: LabelLine[] = []
  let at = 0
  for (const part of label.children) {
    const { textContent: text } = part
    const from = at
    at += text.length
    if (text.trim() === '' || label.getNumberOfChars() < at) continue
    const { y, height } = label.getExtentOfChar(from)
    const baseline = y + height * share
    const left = label.getStartPositionOfChar(from).x
    const right = label.getEndPositionOfChar(at - 1).x
    const open = lines.at(-1)
    if (open === undefined || Math.abs(open.baseline - baseline) > 1) {
      lines.push({ text, left, right, baseline })
    } else {
      lines[lines.length - 1] = {
        text: `${open.text} ${text}`,
        left: Math.min(open.left, left),
        right: Math.max(open.right, right),
        baseline,
      }
    }
  }
  return lines
}

/**
 * Writes a label by lines and on the line of its letters. tldraw puts each word where it is in its
 * own letters, half as high as the letters are: in others they run into each other, and who does not
 * know that line shows them too high.
 */
export function plainLabel(label: Element, lines: readonly LabelLine[]): void {
  if (lines.length === 0) return
  label.removeAttribute('dominant-baseline')
  label.removeAttribute('alignment-baseline')
  label.setAttribute('text-anchor', 'middle')
  label.replaceChildren(
    ...lines.map(({ text, left, right, baseline }) =>
      svgElement(label.ownerDocument, 'tspan', { x: (left + right) / 2, y: baseline }, [
        text.replaceAll('\u00A0', ' ').trim(),
      ]),
    ),
  )
}
