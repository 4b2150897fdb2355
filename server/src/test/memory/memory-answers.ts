import type { AnswerStore, KeptAnswer } from '../../storage/stores/answer-store.ts'

const DAY_MS = 24 * 3600 * 1000
const MOST_OF_DEVICE = 100
const LEAST = 1000

/** Keeps answers while the process lives. */
export class MemoryAnswers implements AnswerStore {
  /** The newest last. */
  #answers: readonly KeptAnswer[] = []

  async find(key: Uint8Array, device: Uint8Array | undefined): Promise<KeptAnswer | undefined> {
    return this.#answers.find((each) => {
      return isSame(each.key, key) && (device ? isSame(each.device, device) : each.isNewDevice)
    })
  }

  async add(answer: KeptAnswer): Promise<void> {
    const { key, device, at } = answer
    const young = this.#answers.filter((each, place) => {
      return each.at >= at - DAY_MS || place >= this.#answers.length - LEAST
    })
    const others = young.filter((each) => !isSame(each.key, key) || !isSame(each.device, device))
    const all = [...others, answer]
    const own = device.length === 0 ? [] : all.filter((each) => isSame(each.device, device))
    const tooMany = new Set(own.slice(0, Math.max(0, own.length - MOST_OF_DEVICE)))
    this.#answers = all.filter((each) => !tooMany.has(each))
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
