import { encodeAsk, encodeAwareness, encodeUpdate, frameLimits } from '@stip/sync/protocol'
import * as Y from 'yjs'
import { usualLimits } from '../../limits.ts'
import { hostileUpdates } from '../hostile-updates.ts'
import type { Line } from '../line.ts'
import type { LiveBoard } from './live-board.ts'
import type { ServerProcess } from '../live/server-process.ts'

/** What an attack cost the server. */
export interface Cost {
  readonly name: string
  /** Most CPU time of the main thread between two turns of the event loop, in ms. */
  readonly longestWork: number
}

/** Attacks by number rather than by cunning, just over what may be; made here, for the server of this run. */
const floods: Readonly<Record<string, (line: Line) => void>> = {
  'two hundred questions': (line) => {
    for (let times = 0; times < 200; times++) line.say(encodeAsk(Uint8Array.of(0)))
  },
  'four hundred updates that wait for ever': (line) => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let times = 0; times <= 400; times++) doc.getMap('records').set('shape:x', times)
    for (const update of updates.slice(1)) line.say(encodeUpdate(update))
  },
  'a hundred made-up people': (line) => {
    for (let crowd = 0; crowd < 10; crowd++) {
      const people = Array.from({ length: 10 }, (_, person) => ({
        clientId: 1 + crowd * 10 + person,
        clock: 1,
        state: { user: { name: 'Spook' } },
      }))
      line.say(encodeAwareness(people))
    }
  },
  'a frame of more than may be sent': (line) => {
    line.socket.send(new Uint8Array(usualLimits.frameBytes + 1))
  },
  'a reader who sleeps': (line) => {
    line.socket.pause()
  },
  'an answer of more than may be answered': (line) => {
    line.answer(new Uint8Array(frameLimits.answer + 1))
  },
}

/** Runs the whole list, one attack after the other, and says what each cost. */
export async function costsOfAttacks(
  board: LiveBoard,
  server: ServerProcess,
): Promise<readonly Cost[]> {
  const costs: Cost[] = []
  const note = async (name: string): Promise<void> => {
    const { longestWork } = await server.health()
    costs.push({ name, longestWork: Math.round(longestWork) })
  }
  await server.health()
  // oxlint-disable no-await-in-loop
  for (const { name, bytes } of hostileUpdates()) {
    await board.send(bytes(board.seen, 1 + costs.length))
    await note(name)
  }
  for (const [name, flood] of Object.entries(floods)) {
    const line = await board.attacker()
    flood(line)
    // What somebody honest does meanwhile comes through: the flood has been dealt with by then.
    await board.work()
    line.leave()
    await note(name)
  }
  // oxlint-enable no-await-in-loop
  return costs.toSorted((one, other) => other.longestWork - one.longestWork)
}
