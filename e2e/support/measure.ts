// oxlint-disable unicorn/consistent-function-scoping -- What runs in a page has to be whole by itself.
import type { Page } from '@playwright/test'

/** A rectangle on the screen, in px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** One stretch of words that somebody sees. */
export interface SeenText {
  readonly words: string
  /** Height of its letters as rendered: the font size times every transformation, in px. */
  readonly px: number
  /** One box for each line. */
  readonly lines: readonly Box[]
  /** What it belongs to. */
  readonly of: 'note' | 'words' | 'zone' | 'control' | 'page'
  /** It says something beside the moment: an address, the number of the step, who made the canvas. */
  readonly isBeside: boolean
}

/** What there is to see on a page. */
export interface Seen {
  readonly texts: readonly SeenText[]
  /** Sheets, as they lie. */
  readonly notes: readonly { readonly words: string; readonly box: Box }[]
  /** Keys, fields and news that float over what people made. */
  readonly controls: readonly { readonly name: string; readonly box: Box }[]
  /** Words above the highest that one can scroll to. */
  readonly outOfReach: readonly string[]
}

/** Looks at what is in sight of a page now, with the eyes of somebody before the screen. */
export function lookAt(page: Page): Promise<Seen> {
  return page.evaluate(seenOnPage)
}

/** Runs in the page, and so is whole by itself. */
function seenOnPage(): Seen {
  const screen = { w: innerWidth, h: innerHeight }
  const boxOf = ({ x, y, width, height }: DOMRect): Box => ({ x, y, w: width, h: height })
  const isOnScreen = ({ x, y, w, h }: Box): boolean =>
    w > 0 && h > 0 && x < screen.w && y < screen.h && x + w > 0 && y + h > 0

  /** The part of a box that no ancestor cuts off; nothing of it when all of it is. */
  const cutBox = (element: Element, box: Box): Box => {
    let [left, top, right, bottom] = [box.x, box.y, box.x + box.w, box.y + box.h]
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const edge = one.getBoundingClientRect()
      left = Math.max(left, edge.left)
      top = Math.max(top, edge.top)
      right = Math.min(right, edge.right)
      bottom = Math.min(bottom, edge.bottom)
    }
    return { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) }
  }
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

  /** How much larger something is drawn than it says. */
  const scaleOf = (element: Element): number => {
    let scale = 1
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      const style = getComputedStyle(one)
      if (style.transform !== 'none') {
        const { a, b } = new DOMMatrix(style.transform)
        scale *= Math.hypot(a, b)
      }
      if (style.scale !== 'none') scale *= Number.parseFloat(style.scale)
    }
    return scale
  }
  const floats = (element: Element): boolean => {
    // What lies in the drawing, or in a list that one scrolls, is no control.
    if (element.closest('.tl-shapes, .tl-shape') !== null) return false
    for (let one: Element | null = element; one !== null; one = one.parentElement) {
      if (one.matches('.stip-board, main, .tl-container')) return false
      if (['fixed', 'absolute', 'sticky'].includes(getComputedStyle(one).position)) return true
    }
    return false
  }
  const kindOf = (element: Element): SeenText['of'] => {
    const shape = element.closest<HTMLElement>('.tl-shape')?.dataset['shapeType']
    if (shape === 'note') return 'note'
    if (shape === 'zone') return 'zone'
    if (shape !== undefined) return 'words'
    return floats(element) || element.closest('button, a, label, summary') !== null
      ? 'control'
      : 'page'
  }

  const texts: SeenText[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const words = (node.textContent ?? '').trim()
    // A star alone is a sign, and nothing to read.
    if (element === null || !/[\p{L}\p{N}]/u.test(words) || !isShown(element)) continue
    if (element.closest('script, style, svg, .stip-hidden, noscript') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()]
      .map((rectangle) => cutBox(element, boxOf(rectangle)))
      .filter((box) => isOnScreen(box) && box.w > 1 && box.h > 1)
    if (lines.length === 0) continue
    const px = Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element)
    const isBeside = element.closest('footer, .stip-muted, [data-beside], figcaption') !== null
    texts.push({ words, px, lines, of: kindOf(element), isBeside })
  }
  const notes = [...document.querySelectorAll<HTMLElement>('.tl-shape[data-shape-type="note"]')]
    .filter((element) => isShown(element))
    .map((element) => {
      const sheet = element.querySelector('.stip-note') ?? element
      return { words: element.innerText.trim(), box: boxOf(sheet.getBoundingClientRect()) }
    })
    .filter(({ box }) => isOnScreen(box))
  const controls = [
    ...document.querySelectorAll('button, a[href], input, textarea, summary, output, [role=alert]'),
  ]
    .filter((element) => isShown(element) && floats(element))
    .map((element) => ({
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40),
      box: boxOf(element.getBoundingClientRect()),
    }))
    .filter(({ box }) => isOnScreen(box))
  // What is set in the middle of too little room begins above it, where nobody can scroll to.
  const outOfReach = [...document.querySelectorAll('*')]
    .filter((element) => {
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
      return scrolls && element.scrollTop === 0 && element.scrollHeight > element.clientHeight
    })
    .flatMap((element) =>
      [...element.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, button')].filter(
        (one) =>
          isShown(one) && one.getBoundingClientRect().top < element.getBoundingClientRect().top - 1,
      ),
    )
    .map((element) => element.innerText.trim())
  return { texts, notes, controls, outOfReach }
}
