import * as Y from 'yjs'
import { benchNotes, writeNotes } from './notes.ts'
import type { Move, Order } from './people.ts'
import { RemotePerson } from './remote-person.ts'

// The remote people, in a process of their own. Started by people.ts.

const BATCH = 250
/** How far a dragged note goes before it begins again, in steps of 1/8 px: longer than any delay. */
const ROUND = 4000

const people: RemotePerson[] = []
let timer: ReturnType<typeof setInterval> | undefined
let moves: Move[] = []

process.on('message', (order: Order) => {
  void carryOut(order)
})

async function carryOut(order: Order): Promise<void> {
  if (order.kind === 'join') {
    for (const { url, headers } of order.people) people.push(await RemotePerson.join(url, headers))
    await putNotes(order.notes)
  } else if (order.kind === 'draw') draw(order.hertz, order.notes)
  else if (order.kind === 'stop') {
    clearInterval(timer)
    process.send?.({ moves })
    moves = []
    return
  } else process.exit(0)
  process.send?.({ moves: [] })
}

async function putNotes(count: number): Promise<void> {
  const [first, ...others] = people
  const notes = benchNotes(count)
  for (let from = 0; from < count; from += BATCH) {
    const batch = notes.slice(from, from + BATCH)
    first?.write((records) => {
      if (records.doc !== null) writeNotes(records.doc, batch)
    })
  }
  const board = first === undefined ? undefined : Y.encodeStateAsUpdate(first.document)
  for (const other of others) if (board !== undefined) Y.applyUpdate(other.document, board, 'line')
}

/** Everybody drags a note of their own, and points at it. */
function draw(hertz: number, notes: number): void {
  const start = performance.now()
  const places = benchNotes(notes)
  let done = 0
  timer = setInterval(() => {
    const due = ((performance.now() - start) / 1000) * hertz * people.length
    for (; done < due; done++) {
      const number = done % people.length
      const step = Math.floor(done / people.length)
      const place = places[Math.floor((number * notes) / people.length) + 1]
      if (place === undefined) continue
      const x = place.x + (step % ROUND) / 8
      const y = place.y + Math.round(Math.sin(step / 20) * 320) / 8
      people[number]?.write((records) => void records.get(place.id)?.set('xy', [x, y]))
      people[number]?.point(x, y)
      moves.push({ id: place.id, x, at: Date.now() })
    }
  }, 4)
}
