import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CloseCode } from '../protocol/index.ts'
import { aRoom } from '../test/a-room.ts'
import { settled } from '../test/manual-clock.ts'
import { StubbornLog } from '../test/stubborn-log.ts'
import { BoardNotStoredError } from './errors.ts'

describe('what a room shows is on disk', () => {
  it('[D1] shows and confirms nothing before the disk has it', async () => {
    const { log, notes, join, joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    log.disk = 'slow'
    anna.write((map) => map.set('a', 1))
    await clock.pass(1_000)
    expect([...anna.frames, ...bram.frames]).toEqual([])
    expect(notes()).toEqual({})
    const cato = join({ identity: 'cato' })
    cato.ask()
    expect(cato.notes).toEqual({})
    log.release()
    await settled()
    expect(bram.notes).toEqual({ a: 1 })
    expect(cato.notes).toEqual({ a: 1 })
    expect(anna.saved).toBe(2)
  })

  it('[D1] confirms after it has shown', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((map) => map.set('a', 1))
    bram.write((map) => map.set('b', 1))
    await clock.pass(16)
    expect(anna.heard.map(({ kind }) => kind)).toEqual(['update', 'saved'])
  })

  it('[D2] goes on taking in while the disk is at work, and stores that as one batch', async () => {
    const { log, joinInStep, clock, notes } = await aRoom()
    const anna = await joinInStep()
    log.disk = 'slow'
    anna.write((map) => map.set('a', 1))
    await clock.pass(16)
    for (let number = 2; number < 30; number++) anna.write((map) => map.set('a', number))
    await clock.pass(100)
    log.disk = 'well'
    log.release()
    await clock.pass(100)
    expect(log.appends).toBe(2)
    expect(notes()).toEqual({ a: 29 })
    expect(anna.saved).toBe(30)
  })

  it('[D3] shows and confirms nothing of what the disk refuses, and says so', async () => {
    const { log, room, notes, join, joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const reader = await joinInStep({ mayWrite: () => false })
    log.disk = 'full'
    anna.write((map) => map.set('a', 1))
    await clock.pass(60_000)
    const told = (line: typeof anna) => line.all('hello').map(({ hello }) => hello.access)
    expect(anna.saved).toBe(0)
    expect(bram.all('update')).toEqual([])
    expect(notes()).toEqual({})
    expect([told(anna), told(bram), told(reader)]).toEqual([['paused'], ['paused'], []])
    expect(room.isPaused).toBe(true)
    const cato = join({ identity: 'cato' })
    cato.ask()
    expect(cato.notes).toEqual({})
    expect(told(cato)).toEqual(['paused'])
  })

  it('[D4] recovers by itself, with everything in order', async () => {
    const { log, notes, joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    log.disk = 'full'
    anna.write((map) => map.set('a', 1))
    await clock.pass(1_000)
    anna.write((map) => map.set('a', 2))
    bram.write((map) => map.set('b', 1))
    await clock.pass(10_000)
    log.disk = 'well'
    await clock.pass(5_000)
    expect(notes()).toEqual({ a: 2, b: 1 })
    expect([anna.saved, bram.saved]).toEqual([3, 2])
    expect(anna.all('hello').at(-1)?.hello.access).toBe('write')
  })

  it('[D4] is not hurt by a disk that stored what it said it had not', async () => {
    const { log, notes, joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    log.disk = 'unsure'
    anna.write((map) => map.set('a', 1))
    await clock.pass(300)
    log.disk = 'well'
    await clock.pass(5_000)
    expect(notes()).toEqual({ a: 1 })
    expect(await reloaded(log)).toEqual({ a: 1 })
  })

  it('[D5] drops what does not fit any more, asks for it again, and loses nothing', async () => {
    const { log, notes, joinInStep, clock } = await aRoom({
      gateway: () => ({ kind: 'accepted' }),
    })
    const anna = await joinInStep()
    log.disk = 'full'
    for (let number = 0; number < 20; number++) {
      anna.write((map) => map.set(`large-${number}`, 'x'.repeat(1_000_000)))
    }
    await clock.pass(1_000)
    log.disk = 'well'
    await clock.pass(5_000)
    expect(anna.all('ask')).toHaveLength(1)
    anna.write((map) => map.set('later', 1))
    await clock.pass(100)
    expect(notes()['later']).toBeUndefined()
    anna.doc.getMap('notes').set('small', 1)
    const missing = Y.encodeStateAsUpdate(anna.doc, anna.all('ask')[0]?.content)
    expect(missing.length).toBeLessThan(8 * 1024 * 1024)
    anna.answer(missing)
    await clock.pass(100)
    expect(Object.keys(notes())).toHaveLength(22)
    expect(anna.saved).toBe(23)
  })

  it('[D6] an edit of the server goes the same way', async () => {
    const { log, room, joinInStep, clock } = await aRoom()
    const bram = await joinInStep({ identity: 'bram' })
    log.disk = 'slow'
    const edit = room.edit((doc) => doc.getMap('notes').set('merged', 1))
    const whatCameFirst = Promise.race([
      edit.then(() => 'done'),
      clock.pass(100).then(() => 'time'),
    ])
    expect(await whatCameFirst).toBe('time')
    expect(bram.frames).toEqual([])
    log.release()
    await edit
    expect(bram.notes).toEqual({ merged: 1 })
    expect((await log.read('board')).map(({ author }) => author)).toEqual(['server'])
  })

  it('[D6] an edit that the disk refuses never happens', async () => {
    const { log, room, notes, clock } = await aRoom()
    log.disk = 'full'
    const edit = room.edit((doc) => doc.getMap('notes').set('merged', 1))
    const failure = edit.catch((error: unknown) => error)
    await clock.pass(0)
    expect(await failure).toBeInstanceOf(BoardNotStoredError)
    log.disk = 'well'
    await clock.pass(10_000)
    expect(room.isPaused).toBe(false)
    const next = room.edit((doc) => doc.getMap('notes').set('next', 1))
    await clock.pass(100)
    await next
    expect(notes()).toEqual({ next: 1 })
  })

  it('[D6] an edit that goes wrong half-way leaves nothing, and hurts nobody', async () => {
    const { room, notes, joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.write((map) => map.set('a', 1))
    const edit = room.edit((doc) => {
      doc.getMap('notes').set('half', 1)
      throw new Error('no such group')
    })
    const failure = edit.catch((error: unknown) => error)
    anna.write((map) => map.set('a', 2))
    await clock.pass(100)
    expect(await failure).toEqual(new Error('no such group'))
    expect(notes()).toEqual({ a: 2 })
  })

  it('[D6] an edit that changes nothing is done without the disk', async () => {
    const { log, room, clock } = await aRoom()
    const edit = room.edit(() => undefined)
    await clock.pass(16)
    await edit
    expect(log.appends).toBe(0)
  })

  it('[D7] what was received before somebody left still counts', async () => {
    const { notes, joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.write((map) => map.set('a', 1))
    anna.leave()
    await clock.pass(100)
    expect(notes()).toEqual({ a: 1 })
  })

  it('[D8] closes after storing and confirming what it had received', async () => {
    const { log, room, joinInStep } = await aRoom()
    const anna = await joinInStep()
    anna.write((map) => map.set('a', 1))
    await room.close()
    expect(anna.saved).toBe(2)
    expect(anna.closedWith).toBe(CloseCode.goingAway)
    expect(await reloaded(log)).toEqual({ a: 1 })
  })

  it('[D8] closes without confirming what the disk does not take', async () => {
    const { log, room, joinInStep } = await aRoom()
    const anna = await joinInStep()
    log.disk = 'full'
    anna.write((map) => map.set('a', 1))
    const edit = room.edit((doc) => doc.getMap('notes').set('merged', 1))
    const failure = edit.catch((error: unknown) => error)
    await room.close()
    expect(await failure).toBeInstanceOf(BoardNotStoredError)
    expect(anna.saved).toBe(0)
    expect(anna.closedWith).toBe(CloseCode.goingAway)
  })
})

async function reloaded(log: StubbornLog): Promise<Record<string, unknown>> {
  const doc = new Y.Doc()
  for (const { update } of await log.read('board')) Y.applyUpdate(doc, update)
  return doc.getMap('notes').toJSON()
}
