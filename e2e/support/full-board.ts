import * as Y from 'yjs'

/** Words with marks as a text keeps them, such as `{ bold: {} }`. */
type Run = readonly [words: string, marks?: Readonly<Record<string, object>>]
/** A part of a text: a line of runs, or what holds other parts. */
interface Part {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | number>>
  readonly runs?: readonly Run[]
  readonly parts?: readonly Part[]
}
interface Thing {
  readonly type: string
  readonly at: readonly [x: number, y: number]
  readonly rotation?: number
  readonly meta?: Readonly<Record<string, unknown>>
  readonly props: Readonly<Record<string, unknown>>
  readonly text?: readonly Part[]
}

/** A line of a text. */
export const line = (...runs: readonly (string | Run)[]): Part => ({
  name: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? [run] : run)),
})
/** A list, with a line for each item. */
export const list = (name: 'bulletList' | 'orderedList', ...items: readonly string[]): Part => ({
  name,
  parts: items.map((words) => ({ name: 'listItem', parts: [line(words)] })),
})

/** Puts things on a board, in the layout that ARCHITECTURE.md describes; the last lies on top. */
export function writeThings(document: Y.Doc, things: Readonly<Record<string, Thing>>): void {
  document.transact(() => {
    for (const [number, [name, thing]] of Object.entries(things).entries()) {
      const map = new Y.Map<unknown>()
      document.getMap('records').set(`shape:${name}`, map)
      map.set('$', {
        typeName: 'shape',
        type: thing.type,
        xy: thing.at,
        pi: ['page:page', `a${String.fromCharCode(65 + number)}`],
        rotation: thing.rotation ?? 0,
        isLocked: thing.type === 'zone',
        opacity: 1,
        ...prefixed('m', thing.meta ?? {}),
        ...prefixed('p', { ...usual[thing.type], ...thing.props }),
      })
      if (thing.text === undefined) continue
      const fragment = new Y.XmlFragment()
      map.set('t', fragment)
      fragment.insert(0, thing.text.map(elementOf))
    }
  })
}

/** A picture that the server has, for images on a board. */
export interface Picture {
  readonly src: string
  readonly width: number
  readonly height: number
  readonly mimeType: string
  readonly size: number
}

/** Tells a board of a picture; an image shows it as `asset:NAME`. */
export function writePicture(document: Y.Doc, name: string, picture: Picture): void {
  const { src, width: w, height: h, mimeType, size: fileSize } = picture
  const props = { name, src, w, h, mimeType, isAnimated: false, fileSize }
  const map = new Y.Map<unknown>()
  map.set('$', { typeName: 'asset', type: 'image', ...prefixed('p', props) })
  document.getMap('records').set(`asset:${name}`, map)
}

function elementOf({ name, attributes = {}, runs = [], parts = [] }: Part): Y.XmlElement {
  const element = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as string)
  if (parts.length > 0) element.insert(0, parts.map(elementOf))
  if (runs.length === 0) return element
  const text = new Y.XmlText()
  element.insert(0, [text])
  let end = 0
  for (const [words, marks = {}] of runs) {
    text.insert(end, words, marks)
    end += words.length
  }
  return element
}

function prefixed(prefix: string, fields: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [`${prefix}.${key}`, value]),
  )
}

const words = { size: 'm', font: 'draw', scale: 1 }
/** What a kind of thing is when nothing else is said. */
const usual: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  zone: { question: '', color: 'blue', style: 'area', letter: '' },
  note: {
    ...words,
    color: 'yellow',
    labelColor: 'black',
    fontSizeAdjustment: 0,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
  },
  geo: {
    ...words,
    geo: 'rectangle',
    dash: 'draw',
    url: '',
    growY: 0,
    color: 'blue',
    labelColor: 'black',
    fill: 'semi',
    align: 'middle',
    verticalAlign: 'middle',
  },
  text: { ...words, color: 'black', textAlign: 'start', autoSize: false },
  arrow: {
    ...words,
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    bend: 0,
    labelPosition: 0.5,
    elbowMidPoint: 0.5,
  },
  stip: { scale: 1, color: 'orange' },
  horizon: { scale: 1, color: 'black' },
  frame: { color: 'black' },
  image: { playing: true, url: '', crop: null, flipX: false, flipY: false, altText: '' },
}
