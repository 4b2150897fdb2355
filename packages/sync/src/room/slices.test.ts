import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CloseCode, encodeAsk, encodeUpdate } from '../protocol/index.ts'
import { aRoom } from '../test/a-room.ts'
import { ManualClock, settled } from '../test/manual-clock.ts'
import type { Gateway, VerdictInSteps } from './storing/gateway.ts'
import { mergedUpdates } from './storing/merged-updates.ts'
import { Turns } from './members/turns.ts'

describe('work in slices', () => {
  it('[R50] judges for a slice of time, the rest the next time, and all in order', async () => {
    const clock = new ManualClock()
    const { joinInStep, notes } = await aRoom({ clock, gateway: slow(clock, 3) })
    const anna = await joinInStep()
    for (let number = 1; number <= 10; number++) anna.write((map) => map.set(`n${number}`, number))
    const seen: number[] = []
    for (let turn = 0; turn < 400 && seen.at(-1) !== 10; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(1)
      const count = Object.keys(notes()).length
      if (count !== seen.at(-1)) seen.push(count)
    }
    // 8 ms are over after the third.
    expect(seen).toEqual([3, 6, 9, 10])
    expect(anna.saved).toBe(11)
  })

  it('[R52] lets who has little to say go between what somebody floods', async () => {
    const clock = new ManualClock()
    const { joinInStep } = await aRoom({ clock, gateway: slow(clock, 1) })
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    for (let number = 0; number < 300; number++) anna.write((map) => map.set('a', number))
    bram.write((map) => map.set('b', 1))
    for (let turn = 0; turn < 400 && bram.saved < 2; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(1)
    }
    expect(bram.saved).toBe(2)
    expect(anna.saved).toBeLessThan(200)
  })

  it('[R56] judges a large update in steps and applies it in parts, while others go', async () => {
    const clock = new ManualClock()
    const order: string[] = []
    let seenEarly = 0
    const large = await aRoom({ clock, gateway: inSteps(clock, order), largeBytes: 64 })
    const other = await aRoom({ clock, gateway: slow(clock, 1) })
    const [anna, bram] = [await large.joinInStep(), await other.joinInStep({ identity: 'bram' })]
    anna.write((map) => map.set('long', 'x'.repeat(64)))
    for (let turn = 0; turn < 600 && anna.saved < 2; turn++) {
      if (turn % 20 === 0) bram.write((map) => map.set('b', turn))
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(1)
      if (anna.saved < 2) seenEarly += Object.keys(large.notes()).length
      if (bram.saved > 1) order.push('bram')
    }
    expect(seenEarly).toBe(0)
    expect(large.notes()).toEqual({ long: 'x'.repeat(64) })
    expect(await large.stored()).toHaveLength(1)
    expect(order.lastIndexOf('step')).toBeGreaterThan(order.indexOf('bram'))
  })

  it('[R56] leaves nothing of a large update that breaks half-way', async () => {
    const gateway: Gateway = Object.assign(slow(new ManualClock(), 0), { inSteps: broken })
    const { joinInStep, notes, clock, stored } = await aRoom({ gateway, largeBytes: 64 })
    const anna = await joinInStep()
    anna.write((map) => map.set('long', 'x'.repeat(64)))
    await clock.pass(1000)
    expect(anna.all('refused')[0]?.refused.code).toBe(CloseCode.refusedUpdate)
    expect([notes(), await stored()]).toEqual([{}, []])
  })
})

describe('rooms take turns', () => {
  it('[R51] who had least goes first, and those who want much have half of the time', async () => {
    const clock = new ManualClock()
    const turns = new Turns(clock)
    const rooms = [{ name: 'one' }, { name: 'two' }, { name: 'quiet' }]
    const had = new Map(rooms.map((room) => [room, 0]))
    let longestQuiet = 0
    const work = async (room: object, ms: number): Promise<void> => {
      const asked = clock.now()
      if (!turns.isFree(room)) await turns.wait(room)
      if (room === rooms[2]) longestQuiet = Math.max(longestQuiet, clock.now() - asked)
      clock.work(ms)
      turns.note(room, ms)
      had.set(room as (typeof rooms)[0], (had.get(room as (typeof rooms)[0]) ?? 0) + ms)
    }
    const always = async (room: object, ms: number): Promise<void> => {
      for (let slice = 0; slice < 400; slice++) {
        // oxlint-disable-next-line no-await-in-loop
        await work(room, ms)
        // oxlint-disable-next-line no-await-in-loop
        if (clock.now() > 1000) await new Promise(() => undefined)
      }
    }
    clock.work(300)
    for (const room of rooms.slice(0, 2)) void always(room, 8)
    for (let moment = 0; moment < 60; moment++) {
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(20)
      void work(rooms[2] ?? {}, 0.2)
      // oxlint-disable-next-line no-await-in-loop
      await settled()
    }
    const [one = 0, two = 0] = had.values()
    expect(Math.abs(one - two)).toBeLessThanOrEqual(Math.max(one, two) / 2)
    expect(longestQuiet).toBeLessThanOrEqual(20)
  })
})

describe('how much one person may say', () => {
  it('[R53] is counted over all connections, and after coming back', async () => {
    const { joinInStep, join } = await aRoom({ gateway: nothingNew, rates: { updates: few } })
    const lines = [await joinInStep(), await joinInStep(), await joinInStep()]
    const bram = await joinInStep({ identity: 'bram' })
    for (let number = 0; number < 2; number++) for (const line of lines) line.say(emptyUpdate)
    expect(lines.map(({ closedWith }) => closedWith)).toContain(CloseCode.tooManyMessages)
    const again = join()
    again.say(emptyUpdate)
    expect(again.closedWith).toBe(CloseCode.tooManyMessages)
    bram.say(emptyUpdate)
    expect(bram.closedWith).toBeUndefined()
  })

  it('[R53] tells those apart who share a role, and forgets who has been away', async () => {
    const rates = { updates: few }
    const { joinInStep, join, clock } = await aRoom({ gateway: nothingNew, rates })
    const loud = await joinInStep({ identity: 'observer', person: 'one' })
    for (let number = 0; number < 6; number++) loud.say(emptyUpdate)
    expect(loud.closedWith).toBe(CloseCode.tooManyMessages)
    const other = join({ identity: 'observer', person: 'two' })
    other.say(emptyUpdate)
    expect(other.closedWith).toBeUndefined()
    await clock.pass(61_000)
    const back = join({ identity: 'observer', person: 'one' })
    back.say(emptyUpdate)
    expect(back.closedWith).toBeUndefined()
  })

  it('[R54] has an end in bytes of any kind', async () => {
    const large = encodeAsk(Y.encodeStateVector(aDocument()))
    const rates = { frameBytes: { burst: 10 + 3 * large.length, perSecond: 0.001 } }
    const { joinInStep, join } = await aRoom({ rates })
    const anna = await joinInStep()
    for (let number = 0; number < 3; number++) anna.say(large)
    expect(anna.closedWith).toBeUndefined()
    for (let number = 0; number < 2; number++) anna.say(large)
    expect(anna.closedWith).toBe(CloseCode.tooManyMessages)
    const again = join()
    again.say(large)
    expect(again.closedWith).toBe(CloseCode.tooManyMessages)
  })

  it('[R54] answers what has to be worked out a few times, the rest a second later', async () => {
    const { join, clock } = await aRoom()
    const known = Y.encodeStateVector(aDocument())
    const lines = Array.from({ length: 12 }, () => join())
    for (const line of lines) line.say(encodeAsk(known))
    await clock.pass(100)
    const answered = (): number => lines.filter((line) => line.all('answer').length > 0).length
    expect(answered()).toBe(8)
    await clock.pass(5000)
    expect(answered()).toBe(12)
  })
})

describe('merging', () => {
  it('[R55] takes sixteen at a time, however many there are, and loses nothing', () => {
    const updates: Uint8Array[] = []
    const document = new Y.Doc()
    document.on('update', (update: Uint8Array) => updates.push(update))
    for (let number = 0; number < 1000; number++) document.getMap('a').set(`${number % 50}`, number)
    const sizes: number[] = []
    const merged = mergedUpdates(updates, (few) => {
      sizes.push(few.length)
      return Y.mergeUpdates(few)
    })
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, merged)
    expect(copy.getMap('a').toJSON()).toEqual(document.getMap('a').toJSON())
  })
})

const nothingNew: Gateway = () => ({ kind: 'nothing-new' })

/** Almost nothing comes back within the time of a test. */
const few = { burst: 6, perSecond: 0.01 }

const emptyUpdate = encodeUpdate(Uint8Array.of(0, 0))

/** Takes everything, in so much time. */
function slow(clock: ManualClock, ms: number): Gateway {
  return (_doc, update) => {
    if (update.length <= 2) return { kind: 'nothing-new' }
    clock.work(ms)
    return { kind: 'accepted' }
  }
}

/** Takes 100 steps of 1 ms over it, and gives it in one part. */
function inSteps(clock: ManualClock, order: string[]): Gateway {
  return Object.assign(slow(clock, 100), {
    *inSteps(_doc: Y.Doc, update: Uint8Array): Generator<void, VerdictInSteps> {
      for (let step = 0; step < 100; step++) {
        clock.work(1)
        order.push('step')
        yield
      }
      return yield* accepted([update])
    },
  })
}

/** A part that is no update. */
function broken(): Generator<void, VerdictInSteps> {
  return accepted([Uint8Array.of(9)])
}

// oxlint-disable-next-line require-yield
function* accepted(parts: readonly Uint8Array[]): Generator<void, VerdictInSteps> {
  return { kind: 'accepted', clients: [], parts: () => parts }
}

function aDocument(): Y.Doc {
  const document = new Y.Doc()
  document.clientID = 77
  document.getMap('notes').set('a', 1)
  return document
}
