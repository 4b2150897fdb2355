import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CloseCode } from '../protocol/index.ts'
import { aRoom } from '../test/a-room.ts'
import { StubbornLog } from '../test/stubborn-log.ts'
import { MANY } from './log/update-log.ts'

describe('a Yjs client id', () => {
  it('[R16] belongs to the first who wrote with it', async () => {
    const { joinInStep, clock, notes } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((map) => map.set('a', 1))
    await clock.pass(100)
    // Yjs takes another id when it hears of its own from elsewhere, so this comes after.
    expect(bram.notes).toEqual({ a: 1 })
    bram.doc.clientID = anna.doc.clientID
    bram.write((map) => map.set('a', 666))
    await clock.pass(100)
    expect(bram.all('refused')[0]?.refused).toMatchObject({
      code: CloseCode.refusedUpdate,
      reason: 'foreign-client',
    })
    anna.write((map) => map.set('a', 2))
    await clock.pass(100)
    expect(notes()).toEqual({ a: 2 })
    expect(anna.saved).toBe(3)
  })

  it('[R16] belongs to who points with it, before anything is written', async () => {
    const { joinInStep, clock, notes } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.point([{ clientId: anna.doc.clientID, clock: 1, state: { x: 1 } }])
    await clock.pass(100)
    bram.doc.clientID = anna.doc.clientID
    bram.write((map) => map.set('a', 666))
    await clock.pass(100)
    expect(bram.all('refused')[0]?.refused.reason).toBe('foreign-client')
    anna.write((map) => map.set('a', 1))
    await clock.pass(100)
    expect([notes(), anna.saved]).toEqual([{ a: 1 }, 2])
  })

  it('[R16] [P3] is no cursor of somebody else than who wrote with it', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const cato = await joinInStep({ identity: 'cato' })
    anna.write((map) => map.set('a', 1))
    await clock.pass(100)
    bram.point([{ clientId: anna.doc.clientID, clock: 1, state: { x: 1 } }])
    await clock.pass(100)
    expect(cato.cursors.size).toBe(0)
  })

  it('[R16] cannot be taken within one batch either', async () => {
    const { joinInStep, clock, notes } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    bram.doc.clientID = anna.doc.clientID
    anna.write((map) => map.set('a', 1))
    bram.write((map) => map.set('a', 666))
    bram.write((map) => map.set('b', 1))
    await clock.pass(100)
    expect(notes()).toEqual({ a: 1 })
    expect(anna.saved).toBe(2)
  })

  it('[R16] is remembered by the log', async () => {
    const log = new StubbornLog()
    const before = await aRoom({ log })
    const anna = await before.joinInStep()
    anna.write((map) => map.set('a', 1))
    const edit = before.room.edit((doc) => doc.getMap('notes').set('server', 1))
    await before.clock.pass(100)
    await edit
    await before.room.close()
    const { joinInStep, clock, notes } = await aRoom({ log })
    const bram = await joinInStep({ identity: 'bram' })
    const annaAgain = await joinInStep()
    for (const line of [bram, annaAgain]) {
      line.ask()
      await clock.pass(1_000)
      expect(line.notes).toMatchObject({ a: 1 })
      line.doc.clientID = anna.doc.clientID
      line.write((map) => map.set('a', line === bram ? 666 : 2))
    }
    await clock.pass(100)
    expect(bram.all('refused')).toHaveLength(1)
    expect(notes()).toEqual({ a: 2, server: 1 })
  })

  it('[R16] [L2] is remembered for all who wrote in one batch, and named in the log once', async () => {
    const log = new StubbornLog()
    const before = await aRoom({ log })
    const [anna, bram] = [await before.joinInStep(), await before.joinInStep({ identity: 'bram' })]
    for (const value of [1, 2]) {
      anna.write((map) => map.set('a', value))
      bram.write((map) => map.set('b', value))
      await before.clock.pass(100)
    }
    await before.room.close()
    const entries = await log.read('board')
    expect(entries.map(({ author, owners }) => [author, owners?.size])).toEqual([
      [MANY, 2],
      [MANY, 0],
    ])
    const { joinInStep, clock, notes } = await aRoom({ log })
    const cato = await joinInStep({ identity: 'cato' })
    const bramAgain = await joinInStep({ identity: 'bram' })
    for (const line of [cato, bramAgain]) {
      line.ask()
      await clock.pass(1_000)
      expect(line.notes).toMatchObject({ b: 2 })
      line.doc.clientID = bram.doc.clientID
      line.write((map) => map.set('b', line === cato ? 666 : 3))
    }
    await clock.pass(100)
    expect(cato.all('refused')).toHaveLength(1)
    expect(notes()).toEqual({ a: 2, b: 3 })
  })

  it('[R16] is remembered by a log that was compacted', async () => {
    const log = new StubbornLog()
    const anna = new Y.Doc()
    anna.getMap('notes').set('a', 1)
    const compacted = {
      author: MANY,
      update: Y.encodeStateAsUpdate(anna),
      owners: new Map([[anna.clientID, 'anna']]),
    }
    log.read = async () => [compacted]
    const { joinInStep, clock, notes } = await aRoom({ log })
    const line = await joinInStep()
    line.ask()
    await clock.pass(1_000)
    expect(line.notes).toEqual({ a: 1 })
    line.doc.clientID = anna.clientID
    line.write((map) => map.set('a', 2))
    await clock.pass(100)
    expect(notes()).toEqual({ a: 2 })
  })

  it('[R16] is not needed to delete what others wrote, or to hand on what is known', async () => {
    const { joinInStep, clock, notes } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((map) => map.set('a', 1))
    await clock.pass(100)
    expect(bram.notes).toEqual({ a: 1 })
    bram.write((map) => map.delete('a'))
    bram.answer()
    await clock.pass(100)
    expect(notes()).toEqual({})
    expect(bram.all('refused')).toEqual([])
  })

  it('[R16] may be one of several that a person has', async () => {
    const { joinInStep, clock, notes } = await aRoom()
    const [one, other] = [await joinInStep(), await joinInStep()]
    one.write((map) => map.set('a', 1))
    other.write((map) => map.set('b', 1))
    await clock.pass(100)
    expect(notes()).toEqual({ a: 1, b: 1 })
  })
})
