import { describe, expect, it } from 'vitest'
import { CloseCode, encodeAsk, encodeUpdate, frameLimits } from '../../protocol/index.ts'
import { aRoom } from '../../test/a-room.ts'
import { Allowance } from './allowance.ts'
import { roomLimits } from '../limits.ts'

describe('how much one connection may say', () => {
  it('[R18] takes what a line that stalled for half a minute delivers at once', async () => {
    const { joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    for (let number = 0; number < 1800; number++) anna.say(emptyUpdate)
    await clock.pass(1_000)
    expect(anna.closedWith).toBeUndefined()
    expect(anna.saved).toBe(1801)
  })

  it('[R18] takes 200 updates a second for as long as it lasts, and no 300', () => {
    const [moderate, eager] = [
      new Allowance(roomLimits.updates, 0),
      new Allowance(roomLimits.updates, 0),
    ]
    const isEnough = { moderate: true, eager: true }
    for (let ms = 0; ms < 120_000; ms += 100) {
      for (let number = 0; number < 30; number++) {
        if (number < 20) isEnough.moderate &&= moderate.take(1, ms)
        isEnough.eager &&= eager.take(1, ms)
      }
    }
    expect(isEnough).toEqual({ moderate: true, eager: false })
  })

  it('[R18] closes who sends updates without end, and keeps what came before', async () => {
    const { joinInStep, clock, notes } = await aRoom({ rates: { updates: few } })
    const anna = await joinInStep()
    anna.write((map) => map.set('a', 1))
    for (let number = 0; number < 4; number++) anna.say(emptyUpdate)
    expect(anna.closedWith).toBeUndefined()
    anna.say(emptyUpdate)
    expect(anna.closedWith).toBe(CloseCode.tooManyMessages)
    await clock.pass(100)
    expect(notes()).toEqual({ a: 1 })
  })

  it('[R18] closes who sends bytes without end', async () => {
    const { joinInStep } = await aRoom({
      gateway: () => ({ kind: 'nothing-new' }),
      rates: { updateBytes: { burst: 40, perSecond: 1 } },
    })
    const anna = await joinInStep()
    const frame = encodeUpdate(new Uint8Array(10))
    for (let number = 0; number < 3; number++) anna.say(frame)
    expect(anna.closedWith).toBeUndefined()
    for (let number = 0; number < 2; number++) anna.say(frame)
    expect(anna.closedWith).toBe(CloseCode.tooManyMessages)
  })

  it('[R18] closes who asks and asks', async () => {
    const { joinInStep } = await aRoom({ rates: { frames: few } })
    const anna = await joinInStep()
    for (let number = 0; number < 4; number++) anna.say(encodeAsk(Uint8Array.of(0)))
    expect(anna.closedWith).toBeUndefined()
    anna.say(encodeAsk(Uint8Array.of(0)))
    expect(anna.closedWith).toBe(CloseCode.tooManyMessages)
  })

  it('[R9] takes more than an edit in an answer that was asked for only', async () => {
    const { joinInStep, clock } = await aRoom({ frameLimits: { ...frameLimits, update: 40 } })
    const anna = await joinInStep()
    anna.doc.getMap('notes').set('large', 'x'.repeat(40))
    anna.answer()
    await clock.pass(100)
    expect(anna.all('refused')[0]?.refused.code).toBe(CloseCode.tooLarge)
  })

  it('[P9] leaves alone who points 120 times a second, and passes over what is far more', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    let moment = 0
    const point = () => anna.point([{ clientId: 1, clock: ++moment, state: { x: moment } }])
    for (let second = 0; second < 60; second++) {
      for (let number = 0; number < 120; number++) point()
      await clock.pass(1_000)
    }
    expect(bram.cursors.get(1)).toMatchObject({ x: moment })
    for (let number = 0; number < 5_000; number++) point()
    await clock.pass(1_000)
    expect(anna.closedWith).toBeUndefined()
    expect(bram.cursors.get(1)).toMatchObject({ x: moment - 1_400 })
  })
})

/** Almost nothing comes back within the time of a test. */
const few = { burst: 6, perSecond: 0.001 }
const emptyUpdate = Uint8Array.of(0, 2, 2, 0, 0)
