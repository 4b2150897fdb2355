import type { BoardRecord } from '@stip/board'
import { aNote, richText } from '@stip/documents/examples'

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
  return aNote(nameOf(n), {
    x: (n % 40) * 220,
    y: Math.floor(n / 40) * 220,
    index: `a1${String(n + 1).padStart(5, '0')}V`,
    props: { richText: richText(textOf(n)) },
  })
}

export function noteId(n: number): string {
  return `shape:${nameOf(n)}`
}

/** Where a drawer has a note in its move with this number: a wide circle, in eighths of pixels. */
export function placeOf(drawer: number, number: number): readonly [number, number] {
  const angle = number / 20 + drawer
  return [eighths(1000 + 600 * Math.cos(angle)), eighths(800 + 600 * Math.sin(angle))]
}

function nameOf(n: number): string {
  return `bench${n}`
}

function textOf(n: number): string {
  return `${words[n % words.length]} en ${words[(n * 5 + 2) % words.length]} ${n}`
}

function eighths(value: number): number {
  return Math.round(value * 8) / 8
}
