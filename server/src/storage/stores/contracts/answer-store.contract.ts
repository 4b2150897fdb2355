import { beforeEach, describe, expect, it } from 'vitest'
import type { AnswerStore, KeptAnswer } from '../answer-store.ts'

const HOUR_MS = 3600 * 1000

/** What every store of answers promises; `open` makes an empty one. */
export function describeAnswerStore(name: string, open: () => AnswerStore): void {
  describe(`${name} keeps the contract of answers`, () => {
    let store: AnswerStore
    beforeEach(() => {
      store = open()
    })

    it('[ST3] [K13] gives an answer to who asked, and to a device that came to be with it', async () => {
      await store.add(anAnswer(1, { device: bytes('a') }))
      await store.add(anAnswer(2, { device: bytes('b'), isNewDevice: true }))
      expect(await store.find(keyOf(1), bytes('a'))).toEqual(anAnswer(1, { device: bytes('a') }))
      expect(await store.find(keyOf(1), bytes('b'))).toBeUndefined()
      expect(await store.find(keyOf(1), undefined)).toBeUndefined()
      expect((await store.find(keyOf(2), undefined))?.device).toEqual(bytes('b'))
      await store.add(anAnswer(1, { device: bytes('a'), sealed: bytes('other') }))
      expect((await store.find(keyOf(1), bytes('a')))?.sealed).toEqual(bytes('other'))
    })

    it('[ST3] [X70] keeps the last hundred of a device', async () => {
      for (let number = 0; number < 103; number++) {
        // oxlint-disable-next-line no-await-in-loop
        await store.add(anAnswer(number, { device: bytes('a') }))
      }
      expect(await store.find(keyOf(2), bytes('a'))).toBeUndefined()
      expect(await store.find(keyOf(3), bytes('a'))).toBeDefined()
    })

    it('[ST3] [K13] [X70] lets them go a day later, but for the newest', async () => {
      for (let number = 0; number < 1200; number++) {
        // oxlint-disable-next-line no-await-in-loop
        await store.add(anAnswer(number))
      }
      await store.add(anAnswer(1200, { at: 25 * HOUR_MS }))
      const all = Array.from({ length: 1201 }, (_, number) => number)
      const found = await Promise.all(
        all.map((number) => store.find(keyOf(number), deviceOf(number))),
      )
      const kept = all.filter((number) => found[number] !== undefined)
      // The thousand before it, and the one that is new.
      expect([kept.length, kept[0], kept.at(-1)]).toEqual([1001, 200, 1200])
    })
  })
}

function anAnswer(number: number, difference: Partial<KeptAnswer> = {}): KeptAnswer {
  const empty = new Uint8Array()
  const [key, device] = [keyOf(number), deviceOf(number)]
  return { key, device, isNewDevice: false, asked: empty, sealed: empty, at: 0, ...difference }
}

function keyOf(number: number): Uint8Array {
  return bytes(`key ${number}`)
}

function deviceOf(number: number): Uint8Array {
  return bytes(`device ${number}`)
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
