import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AnswerStore } from './answer-store.ts'
import { openDatabase } from './database.ts'

const HOUR_MS = 3600 * 1000

describe('answers that are kept', () => {
  it('[K13] [X70] go a day later, but for the newest', () => {
    const store = new AnswerStore(aDatabase())
    for (let number = 0; number < 1200; number++) store.add(anAnswer(number, 0))
    store.add(anAnswer(1200, 25 * HOUR_MS))
    const kept = Array.from({ length: 1201 }, (_, number) => number).filter(
      (number) => store.find(keyOf(number), deviceOf(number)) !== undefined,
    )
    // The thousand before it, and the one that is new.
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([1001, 200, 1200])
  })
})

function anAnswer(number: number, at: number) {
  const empty = new Uint8Array()
  const [key, device] = [keyOf(number), deviceOf(number)]
  return { key, device, isNewDevice: false, asked: empty, sealed: empty, at }
}

function keyOf(number: number): Uint8Array {
  return new TextEncoder().encode(`key ${number}`)
}

function deviceOf(number: number): Uint8Array {
  return new TextEncoder().encode(`device ${number}`)
}

function aDatabase(): DatabaseSync {
  const database = openDatabase(':memory:')
  onTestFinished(() => database.close())
  return database
}
