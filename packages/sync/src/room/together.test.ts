import { describe, expect, it } from 'vitest'
import { aRoom } from '../test/a-room.ts'
import { settled } from '../test/manual-clock.ts'
import type { TestRoom } from '../test/a-room.ts'

describe('what a room says in one tick', () => {
  it('[R17] goes out in one go, the same for all, with what is saved after it', async () => {
    const { joinInStep, clock } = await aRoom()
    const lines = await Promise.all(
      ['anna', 'bram', 'cato'].map((identity) => joinInStep({ identity })),
    )
    const [anna, bram, cato] = lines
    const broadcast = lines.map((line) => line.keepBroadcasts())
    anna?.write((map) => map.set('a', 1))
    bram?.write((map) => map.set('b', 1))
    anna?.point([{ clientId: 1, clock: 1, state: { x: 5 } }])
    await clock.pass(100)
    expect(broadcast.map(({ length }) => length)).toEqual([1, 1, 1])
    expect(cato?.heard.map(({ kind }) => kind)).toEqual(['update', 'awareness'])
    expect(anna?.heard.map(({ kind }) => kind)).toEqual(['update', 'awareness', 'saved'])
    expect(broadcast[0]?.[0]).toBe(broadcast[2]?.[0])
  })

  it('[R17] does not wait for a slow disk with what is not stored', async () => {
    const { log, joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    log.disk = 'slow'
    anna.write((map) => map.set('a', 1))
    anna.point([{ clientId: 1, clock: 1, state: { x: 5 } }])
    await clock.pass(30)
    expect(bram.heard).toEqual([])
    await clock.pass(20)
    expect(bram.heard.map(({ kind }) => kind)).toEqual(['awareness'])
  })

  it('[R3] makes ticks longer when there is much to say, and loses nothing', async () => {
    const quiet = await framesHeardIn100Ms(await aRoom(), 1)
    const busy = await framesHeardIn100Ms(await aRoom(), 100)
    expect(quiet).toBeGreaterThan(15)
    expect(busy).toBeLessThan(15)
  })

  it('[R3] tells a busy room no more often than a screen draws', async () => {
    const meeting = await aRoom()
    const lines = await Promise.all(
      Array.from({ length: 30 }, (_, i) => meeting.joinInStep({ identity: `person-${i}` })),
    )
    const [writer, listener] = lines
    const writeFor = async (durationMs: number): Promise<void> => {
      for (let ms = 0; ms < durationMs; ms += 5) {
        writer?.write((map) => map.set('a', meeting.clock.now()))
        await meeting.clock.pass(5)
      }
    }
    await writeFor(400)
    const before = listener?.all('update').length ?? 0
    await writeFor(1_000)
    const heard = (listener?.all('update').length ?? 0) - before
    expect(heard).toBeGreaterThan(45)
    expect(heard).toBeLessThan(65)
  })

  it('[P2] shows where people point less often when there is much to say, and the newest in the end', async () => {
    const meeting = await aRoom()
    const lines = await Promise.all(
      Array.from({ length: 120 }, (_, i) => meeting.joinInStep({ identity: `person-${i}` })),
    )
    const [writer, pointer, listener] = lines
    for (let ms = 0; ms < 1_000; ms += 5) {
      writer?.write((map) => map.set('a', ms))
      pointer?.point([{ clientId: 9, clock: ms + 1, state: { x: ms } }])
      await meeting.clock.pass(5)
    }
    const [updates, cursors] = [listener?.all('update'), listener?.all('awareness')]
    expect(updates?.length).toBeGreaterThan(30)
    expect(cursors?.length).toBeGreaterThan(9)
    expect(cursors?.length).toBeLessThan((updates?.length ?? 0) / 2)
    await meeting.clock.pass(100)
    expect(listener?.cursors.get(9)).toMatchObject({ x: 995 })
    expect(listener?.notes).toEqual({ a: 995 })
  })

  it('[R2] answers when it is clear what is on disk', async () => {
    const { log, joinInStep, clock } = await aRoom()
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    log.disk = 'slow'
    anna.write((map) => map.set('a', 1))
    await clock.pass(1_000)
    bram.ask()
    bram.ask()
    await clock.pass(1_000)
    expect(bram.all('answer')).toEqual([])
    log.release()
    await settled()
    expect(bram.all('answer')).toHaveLength(1)
    expect(bram.notes).toEqual({ a: 1 })
  })

  it('[R2] gives newcomers the board as it was kept, and what came since', async () => {
    const { join, joinInStep, clock } = await aRoom()
    const anna = await joinInStep()
    anna.write((map) => map.set('large', 'x'.repeat(50_000)))
    await clock.pass(100)
    const [bram, cato] = ['bram', 'cato'].map((identity) => join({ identity }))
    bram?.ask()
    anna.write((map) => map.set('a', 1))
    await clock.pass(100)
    anna.write((map) => map.set('b', 1))
    await clock.pass(100)
    cato?.ask()
    expect(cato?.heard.map(({ kind }) => kind)).toEqual(['hello', 'answer', 'update', 'ask'])
    expect(cato?.frames[1]).toBe(bram?.frames[1])
    expect(cato?.notes).toEqual(anna.notes)
  })
})

async function framesHeardIn100Ms(meeting: TestRoom, listeners: number): Promise<number> {
  const writer = await meeting.joinInStep()
  const lines = Array.from({ length: listeners }, (_, i) =>
    meeting.joinInStep({ identity: `person-${i}` }),
  )
  await Promise.all(lines)
  const listener = await meeting.joinInStep({ identity: 'listener' })
  let before = 0
  for (let ms = 0; ms < 400; ms += 5) {
    if (ms === 300) before = listener.all('update').length
    writer.write((map) => map.set('a', ms))
    await meeting.clock.pass(5)
  }
  const heard = listener.all('update').length - before
  await meeting.clock.pass(1_000)
  expect(listener.notes).toEqual(meeting.notes())
  return heard
}
