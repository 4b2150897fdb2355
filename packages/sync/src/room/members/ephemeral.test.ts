import { describe, expect, it } from 'vitest'
import { encodeEphemeral } from '../../protocol/index.ts'
import { aRoom } from '../../test/a-room.ts'
import type { Line } from '../../test/a-line.ts'

describe('what is shown and forgotten', () => {
  it('[R13] goes to our own clients only, and nothing of it is stored', async () => {
    const { joinInStep, clock, stored } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const plain = await joinInStep({ identity: 'cato', speaksStip: false })
    anna.say(begins(7))
    await clock.pass(16)
    expect(bram.all('ephemeral')).toEqual([
      { kind: 'ephemeral', trail: 1, content: Uint8Array.of(0, 7) },
    ])
    expect([...anna.frames, ...plain.frames]).toEqual([])
    expect(await stored()).toEqual([])
  })

  it('[R13] goes out in one write a tick, the same for all who only watch', async () => {
    const { joinInStep, clock } = await aRoom()
    const names = ['anna', 'bram', 'cato', 'dirk']
    const lines = await Promise.all(names.map((identity) => joinInStep({ identity })))
    const [anna, bram, cato, dirk] = lines as [Line, Line, Line, Line]
    const broadcast = [anna, cato, dirk].map((line) => line.keepBroadcasts())
    for (const line of [anna, bram]) {
      line.say(begins(1))
      line.say(goesOn(2))
    }
    await clock.pass(16)
    expect(broadcast.map(({ length }) => length)).toEqual([1, 1, 1])
    expect(broadcast.map(([frames]) => frames?.length)).toEqual([2, 4, 4])
    expect(broadcast[1]?.[0]).toBe(broadcast[2]?.[0])
  })

  it('[R13] keeps the newest of who says too much in one tick, and skips who cannot keep up', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const slow = await joinInStep({ identity: 'cato' })
    slow.bufferedBytes = 2_000_000
    anna.say(begins(0))
    for (let times = 1; times < 20; times++) anna.say(goesOn(times))
    await clock.pass(16)
    const heard = bram.all('ephemeral').map(({ content }) => content[1])
    expect(heard).toEqual([12, 13, 14, 15, 16, 17, 18, 19])
    expect(slow.frames).toEqual([])
  })

  it('[R13] is not taken from who may not write', async () => {
    const { joinInStep, clock } = await aRoom()
    const reader = await joinInStep({ identity: 'wall', mayWrite: () => false })
    const bram = await joinInStep({ identity: 'bram' })
    reader.say(begins(1))
    await clock.pass(16)
    expect(bram.frames).toEqual([])
  })

  it('[R19] numbers trails itself, a new one for every stroke', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    const cato = await joinInStep({ identity: 'cato' })
    for (const frame of [begins(1), goesOn(2), ends(), begins(3)]) anna.say(frame)
    bram.say(begins(4))
    await clock.pass(16)
    expect(cato.all('ephemeral').map(({ trail, content }) => [trail, content[0]])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [3, 0],
    ])
  })

  it('[R19] passes over what belongs to no trail, is unknown, or is too large', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    for (const content of [[1, 1], [2], [], [3, 1], [...Uint8Array.from({ length: 1025 })]]) {
      anna.say(encodeEphemeral(Uint8Array.from(content)))
    }
    await clock.pass(16)
    expect(bram.frames).toEqual([])
    expect(anna.closedWith).toBeUndefined()
  })

  it('[R19] takes forty frames a second in the long run, and closes nobody for more', async () => {
    const { joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.say(begins(0))
    for (let tenths = 0; tenths < 100; tenths++) {
      for (let times = 0; times < 8; times++) anna.say(goesOn(times))
      await clock.pass(100)
    }
    // 120 at once and 40 a second for ten seconds, of the 800 that were sent.
    const { length } = bram.all('ephemeral')
    expect(length).toBeGreaterThan(480)
    expect(length).toBeLessThan(540)
    expect(anna.closedWith).toBeUndefined()
  })
})

function begins(...content: number[]): Uint8Array {
  return encodeEphemeral(Uint8Array.of(0, ...content))
}

function goesOn(...content: number[]): Uint8Array {
  return encodeEphemeral(Uint8Array.of(1, ...content))
}

function ends(): Uint8Array {
  return encodeEphemeral(Uint8Array.of(2))
}
