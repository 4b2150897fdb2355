// A process of its own: twelve people draw on one board, and each move is timed from the moment
// it is sent until it is on the screen of somebody else.
import { changeFields, createRecord } from '@stip/documents'
import type * as Y from 'yjs'
import { aNote } from '../../test/a-note.ts'
import type { Line } from '../line.ts'
import type { HonestReport } from './honest-people.ts'
import { Scene } from './scene.ts'

const PEOPLE = 12
/** Each moves a note ten times a second. */
const MOVE_EVERY_MS = 100
/** A move that is not seen by then counts as this long. */
const PATIENCE_MS = 20_000

interface Person {
  readonly line: Line
  readonly note: string
  moves: number
  /** The move that is under way. */
  sent: { readonly x: number; readonly at: number } | undefined
}

const scene = await Scene.prepare(process.argv[2] ?? '', 'Een gewone avond')
const watcher = await scene.lineOf(scene.facilitator, 'facilitator', 'plain')
const people = await Promise.all(Array.from({ length: PEOPLE }, (_, turn) => aPerson(turn)))
await watcher.until(() => people.every(({ note }) => records(watcher).has(note)))

let latencies: number[] = []
records(watcher).observeDeep(() => {
  for (const person of people) {
    const place = records(watcher).get(person.note)?.get('xy')
    if (person.sent === undefined || !Array.isArray(place) || place[0] < person.sent.x) continue
    seen(person, performance.now() - person.sent.at)
  }
})
for (const [turn, person] of people.entries()) {
  // Spread over the tenth of a second, as hands are.
  setTimeout(() => setInterval(() => move(person), MOVE_EVERY_MS), (turn * MOVE_EVERY_MS) / PEOPLE)
}

process.on('message', () => {
  const problems = [...people.map(({ line }) => line), watcher].flatMap(({ refused, isOpen }) => [
    ...(refused === undefined ? [] : [`refused: ${refused.reason}`]),
    ...(isOpen ? [] : ['a connection ended']),
  ])
  const report: HonestReport = { latencies, problems }
  process.send?.(report)
  latencies = []
})
process.send?.('ready')

async function aPerson(turn: number): Promise<Person> {
  const line = await scene.lineOf(await scene.newPerson(), 'participant')
  const name = `honest-${turn}`
  line.write((doc) => createRecord(doc, aNote(name, 'Meer groen')))
  return { line, note: `shape:${name}`, moves: 0, sent: undefined }
}

function move(person: Person): void {
  if (person.sent !== undefined) {
    if (performance.now() - person.sent.at < PATIENCE_MS) return
    seen(person, PATIENCE_MS)
  }
  person.moves += 1
  const x = person.moves / 8
  person.sent = { x, at: performance.now() }
  person.line.write((doc) => changeFields(doc, person.note, { xy: [x, 0] }))
}

function seen(person: Person, after: number): void {
  latencies.push(after)
  person.sent = undefined
}

function records({ doc }: Line): Y.Map<Y.Map<unknown>> {
  return doc.getMap('records')
}
