import {
  checkRecord,
  createRecord,
  liveRecords,
  prepareBoard,
  readBoard,
  workLimits,
} from '@stip/documents'
import { seededRandom } from '@stip/primitives'
import { encodeAnswer, MessageType } from '@stip/sync/protocol'
import { MemoryUpdateLog, Room, systemClock } from '@stip/sync/room'
import type { Seated } from '@stip/sync/room'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { gatewayOf } from '../../boards/gateway.ts'
import { aNote } from '../../test/a-note.ts'
import { Mutations } from './mutations.ts'

const UPDATES = 10_000
const AT_ONCE = 100
const takesAll = { images: () => true, onlyNotes: () => false, image: () => true }
/** So low that what passes them is small. */
const few = { ...workLimits, leap: 2000, points: 0 }

it('[X12] ten thousand mutated updates: taken or refused, and the board stays a board', async () => {
  const room = await Room.open({
    boardId: 'board',
    log: new MemoryUpdateLog(),
    gateway: gatewayOf(takesAll, { work: few }),
    clock: systemClock,
  })
  await room.edit((doc) => {
    prepareBoard(doc)
  })
  const mutations = new Mutations(seededRandom(12), few)
  const bystander = new Attacker(room, 'bystander')
  await bystander.send(aBystandersNote())
  const tally = { taken: 0, refused: 0 }
  for (let sent = 0; sent < UPDATES; sent += AT_ONCE) {
    if (sent % 1000 === 0) room.read((doc) => mutations.lookAt(doc))
    // One batch after the other, as a room takes them.
    // oxlint-disable-next-line no-await-in-loop
    const outcomes = await Promise.all(
      Array.from({ length: AT_ONCE }, () => new Attacker(room, 'anna').send(mutations.next())),
    )
    for (const outcome of outcomes) tally[outcome]++
  }
  expect(tally.taken + tally.refused).toBe(UPDATES)
  expect(tally.taken).toBeGreaterThan(500)
  expect(tally.refused).toBeGreaterThan(3000)
  room.read((doc) => {
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    expect([...doc.share.keys()].toSorted()).toEqual(['board', 'records'])
    for (const { record } of readBoard(doc)) expect(checkRecord(record)).toMatchObject({ ok: true })
    expect(liveRecords(doc).length).toBeGreaterThan(0)
  })
  await room.close()
}, 120_000)

/** One connection that sends one update and hears what became of it. */
class Attacker {
  readonly #seat: Seated
  #tell: (outcome: 'taken' | 'refused') => void = () => undefined

  constructor(room: Room, identity: string) {
    this.#seat = room.join(
      {
        bufferedBytes: 0,
        send: (frame: Uint8Array) => {
          if (frame[0] === MessageType.saved) this.#tell('taken')
          if (frame[0] === MessageType.refused) this.#tell('refused')
        },
        close: () => this.#tell('refused'),
      },
      { identity, mayWrite: () => true, presence: () => undefined, speaksStip: true },
    )
  }

  async send(update: Uint8Array): Promise<'taken' | 'refused'> {
    const outcome = await new Promise<'taken' | 'refused'>((resolve) => {
      this.#tell = resolve
      this.#seat.receive(encodeAnswer(update))
    })
    this.#seat.leave()
    return outcome
  }
}

function aBystandersNote(): Uint8Array {
  const doc = new Y.Doc()
  createRecord(doc, aNote('victim', 'Meer groen'))
  return Y.encodeStateAsUpdate(doc)
}
