// oxlint-disable vitest/no-standalone-expect -- the laws are checked in every step of a test, not in its body
import { below, sameJson, seededRandom, shuffled } from '@stip/primitives'
import type { Json, Random, RecordId } from '@stip/primitives'
import { expect } from 'vitest'
import { parentOf } from '../merge/page-places.ts'
import { planMerge } from '../merge/merge.ts'
import { copyId } from '../merge/merge-ids.ts'
import { sameValue } from '../merge/merge-memory.ts'
import type { SourceBoard, Write } from '../merge/merge-plan.ts'
import type { Fields, StoredRecord } from '../record.ts'
import { storedFields } from '../stored-fields.ts'
import { tally } from '../tally.ts'
import { appliedWrites, planUndo } from '../merge/undo.ts'
import type { AppliedWrite } from '../merge/undo.ts'
import { People } from './people.ts'
import { aGroupBoard, aZone, deepFreeze } from './records.ts'
import { TestBoard } from './test-board.ts'

const letters = ['A', 'B', 'C'] as const

/**
 * An evening under one seed: three groups, facilitators at the vision, merges and undos. It keeps
 * its own simple books, apart from what the merge remembers, and checks the laws after every step.
 */
export class Evening {
  readonly #random: Random
  readonly #boards = letters.map(() => new TestBoard([aZone('vak', 'Open staan')]))
  readonly #groups: readonly People[]
  readonly #vision = new TestBoard()
  readonly #facilitators: People
  readonly #merges: (readonly AppliedWrite[])[] = []
  #count = 0
  /** Copies that people took off the vision. */
  readonly #removed = new Set<RecordId>()
  /** Copies that people brought back after a merge or undo hid them; no merge saw that yet. */
  readonly #rescued = new Set<RecordId>()
  /** The last value of every field that the merge, or its undo, wrote. */
  readonly #written = new Map<RecordId, Record<string, Json>>()
  /** Shapes that were present on a group board at some merge. */
  readonly #everMerged = new Set<RecordId>()

  constructor(seed: number) {
    this.#random = seededRandom(seed)
    this.#groups = this.#boards.map(
      (board, at) => new People(`groep-${letters[at] ?? ''}`, board, this.#random),
    )
    this.#facilitators = new People('visie', this.#vision, this.#random)
  }

  step(): void {
    const choice = below(this.#random, 20)
    if (choice < 12) this.#groups[below(this.#random, 3)]?.act()
    else if (choice < 16) this.#facilitate()
    else if (choice < 17) this.#bringBackAnything()
    else if (choice < 19) this.merge()
    else this.undo()
  }

  merge(): void {
    const boards = deepFreeze(this.#sources())
    const vision = deepFreeze(this.#vision.all())
    const merge = ++this.#count
    const plan = planMerge({ boards, vision, merge })
    expect(planMerge({ boards: shuffled(boards, this.#random), vision, merge }), '[M2]').toEqual(
      plan,
    )
    const before = this.#shown()
    const applied = appliedWrites(plan.writes, vision)
    this.#apply(plan.writes)
    this.#merges.push(applied)
    this.#rescued.clear()
    this.#noteAgreement()
    this.#checkNothingLost(boards)
    this.#checkSources(boards)
    expect(
      planMerge({ boards, vision: this.#vision.all(), merge: merge + 1 }).writes,
      '[M3]',
    ).toEqual([])
    const undone = new TestBoard(this.#vision.all())
    undone.apply(planUndo(applied, undone.all()))
    expect(shownOn(undone), '[M7]').toEqual(before)
  }

  undo(): void {
    const last = this.#merges.pop()
    if (last === undefined) return
    this.#apply(planUndo(last, this.#vision.all()))
    this.#noteAgreement()
  }

  /** Cards that are not on the vision, although nobody took them off it. */
  unprocessed(): number {
    return tally({ boards: this.#sources(), vision: this.#vision.all() }).unprocessed
  }

  #facilitate(): void {
    // [M5] says when a card that people brought back counts as theirs: not before a merge saw it.
    const { removed, broughtBack } = this.#facilitators.act((id) => !this.#rescued.has(id))
    for (const id of removed) this.#removed.add(id)
    for (const id of broughtBack) if (!this.#removed.delete(id)) this.#rescued.add(id)
  }

  #bringBackAnything(): void {
    const gone = this.#vision.all().filter((one) => one.isGone && !one.isTemplate)
    const one = gone[below(this.#random, Math.max(gone.length, 1))]
    if (one === undefined) return
    // With what it is nested in: alone, nobody would see it.
    for (
      let up: StoredRecord | undefined = one;
      up !== undefined;
      up = this.#vision.get(parentOf(up.record))
    ) {
      const { id } = up.record
      if (!up.isGone) continue
      this.#vision.bringBack(id)
      if (!this.#removed.delete(id)) this.#rescued.add(id)
    }
  }

  #apply(writes: readonly Write[]): void {
    const before = new Map(this.#vision.all().map((one) => [one.record.id, storedFields(one)]))
    this.#vision.apply(writes)
    for (const [id, fields] of before) {
      const now = this.#fields(id)
      for (const [key, value] of Object.entries(fields)) {
        if (
          key === 'gone' ||
          key.startsWith('m.') ||
          sameValue(value, this.#written.get(id)?.[key])
        )
          continue
        expect(now[key], `[M3a] ${id} ${key} was edited by people`).toEqual(value)
      }
    }
    for (const write of writes) {
      const id = write.kind === 'create' ? write.record.id : write.id
      const keys = write.kind === 'create' ? this.#fields(id) : write.fields
      this.#written.set(id, { ...this.#written.get(id), ...pick(this.#fields(id), keys) })
    }
    for (const id of this.#removed) expect(this.#vision.get(id)?.isGone, `[M5] ${id}`).toBe(true)
  }

  /** What people and the source changed in the same way belongs to both: the merge may go on with it. */
  #noteAgreement(): void {
    for (const { record, base } of this.#vision.all()) {
      const placed = base?.['@placed'] as Fields | undefined
      const agreed = Object.entries(this.#fields(record.id)).filter(([key, value]) =>
        sameValue(value, placed?.[key] ?? base?.[key]),
      )
      this.#written.set(record.id, {
        ...this.#written.get(record.id),
        ...Object.fromEntries(agreed),
      })
    }
  }

  #checkNothingLost(boards: readonly SourceBoard[]): void {
    const shown = new Set(this.#shown().keys())
    let cards = 0
    for (const { board, records } of boards) {
      const live = new Map(
        records
          .filter((one) => !one.isGone && !one.isTemplate)
          .map((one) => [one.record.id, one.record]),
      )
      for (const record of live.values()) {
        if (record.typeName !== 'shape') continue
        const copy = copyId(board, record.id)
        cards++
        this.#everMerged.add(copy)
        if (!this.#removed.has(copy)) expect(shown, `[M1] ${copy}`).toContain(copy)
      }
    }
    const count = tally({ boards, vision: this.#vision.all() })
    expect(count.cards, '[M1]').toBe(this.#everMerged.size)
    expect(count.used + count.unprocessed + count.withdrawn, '[M1]').toBe(count.cards)
    expect(count.used + count.removedFromVision, '[M1]').toBe(cards)
    expect(count.unprocessed, '[M1]').toBe(0)
  }

  #checkSources(boards: readonly SourceBoard[]): void {
    const known = new Set(
      boards.flatMap(({ board, records }) => records.map((one) => copyId(board, one.record.id))),
    )
    for (const { record, sources, isTemplate } of this.#vision.all()) {
      if (isTemplate) expect(sources, `[M4] ${record.id}`).toHaveLength(1)
      if (isTemplate || !record.id.includes(':from.')) continue
      expect(known, `[M1] ${record.id} was invented`).toContain(record.id)
      expect(
        sources.map((one) => copyId(one.board, one.record)),
        '[M4]',
      ).toEqual([record.id])
    }
  }

  #shown(): ReadonlyMap<RecordId, Fields> {
    return shownOn(this.#vision)
  }

  #fields(id: RecordId): Fields {
    const stored = this.#vision.get(id)
    return stored === undefined ? {} : storedFields(stored)
  }

  #sources(): readonly SourceBoard[] {
    return this.#boards.map((board, at) => aGroupBoard(letters[at] ?? '', board.all()))
  }
}

/** What people see on a board, with empty fields left out. */
function shownOn(board: TestBoard): ReadonlyMap<RecordId, Fields> {
  const live = new Map(
    board
      .all()
      .filter((one) => !one.isGone)
      .map((one) => [one.record.id, one]),
  )
  const shown = new Map<RecordId, Fields>()
  for (const [id, one] of [...live].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    const fields = Object.entries(storedFields(one)).filter(
      ([key, value]) => value !== null && !sameJson([key, value], ['m.withdrawn', false]),
    )
    shown.set(id, Object.fromEntries(fields))
  }
  return shown
}

function pick(fields: Fields, keys: Fields): Record<string, Json> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key in keys))
}
