import { describe, expect, it, vi } from 'vitest'
import { aRoom } from '../../test/a-room.ts'
import { standingOf, stillDoc } from '../../test/replayed.ts'
import { BoardNotStoredError } from '../index.ts'
import type { Difference } from '../index.ts'

const aMinute = 61_000

describe('log and board are looked at, a minute after somebody wrote', () => {
  it('[R44] finds nothing when all is well, and looks once', async () => {
    const onDifference = vi.fn<(difference: Difference) => void>()
    const { joinInStep, clock, log } = await aRoom({ onDifference })
    const standing = vi.spyOn(log, 'standing')
    const anna = await joinInStep()
    for (let second = 0; second < 50; second++) {
      anna.write((notes) => notes.set('a', second))
      // oxlint-disable-next-line no-await-in-loop
      await clock.pass(1_000)
    }
    await clock.pass(2 * aMinute)
    expect(standing).toHaveBeenCalledTimes(1)
    expect(onDifference).not.toHaveBeenCalled()
  })

  it('[R44] stores what the log lacks, under the names of those who wrote it, and tells the operator', async () => {
    const onDifference = vi.fn<(difference: Difference) => void>()
    const { room, joinInStep, clock, log, stored } = await aRoom({ onDifference })
    const [anna, bram] = [await joinInStep(), await joinInStep({ identity: 'bram' })]
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(100)
    log.losesNext = true
    bram.write((notes) => notes.set('b', 1))
    anna.write((notes) => notes.delete('a'))
    await clock.pass(100)
    expect(standingOf(stillDoc(await stored()))).not.toEqual(room.read(standingOf))
    await clock.pass(aMinute)
    expect(onDifference.mock.calls).toEqual([[{ lacking: 'log' }]])
    expect(standingOf(stillDoc(await stored()))).toEqual(room.read(standingOf))
    const entries = await log.read('board')
    expect(entries.at(-1)?.owners?.get(bram.doc.clientID)).toBe('bram')
    await clock.pass(2 * aMinute)
    expect(onDifference).toHaveBeenCalledTimes(1)
  })

  it('[R44] stores what the log lacks also when the disk refused that at first', async () => {
    const { room, joinInStep, clock, log, stored } = await aRoom()
    const anna = await joinInStep()
    log.losesNext = true
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(aMinute - 2_000)
    log.disk = 'full'
    await clock.pass(3_000)
    expect(standingOf(stillDoc(await stored()))).not.toEqual(room.read(standingOf))
    log.disk = 'well'
    await clock.pass(10_000)
    expect(standingOf(stillDoc(await stored()))).toEqual(room.read(standingOf))
  })

  it('[R44] shows what only the log has also when the disk refused that at first', async () => {
    const { room, joinInStep, clock, log, notes } = await aRoom()
    const anna = await joinInStep()
    log.disk = 'unsure'
    const told = room
      .edit((doc) => doc.getMap('notes').set('server', 1))
      .catch((error: unknown) => error)
    await clock.pass(100)
    expect(await told).toBeInstanceOf(BoardNotStoredError)
    log.disk = 'well'
    anna.write((map) => map.set('a', 1))
    await clock.pass(aMinute - 2_000)
    expect(notes()).toEqual({ a: 1 })
    log.disk = 'full'
    await clock.pass(4_000)
    log.disk = 'well'
    await clock.pass(2 * aMinute)
    expect(notes()).toEqual({ a: 1, server: 1 })
  })

  it('[R44] shows everybody what only the log has, and tells the operator', async () => {
    const onDifference = vi.fn<(difference: Difference) => void>()
    const { room, joinInStep, clock, log, notes, stored } = await aRoom({ onDifference })
    const anna = await joinInStep()
    log.disk = 'unsure'
    const edited = room.edit((doc) => doc.getMap('notes').set('server', 1))
    const told = edited.catch((error: unknown) => error)
    await clock.pass(100)
    expect(await told).toBeInstanceOf(BoardNotStoredError)
    log.disk = 'well'
    anna.write((map) => map.set('a', 1))
    await clock.pass(10_000)
    expect(notes()).toEqual({ a: 1 })
    await clock.pass(aMinute)
    expect(onDifference.mock.calls).toEqual([[{ lacking: 'room' }]])
    expect(notes()).toEqual({ a: 1, server: 1 })
    expect(anna.notes).toEqual({ a: 1, server: 1 })
    expect(standingOf(stillDoc(await stored()))).toEqual(room.read(standingOf))
  })

  it('[R44] takes no part of what is on its way for a difference', async () => {
    const onDifference = vi.fn<(difference: Difference) => void>()
    const { joinInStep, clock, log } = await aRoom({ onDifference })
    const anna = await joinInStep()
    anna.write((notes) => notes.set('a', 1))
    await clock.pass(aMinute - 1_100)
    log.disk = 'slow'
    anna.write((notes) => notes.set('a', 2))
    await clock.pass(aMinute)
    log.disk = 'well'
    log.release()
    await clock.pass(aMinute)
    expect(onDifference).not.toHaveBeenCalled()
  })
})
