// A worker has no origin to name.
// oxlint-disable unicorn/require-post-message-target-origin
import { changeFields, textFragment } from '@stip/documents/light'
import { below, seededRandom } from '@stip/primitives'
import * as Y from 'yjs'

// Twelve people who draw, in a thread of their own: their work must not count as the page's.

const PEOPLE = 12
const DRAG_STEPS = 60
/** So much of the work of others comes in one message, when hours have to pass. */
const SECONDS_A_MESSAGE = 4

interface Order {
  readonly board: Uint8Array
  readonly seed: number
  /** Every change as a message of its own, so many a second; or `hours` of work as fast as it goes. */
  readonly perSecond?: number
  readonly hours?: number
  readonly notes: number
}

addEventListener('message', ({ data }: MessageEvent<Order | 'on'>) => {
  if (data === 'on') return
  const people = Array.from({ length: PEOPLE }, () => {
    const document = new Y.Doc()
    Y.applyUpdate(document, data.board, 'page')
    return document
  })
  if (data.perSecond !== undefined) drawAtPace(people, data.perSecond, data.notes)
  else drawHours(people, data)
})

/** Moves one note after another, evenly in time. */
function drawAtPace(people: readonly Y.Doc[], perSecond: number, notes: number): void {
  const start = performance.now()
  let made = 0
  for (const person of people) {
    person.on('update', (update: Uint8Array) => postMessage({ update, at: Date.now() }))
  }
  setInterval(() => {
    const due = ((performance.now() - start) / 1000) * perSecond
    for (; made < due; made++) {
      const person = people[made % people.length]
      const note = made % notes
      if (person !== undefined) {
        changeFields(person, `shape:n${note}`, { xy: [note + (made % 997) / 8, made % 500] })
      }
    }
  }, 2)
}

/** Hours of work: each of twelve people does something every twenty seconds. */
function drawHours(people: readonly Y.Doc[], { hours = 1, notes, seed }: Order): void {
  const random = seededRandom(seed)
  const seconds = hours * 3600
  let second = 0
  addEventListener('message', () => {
    const updates: Uint8Array[] = []
    for (const person of people) {
      const note = (update: Uint8Array, origin: unknown): void => {
        if (origin !== 'page') updates.push(update)
      }
      person.on('update', note)
      if (below(random, 20 / SECONDS_A_MESSAGE) === 0)
        gesture(person, `shape:n${below(random, notes)}`, random)
      person.off('update', note)
    }
    for (const update of updates) {
      for (const person of people) Y.applyUpdate(person, update, 'page')
    }
    second += SECONDS_A_MESSAGE
    postMessage({ updates, isDone: second >= seconds })
  })
  postMessage({ updates: [], isDone: false })
}

function gesture(person: Y.Doc, id: string, random: () => number): void {
  const kind = below(random, 10)
  if (kind === 0) {
    changeFields(person, id, { 'p.color': ['yellow', 'blue', 'green'][below(random, 3)] ?? 'blue' })
  } else if (kind < 4) {
    typeAndErase(person, id)
  } else {
    const [x, y] = [below(random, 5000), below(random, 3000)]
    for (let step = 0; step < DRAG_STEPS; step++) {
      changeFields(person, id, { xy: [x + step * 1.5, y + step] })
    }
  }
}

/** Words come and go, so that the board holds as much at the end as at the beginning. */
function typeAndErase(person: Y.Doc, id: string): void {
  const paragraph = textFragment(person, id)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) return
  for (const letter of 'een plein ') text.insert(text.length, letter)
  for (let letter = 0; letter < 10; letter++) text.delete(text.length - 1, 1)
}
