import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CloseCode, encodeAnswer, encodeUpdate, frameLimits } from '../protocol/index.ts'
import { aRoom } from '../test/a-room.ts'

describe('writing in a room', () => {
  it('[R4] [D2] judges each update against the board with all accepted before it, and stores them as one', async () => {
    const { joinInStep, clock, stored, notes } = await aRoom()
    const anna = await joinInStep()
    anna.write((notes) => notes.set('a', 1))
    anna.write((notes) => notes.set('a', 2))
    anna.write((notes) => notes.delete('a'))
    await clock.pass(100)
    anna.write((map) => map.set('b', 1))
    await clock.pass(100)
    expect(anna.saved).toBe(5)
    const updates = await stored()
    expect(updates).toHaveLength(2)
    const again = new Y.Doc()
    for (const update of updates) Y.applyUpdate(again, update)
    expect([again.getMap('notes').toJSON(), notes()]).toEqual([{ b: 1 }, { b: 1 }])
  })

  it('[R5] takes an update that changes nothing from a reader, and confirms it', async () => {
    const { join, clock, stored } = await aRoom()
    const reader = join({ mayWrite: () => false })
    reader.ask()
    reader.answer()
    await clock.pass(100)
    expect(reader.saved).toBe(1)
    expect(await stored()).toEqual([])
  })

  it('[R6] tells our own client that it may not write, and takes nothing', async () => {
    const { joinInStep, clock, stored } = await aRoom()
    const reader = await joinInStep({ mayWrite: () => false })
    reader.write((notes) => notes.set('a', 1))
    await clock.pass(100)
    const [heard] = reader.all('refused')
    expect(heard?.refused).toMatchObject({ code: CloseCode.mayNotWrite, frame: 2 })
    expect(reader.closedWith).toBeUndefined()
    expect(await stored()).toEqual([])
  })

  it('[R6] closes any other client that may not write', async () => {
    const { joinInStep, clock, stored } = await aRoom()
    const reader = await joinInStep({ mayWrite: () => false, speaksStip: false })
    reader.write((notes) => notes.set('a', 1))
    await clock.pass(100)
    expect(reader.closedWith).toBe(CloseCode.mayNotWrite)
    expect(await stored()).toEqual([])
  })

  it('[R6] asks whether somebody may write at every frame', async () => {
    const { joinInStep, clock } = await aRoom()
    let isFrozen = false
    const anna = await joinInStep({ mayWrite: () => !isFrozen })
    anna.write((notes) => notes.set('a', 1))
    isFrozen = true
    anna.write((notes) => notes.set('a', 2))
    await clock.pass(100)
    expect(anna.saved).toBe(2)
    expect(anna.all('refused')[0]?.refused.frame).toBe(3)
  })

  it('[R7] names the records of a refused update', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.write((notes) => notes.set('forbidden', 1))
    await clock.pass(100)
    expect(anna.all('refused')[0]?.refused).toEqual({
      code: CloseCode.refusedUpdate,
      reason: 'forbidden',
      frame: 2,
      records: ['shape:forbidden'],
    })
  })

  it('[R7] takes nothing of a connection after a refused update, until it comes back', async () => {
    const { notes, joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((notes) => notes.set('before', 1))
    anna.write((notes) => notes.set('forbidden', 1))
    anna.write((notes) => notes.set('after', 1))
    await clock.pass(100)
    anna.write((notes) => notes.set('later', 1))
    bram.write((notes) => notes.set('b', 1))
    await clock.pass(100)
    expect(notes()).toEqual({ before: 1, b: 1 })
    expect(anna.saved).toBe(2)
    expect(anna.all('refused')).toHaveLength(1)
    const annaAgain = await joinInStep()
    annaAgain.write((notes) => notes.set('again', 1))
    await clock.pass(100)
    expect(bram.notes).toEqual({ before: 1, b: 1, again: 1 })
  })

  it('[R7] keeps showing the board to somebody whose update was refused', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((notes) => notes.set('forbidden', 1))
    bram.write((notes) => notes.set('b', 1))
    await clock.pass(100)
    expect(anna.notes).toMatchObject({ b: 1 })
  })

  it('[R7] closes another client whose update is refused', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep({ speaksStip: false })
    anna.write((notes) => notes.set('forbidden', 1))
    await clock.pass(100)
    expect(anna.closedWith).toBe(CloseCode.refusedUpdate)
  })

  it('[R8] closes whoever sends what is no frame', async () => {
    const { joinInStep } = await aRoom()
    for (const bytes of [[], [0], [0, 9, 0], [77], [0, 0, 200], [1, 3, 1, 2, 3], [0, 2, 0, 1]]) {
      const anna = await joinInStep()
      anna.say(Uint8Array.from(bytes))
      expect(anna.closedWith).toBe(CloseCode.malformed)
    }
  })

  it('[R8] refuses bytes that are no update, and lives on', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.say(encodeUpdate(Uint8Array.of(9, 9, 9, 9)))
    await clock.pass(100)
    expect(anna.all('refused')).toHaveLength(1)
    bram.write((notes) => notes.set('b', 1))
    await clock.pass(100)
    expect(bram.saved).toBe(2)
  })

  it('[R8] survives an update that breaks half-way, past a gateway that let it in', async () => {
    const { notes, joinInStep, clock } = await aRoom({ gateway: () => ({ kind: 'accepted' }) })
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((notes) => notes.set('a', 1))
    bram.say(encodeUpdate(Uint8Array.of(1, 1, 7, 0, 99, 1, 2, 3)))
    anna.write((notes) => notes.set('a', 2))
    await clock.pass(100)
    expect(notes()).toEqual({ a: 2 })
    expect(bram.all('refused')).toHaveLength(1)
    expect(anna.saved).toBe(3)
  })

  it('[R8] refuses an update that is too large', async () => {
    const { joinInStep, clock } = await aRoom({ frameLimits: { ...frameLimits, update: 40 } })
    const anna = await joinInStep()
    anna.write((notes) => notes.set('a', 'x'.repeat(40)))
    await clock.pass(100)
    expect(anna.all('refused')[0]?.refused.code).toBe(CloseCode.tooLarge)
  })

  it('[R9] takes offline work as an answer, larger than an edit, and counts it', async () => {
    const { join, joinInStep, clock } = await aRoom({ frameLimits: { ...frameLimits, update: 40 } })
    const bram = await joinInStep({ identity: 'bram' })
    const anna = join()
    anna.doc.getMap('notes').set('offline', 'x'.repeat(40))
    anna.ask()
    anna.answer()
    await clock.pass(100)
    expect(anna.saved).toBe(1)
    expect(Object.keys(bram.notes)).toEqual(['offline'])
  })

  it('[F5] counts and confirms empty frames too', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.say(encodeAnswer(Uint8Array.of(0, 0)))
    anna.say(encodeUpdate(Uint8Array.of(0, 0)))
    await clock.pass(100)
    expect(anna.saved).toBe(3)
  })

  it('[R14] passes over what builds on offline work, until the answer that holds both', async () => {
    const { join, joinInStep, clock, notes } = await aRoom()
    const bram = await joinInStep({ identity: 'bram' })
    const anna = join()
    anna.doc.getMap('notes').set('offline', 1)
    anna.ask()
    anna.write((map) => map.set('online', 1))
    await clock.pass(100)
    expect(notes()).toEqual({})
    expect([anna.saved, anna.all('refused'), anna.all('ask').length]).toEqual([0, [], 1])
    anna.answer()
    anna.write((map) => map.set('later', 1))
    await clock.pass(100)
    expect(bram.notes).toEqual({ offline: 1, online: 1, later: 1 })
    expect(anna.saved).toBe(3)
  })

  it('[R14] confirms nothing after a gap, not even what could do without', async () => {
    const { joinInStep, clock, notes } = await aRoom()
    const anna = await joinInStep()
    anna.write((map) => map.set('a', 1))
    await clock.pass(100)
    anna.doc.getMap('notes').set('lost on the way', 1)
    anna.write((map) => map.set('b', 1))
    anna.write((map) => map.delete('a'))
    await clock.pass(100)
    expect(notes()).toEqual({ a: 1 })
    expect(anna.saved).toBe(2)
    anna.answer()
    await clock.pass(100)
    expect(notes()).toEqual({ 'lost on the way': 1, b: 1 })
    expect(anna.saved).toBe(5)
  })

  it('[R14] asks again when something is missing and no answer is on its way', async () => {
    const { joinInStep, clock, notes } = await aRoom()
    const anna = await joinInStep()
    anna.doc.getMap('notes').set('lost on the way', 1)
    anna.write((map) => map.set('a', 1))
    await clock.pass(100)
    expect(anna.heard.map(({ kind }) => kind)).toEqual(['ask'])
    anna.answer()
    await clock.pass(100)
    expect(notes()).toEqual({ 'lost on the way': 1, a: 1 })
  })

  it('[R14] refuses an answer with a gap', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.doc.getMap('notes').set('withheld', 1)
    const before = Y.encodeStateVector(anna.doc)
    anna.doc.getMap('notes').set('a', 1)
    anna.answer(Y.encodeStateAsUpdate(anna.doc, before))
    await clock.pass(100)
    expect(anna.all('refused')[0]?.refused.reason).toBe('gap')
  })
})
