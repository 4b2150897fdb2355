import type { BoardRecord } from '@stip/board'

const words = [
  'meer groen',
  'een bank',
  'veilig oversteken',
  'samen eten',
  'minder stenen',
  'licht',
]

/** The n-th note of a board: 40 to a row, with a few words on it. */
export function noteOf(n: number): BoardRecord {
  return {
    id: noteId(n),
    typeName: 'shape',
    type: 'note',
    x: (n % 40) * 220,
    y: Math.floor(n / 40) * 220,
    rotation: 0,
    index: `a1${String(n + 1).padStart(5, '0')}V`,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      richText: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: textOf(n) }] }],
      },
      scale: 1,
    },
    meta: {},
  }
}

export function noteId(n: number): string {
  return `shape:bench${n}`
}

/** Where a drawer has a note in its move with this number: a wide circle, in eighths of pixels. */
export function placeOf(drawer: number, number: number): readonly [number, number] {
  const angle = number / 20 + drawer
  return [eighths(1000 + 600 * Math.cos(angle)), eighths(800 + 600 * Math.sin(angle))]
}

function textOf(n: number): string {
  return `${words[n % words.length]} en ${words[(n * 5 + 2) % words.length]} ${n}`
}

function eighths(value: number): number {
  return Math.round(value * 8) / 8
}
