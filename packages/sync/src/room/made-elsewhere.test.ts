import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { aRoom } from '../test/a-room.ts'

import { ManualClock } from '../test/manual-clock.ts'
import { stillDoc } from '../test/replayed.ts'
import { BoardNotStoredError } from './errors.ts'
import type { MadeUpdate } from './storing/write-queue.ts'
import { standingOf } from './storing/standing.ts'
import type { LogEntry } from './log/update-log.ts'

describe('an edit of the server that is made elsewhere', () => {
  it('[R57] is made of what is on disk, and what others write meanwhile waits', async () => {
    const { room, log, clock, joinInStep, notes, stored } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((map) => map.set('before', 1))
    const making = Promise.withResolvers<void>()
    const thread = aThread(() => log.read('board'))
    const edit = room.editMade(async (clientId) => {
      const made = await thread(clientId, (map) => {
        const notes = Object.entries(map.toJSON())
        for (const [note, value] of notes) map.set(`copy of ${note}`, value)
      })
      await making.promise
      return made
    })
    await clock.pass(500)
    anna.write((map) => map.set('after', 1))
    await clock.pass(500)
    // Nobody is refused, and nothing is shown or stored of what may still fail.
    expect([anna.saved, (await stored()).length, bram.notes]).toEqual([2, 1, { before: 1 }])
    making.resolve()
    await clock.pass(500)
    await edit
    const all = { before: 1, 'copy of before': 1, after: 1, 'copy of after': 1 }
    expect([notes(), bram.notes]).toEqual([all, all])
    expect(anna.saved).toBe(3)
    const [, , entry] = await log.read('board')
    expect(entry?.author).toBe('server')
    expect(await stored()).toHaveLength(3)
  })

  it('[R57] is made anew when others wrote meanwhile, twice at most, and begins once', async () => {
    const { room, log, clock, joinInStep, notes } = await aRoom()
    const anna = await joinInStep()
    const thread = aThread(() => log.read('board'))
    let [tries, begun] = [0, 0]
    const edit = room.editMade(async (clientId) => {
      const made = await thread(clientId, (map) => map.set('seen', Object.keys(map.toJSON())))
      tries++
      if (tries < 9) anna.write((map) => map.set(`written during ${tries}`, 1))
      return { ...made, begin: async () => void begun++ }
    })
    await clock.pass(1000)
    await edit
    expect([tries, begun]).toEqual([3, 1])
    expect(notes()).toMatchObject({
      seen: ['written during 1', 'written during 2'],
      'written during 3': 1,
    })
    expect(anna.saved).toBe(4)
  })

  it('[R40] [R57] is stored with what the board then tidies by itself', async () => {
    const { room, log, clock } = await aRoom()
    const first = room.edit((doc) => wordsIn(doc).insert(0, 'een bank'))
    await clock.pass(500)
    await first
    const edit = room.editMade(async (clientId) => {
      const [one, other] = [new Y.Doc(), new Y.Doc()]
      for (const { update } of await log.read('board')) {
        for (const doc of [one, other]) Y.applyUpdate(doc, update)
      }
      one.clientID = clientId
      const before = Y.encodeStateVector(one)
      // The same words made bold twice: some of the marks say nothing.
      for (const doc of [one, other]) wordsIn(doc).format(0, 3, { bold: {} })
      const own = Y.encodeStateAsUpdate(one, before)
      const update = Y.mergeUpdates([own, Y.encodeStateAsUpdate(other, before)])
      return { update, parts: [update] }
    })
    await clock.pass(500)
    await edit
    const alive = room.read((doc) => standingOf(doc))
    const replayed = standingOf(stillDoc((await log.read('board')).map(({ update }) => update)))
    expect(replayed).toEqual(alive)
    expect(room.read((doc) => Y.snapshot(doc).ds.clients.size)).toBeGreaterThan(0)
  })

  it('[R57] is nothing when it was made of another board than is here', async () => {
    const { room, log, clock, notes } = await aRoom()
    const thread = aThread(() => log.read('board'))
    const base = Y.encodeStateVector(documentOf((map) => map.set('never', 1)))
    const edit = room.editMade(async (clientId) => {
      return { ...(await thread(clientId, (map) => map.set('made', 1))), base }
    })
    const failed = edit.catch((error: unknown) => error)
    await clock.pass(500)
    expect(String(await failed)).toContain('another board')
    expect(notes()).toEqual({})
  })

  it('[R57] lets other rooms go meanwhile', async () => {
    const clock = new ManualClock()
    const [busy, other] = [await aRoom({ clock }), await aRoom({ clock })]
    const carla = await other.joinInStep()
    const never = busy.room.editMade(() => new Promise(() => undefined))
    never.catch(() => undefined)
    await clock.pass(200)
    carla.write((map) => map.set('a', 1))
    await clock.pass(200)
    expect(carla.saved).toBe(2)
  })

  it('[R57] is nothing when making it fails, and the room goes on', async () => {
    const { room, clock, joinInStep, notes, stored } = await aRoom()
    const anna = await joinInStep()
    const edit = room.editMade(() => Promise.reject(new Error('the thread ended')))
    const failed = edit.catch((error: unknown) => error)
    anna.write((map) => map.set('a', 1))
    await clock.pass(500)
    expect(String(await failed)).toContain('the thread ended')
    expect([notes(), anna.saved, (await stored()).length]).toEqual([{ a: 1 }, 2, 1])
  })

  it('[R57] is nothing when it cannot be applied', async () => {
    const { room, clock, joinInStep, notes, stored } = await aRoom()
    const anna = await joinInStep()
    const whole = updateOf((map) => map.set('half', 1))
    const edit = room.editMade(async () => ({ update: whole, parts: [whole, Uint8Array.of(9)] }))
    const failed = edit.then(
      () => 'done',
      () => 'failed',
    )
    await clock.pass(500)
    expect(await failed).toBe('failed')
    anna.write((map) => map.set('a', 1))
    await clock.pass(500)
    expect([notes(), (await stored()).length]).toEqual([{ a: 1 }, 1])
  })

  it('[R57] is nothing when the disk refuses it', async () => {
    const { room, log, clock, joinInStep, notes } = await aRoom()
    const anna = await joinInStep()
    log.disk = 'full'
    const thread = aThread(() => log.read('board'))
    const edit = room.editMade((clientId) => thread(clientId, (map) => map.set('made', 1)))
    const failed = edit.catch((error: unknown) => error)
    await clock.pass(500)
    expect(await failed).toBeInstanceOf(BoardNotStoredError)
    log.disk = 'well'
    anna.write((map) => map.set('a', 1))
    await clock.pass(60_000)
    expect(notes()).toEqual({ a: 1 })
  })

  it('[R57] is told that the disk refuses what others wrote before it', async () => {
    const { room, log, clock, joinInStep, notes } = await aRoom()
    const anna = await joinInStep()
    log.disk = 'full'
    const thread = aThread(() => log.read('board'))
    anna.write((map) => map.set('a', 1))
    const edit = room.editMade((clientId) => thread(clientId, (map) => map.set('made', 1)))
    const state: { outcome?: unknown } = {}
    edit.catch((error: unknown) => (state.outcome = error))
    await clock.pass(60_000)
    expect(state.outcome).toBeInstanceOf(BoardNotStoredError)
    log.disk = 'well'
    await clock.pass(60_000)
    expect(notes()).toEqual({ a: 1 })
  })

  it('[R57] is made after the board has what the disk kept although it said that it had not', async () => {
    const { room, log, clock, joinInStep, notes } = await aRoom()
    const reader = await joinInStep({ identity: 'bram', mayWrite: () => false })
    log.disk = 'unsure'
    const first = room.edit((doc) => void doc.getMap('notes').set('a', 1))
    const failed = first.catch((error: unknown) => error)
    await clock.pass(100)
    expect(await failed).toBeInstanceOf(BoardNotStoredError)
    expect(notes()).toEqual({})
    log.disk = 'well'
    const thread = aThread(() => log.read('board'))
    // Takes away what only the disk has.
    const edit = room.editMade((clientId) => thread(clientId, (map) => map.set('a', 2)))
    await clock.pass(1000)
    await edit
    expect([notes(), room.read(waits)]).toEqual([{ a: 2 }, null])
    reader.ask()
    reader.answer()
    await clock.pass(2000)
    expect([reader.notes, waits(reader.doc)]).toEqual([{ a: 2 }, null])
    expect([reader.closedWith, reader.all('refused')]).toEqual([undefined, []])
  })

  it('[R57] may turn out to be nothing', async () => {
    const { room, clock, stored } = await aRoom()
    const edit = room.editMade(async () => undefined)
    await clock.pass(500)
    await edit
    expect(await stored()).toEqual([])
  })

  it('[R57] writes under one client id, before and after', async () => {
    const { room, log, clock, notes } = await aRoom()
    const thread = aThread(() => log.read('board'))
    for (const name of ['one', 'two']) {
      const made = room.editMade((clientId) => thread(clientId, (map) => map.set(name, 1)))
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(500)
      // oxlint-disable-next-line no-await-in-loop
      await made
      const here = room.edit((doc) => void doc.getMap('notes').set(`${name} here`, 1))
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(500)
      // oxlint-disable-next-line no-await-in-loop
      await here
    }
    expect(notes()).toEqual({ one: 1, 'one here': 1, two: 1, 'two here': 1 })
    expect(room.read((doc) => doc.store.clients.size)).toBe(1)
  })
})

/** What a document has that cannot be put in its place yet. */
const waits = ({ store }: Y.Doc): unknown => store.pendingStructs ?? store.pendingDs

type Change = (map: Y.Map<unknown>) => void

/** Reads a log and changes what it comes to, as a thread does. */
function aThread(
  read: () => Promise<readonly LogEntry[]>,
): (clientId: number, change: Change) => Promise<MadeUpdate> {
  return async (clientId: number, change: Change): Promise<MadeUpdate> => {
    const doc = new Y.Doc()
    for (const { update } of await read()) Y.applyUpdate(doc, update)
    doc.clientID = clientId
    const before = Y.encodeStateVector(doc)
    doc.transact(() => change(doc.getMap('notes')))
    const update = Y.encodeStateAsUpdate(doc, before)
    return { update, parts: [update] }
  }
}

function updateOf(change: Change): Uint8Array {
  return Y.encodeStateAsUpdate(documentOf(change))
}

function documentOf(change: Change): Y.Doc {
  const doc = new Y.Doc()
  change(doc.getMap('notes'))
  return doc
}

function wordsIn(doc: Y.Doc): Y.XmlText {
  return doc.get('words', Y.XmlText)
}
