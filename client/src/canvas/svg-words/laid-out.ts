import { baselineIn } from './baseline.ts'
import { fragmentsIn } from './fragments-in.ts'
import { labelLinesIn } from './plain-label.ts'
import type { LabelLine } from './plain-label.ts'
import { SVG } from './svg-elements.ts'
import type { Fragment } from './written.ts'

/** A copy of all words of a drawing, laid out by this browser out of sight. */
export class LaidOut {
  readonly #host = document.createElement('div')
  readonly #words = new Map<Element, HTMLElement>()
  readonly #labels = new Map<Element, SVGTextElement>()

  constructor(drawing: Element) {
    this.#host.inert = true
    this.#host.ariaHidden = 'true'
    this.#host.style.cssText = 'position:fixed;left:0;top:0;opacity:0;pointer-events:none'
    for (const html of drawing.querySelectorAll('foreignObject')) {
      const box = document.createElement('div')
      const [width, height] = [html.getAttribute('width'), html.getAttribute('height')]
      box.style.cssText = `position:absolute;left:0;top:0;width:${width}px;height:${height}px`
      for (const child of html.children) box.append(document.importNode(child, true))
      this.#host.append(box)
      this.#words.set(html, box)
    }
    const sheet = document.createElementNS(SVG, 'svg')
    this.#host.append(sheet)
    for (const label of drawing.querySelectorAll('text[dominant-baseline]')) {
      const copy = document.importNode(label, true) as SVGTextElement
      sheet.append(copy)
      this.#labels.set(label, copy)
    }
    document.body.append(this.#host)
  }

  /** Each part in HTML, with its words where they stand in it. */
  *words(): Generator<[html: Element, fragments: readonly Fragment[]]> {
    for (const [html, box] of this.#words) {
      const width = Number(html.getAttribute('width'))
      yield [html, fragmentsIn(box, width, baselineIn)]
    }
  }

  /** Each label that stands on no line of its own, with its lines. */
  *labels(): Generator<[label: Element, lines: readonly LabelLine[]]> {
    for (const [label, copy] of this.#labels) {
      yield [label, labelLinesIn(copy, baselineIn(getComputedStyle(copy)))]
    }
  }

  remove(): void {
    this.#host.remove()
  }
}
