import { deflateRawSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Inflater } from '../driver/inflater.ts'
import type { BenchSocket } from '../driver/socket.ts'
import { readChoice } from './choice.ts'
import { sessionTable } from './figures.ts'
import { SeenTexts } from './seen-texts.ts'

describe('what comes to a screen', () => {
  const words = JSON.stringify({ view: { position: 3, title: 'é' } })
  const packed = deflateRawSync(words, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4)

  it.each([false, true])('[V10] says its step, packed or not, with memory or without', (keeps) => {
    const socket = { inflater: new Inflater(keeps) } as BenchSocket
    const texts = new SeenTexts()
    const plain = { bytes: Buffer.from(words), isText: true, isPacked: false }
    const small = { bytes: packed, isText: true, isPacked: true }
    for (const message of [plain, small, small]) {
      expect(texts.says(message, socket, '"position":3')).toBe(true)
    }
    expect(texts.says(plain, socket, '"position":4')).toBe(false)
  })
})

describe('the table of a session', () => {
  const figures = {
    idleMb: 100,
    followingMb: 200,
    leftMb: 200,
    stepCpuMs: 20,
    stepBytes: 400,
    pressBytes: 0,
    stepP95Ms: 50,
    arrivalCpuMs: 10,
    joinCpuMs: 1,
    followCpuMs: 1,
    longestBlockMs: 30,
  }

  it('[V11] [V12] says of each figure what share it is of another build, and whether that is enough', () => {
    const table = sessionTable([figures], [{ ...figures, followingMb: 1000, stepCpuMs: 100 }])
    expect(table).toContain(
      '| memory with all following, MB | 1000 | 200 | 1/5 | ≤ 1/4, 1/6 | yes |',
    )
    expect(table).toContain('| CPU of a step change, ms | 100 | 20 | 1/5 | ≤ 1/12, 1/25 | NO |')
    expect(table).toContain('| longest block of the main thread, ms | 30 | 30 | 1 | ≤ 25 | NO |')
  })

  it('[V9] refuses what makes no sense', () => {
    expect(readChoice(['--beside', '../old'])).toMatchObject({ people: 990, runs: 3 })
    expect(readChoice(['--people', '60'])).toMatchObject({ people: 60, runs: 1 })
    expect(() => readChoice(['--peple', '60'])).toThrow('I do not know --peple.')
    expect(() => readChoice(['--people', 'many'])).toThrow('whole number')
  })
})
