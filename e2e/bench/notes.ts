import * as Y from 'yjs'

const words = 'meer bomen een plein met water en banken waar iedereen kan zitten'.split(' ')
const STEP = 240
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A note of the board that is measured. */
export interface BenchNote {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly index: string
  readonly text: string
}

/** So many notes side by side in rows, in a field as wide as it is high on a screen. */
export function benchNotes(count: number): readonly BenchNote[] {
  const columns = Math.ceil(Math.sqrt(count * 1.6))
  return Array.from({ length: count }, (_, number) => ({
    id: `shape:n${number}`,
    x: (number % columns) * STEP,
    y: Math.floor(number / columns) * STEP,
    index: indexOf(number),
    text: [0, 3, 7, 4].map((skip) => words[(number + skip) % words.length]).join(' '),
  }))
}

/** Writes notes into a board in the layout that ARCHITECTURE.md describes. */
export function writeNotes(document: Y.Doc, notes: readonly BenchNote[]): void {
  document.transact(() => {
    for (const { id, x, y, index, text } of notes) {
      const map = new Y.Map<unknown>()
      document.getMap('records').set(id, map)
      map.set('$', {
        typeName: 'shape',
        type: 'note',
        xy: [x, y],
        pi: ['page:page', index],
        ...fieldsOfNote,
      })
      const fragment = new Y.XmlFragment()
      map.set('t', fragment)
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      fragment.insert(0, [paragraph])
    }
  })
}

/** The indexes of tldraw in their order: behind 'c' come three digits. */
function indexOf(number: number): string {
  const digit = (place: number): string => digits[Math.floor(number / place) % 62] ?? '0'
  return `c${digit(62 * 62)}${digit(62)}${digit(1)}`
}

const fieldsOfNote = {
  rotation: 0,
  isLocked: false,
  opacity: 1,
  'p.color': 'yellow',
  'p.labelColor': 'black',
  'p.size': 'm',
  'p.font': 'sans',
  'p.fontSizeAdjustment': 0,
  'p.align': 'middle',
  'p.verticalAlign': 'middle',
  'p.growY': 0,
  'p.url': '',
  'p.scale': 1,
}
