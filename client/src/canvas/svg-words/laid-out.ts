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
  readonly #baselines = new Map<string, number>()
  readonly #pen = document.createElement('canvas').getContext('2d')

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
      yield [html, fragmentsIn(box, width, (style) => this.#baselineOf(style))]
    }
  }

  /** Each label that stands on no line of its own, with its lines. */
  *labels(): Generator<[label: Element, lines: readonly LabelLine[]]> {
    for (const [label, copy] of this.#labels) {
      yield [label, labelLinesIn(copy, this.#baselineOf(getComputedStyle(copy)))]
    }
  }

  remove(): void {
    this.#host.remove()
  }

  /** Where letters stand between the top and the bottom of their line; from 0 up to 1. */
  #baselineOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
    const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
    const known = this.#baselines.get(font)
    if (known !== undefined || this.#pen === null) return known ?? 0.8
    this.#pen.font = font
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = this.#pen.measureText('x')
    this.#baselines.set(font, up / (up + down))
    return up / (up + down)
  }
}
