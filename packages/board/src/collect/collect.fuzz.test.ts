// oxlint-disable vitest/no-standalone-expect, vitest/expect-expect -- the laws are checked in every step of an evening, in its own methods
import { seededRandom } from '@stip/primitives'
import type { Random } from '@stip/primitives'
import { SlowCollect } from '@stip/testing/slow-collect'
import { describe, expect, it } from 'vitest'
import { copyId } from '../merge/merge-ids.ts'
import type { SourceBoard } from '../merge/merge-plan.ts'
import { appliedWrites, planUndo } from '../merge/undo.ts'
import type { AppliedWrite } from '../merge/undo.ts'
import { plainTextOf } from '../plain-text.ts'
import { aVision, placesOf } from '../test/collecting.ts'
import { aGroupBoard, aNote, deepFreeze, richText } from '../test/records.ts'
import { TestBoard } from '../test/test-board.ts'
import { collect } from './collect.ts'
import { trayOf } from './tray.ts'

/** Runs that notice what the first hundred do not: undoing a merge that showed a card which people took off since. */
const rare: readonly number[] = [363]

const stepsPerRun = 60
const letters = ['A', 'B', 'C'] as const
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
]

describe('[M1] [M2] [M3] [M3a] [M3b] [M5] [M6] [M7] collecting comes to what one would do by hand', () => {
  it.each([...rare, ...seedsToTry()])('seed %d', (seed) => {
    const evening = new Evening(seed)
    for (let step = 0; step < stepsPerRun; step++) {
      evening.step(step)
      evening.expectAsByHand()
    }
  })
})

/** The same evening twice: with the real collecting, and by hand. */
class Evening {
  readonly #random: Random
  readonly #boards = letters.map(() => new TestBoard())
  readonly #vision = aVision('share', 'concepts', 'merge')
  readonly #merges: (readonly AppliedWrite[])[] = []
  readonly #byHand = new SlowCollect()
  /** What people took off the vision and nobody brought back. */
  readonly #removed = new Set<string>()
  /** What people brought back after a merge or undo hid it: [M5] counts it as theirs once a merge saw it. */
  readonly #rescued = new Set<string>()

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  step(number: number): void {
    const chance = this.#random()
    if (chance < 0.5) this.#work(number)
    else if (chance < 0.75) this.#workOnVision(number)
    else if (chance < 0.92) this.#collect()
    else this.#undo()
  }

  expectAsByHand(): void {
    const shown = this.#vision
      .live()
      .map(({ id, props, meta }) => [
        id,
        `${meta['withdrawn'] === true ? '(weg) ' : ''}${plainTextOf(props['richText'])}`,
      ])
    expect(Object.fromEntries(shown)).toEqual(this.#byHand.shown())
    const { used, unprocessed, withdrawn, cards } = trayOf({
      boards: this.#sources(),
      vision: this.#vision.all(),
    })
    expect(used + unprocessed.length + withdrawn, '[M1]').toBe(cards)
    for (const id of this.#removed) expect(this.#vision.get(id)?.isGone, `[M5] ${id}`).toBe(true)
  }

  #work(number: number): void {
    const at = Math.floor(this.#random() * letters.length)
    const board = this.#boards[at]
    if (board === undefined) return
    const { cards } = this.#byHand
    const copyOf = (record: string): string => copyId(boardOf(letters[at] ?? ''), record)
    const chance = this.#random()
    const record = pick(this.#random, board.live())?.id ?? ''
    const card = cards.get(copyOf(record))
    if (card === undefined || chance < 0.4) {
      const hasStar = this.#random() < 0.7
      const note = aNote(`n${number}`, `Idee ${number}`, { x: number * 300 })
      board.add(hasStar ? { ...note, meta: { keyCard: true } } : note)
      cards.set(copyOf(note.id), { text: `Idee ${number}`, hasStar, isGone: false })
    } else if (chance < 0.6) {
      card.text = pick(this.#random, ['Loslaten', 'Vertrouwen', `Anders ${number}`]) ?? ''
      board.change(record, { t: richText(card.text) })
    } else if (chance < 0.75) {
      card.isGone = !card.isGone
      board.change(record, { gone: card.isGone })
    } else {
      card.hasStar = !card.hasStar
      board.change(record, { 'm.keyCard': card.hasStar })
    }
  }

  #workOnVision(number: number): void {
    const copies = this.#vision.all().filter(({ isTemplate }) => !isTemplate)
    const copy = pick(this.#random, copies)
    if (copy === undefined) return
    const { id } = copy.record
    const chance = this.#random()
    if (copy.isGone) {
      this.#vision.bringBack(id)
      this.#byHand.bringBack(id)
      if (!this.#removed.delete(id)) this.#rescued.add(id)
    } else if (chance < 0.4) {
      const text = pick(this.#random, ['Loslaten', 'Vertrouwen', `Van ons ${number}`]) ?? ''
      this.#vision.change(id, { t: richText(text) })
      this.#byHand.edit(id, text)
    } else if (chance < 0.7) {
      this.#vision.change(id, { xy: [100 + number, 5900], 'm.zone': 'shape:samen' })
      this.#byHand.move(id)
    } else {
      this.#vision.remove(id)
      this.#byHand.remove(id)
      if (!this.#rescued.has(id)) this.#removed.add(id)
    }
  }

  #collect(): void {
    const boards = deepFreeze(this.#sources())
    const vision = deepFreeze(this.#vision.all())
    const merge = this.#merges.length + 1
    const plans = orders.map((order) => {
      const inOrder = order.flatMap((at) => boards[at] ?? [])
      return collect({ boards: inOrder, vision, merge, places: placesOf('merge') })
    })
    for (const plan of plans) expect(plan, '[M2]').toEqual(plans[0])
    const writes = plans[0]?.writes ?? []
    this.#merges.push(appliedWrites(writes, vision))
    this.#vision.apply(writes)
    this.#byHand.collect()
    this.#rescued.clear()
    const again = { boards, vision: this.#vision.all(), merge: merge + 1 }
    expect(collect({ ...again, places: placesOf('merge') }).writes, '[M3]').toEqual([])
  }

  #undo(): void {
    const last = this.#merges.pop()
    if (last === undefined) return
    this.#vision.apply(planUndo(last, this.#vision.all()))
    this.#byHand.undo()
  }

  #sources(): readonly SourceBoard[] {
    return this.#boards.map((board, at) => aGroupBoard(letters[at] ?? '', board.all()))
  }
}

function boardOf(letter: string): string {
  return `bord-${letter.toLowerCase()}`
}

function pick<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)]
}

/** STIP_FUZZ_SEED=123 repeats one run; STIP_FUZZ_RUNS=5000 is the nightly hunt. */
function seedsToTry(): readonly number[] {
  const { STIP_FUZZ_SEED: seed, STIP_FUZZ_RUNS: runs = '100' } = process.env
  if (seed !== undefined) return [Number(seed)]
  return Array.from({ length: Number(runs) }, (_, i) => i + 1)
}
