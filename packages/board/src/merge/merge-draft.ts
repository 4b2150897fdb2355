import { sameJson } from '@stip/primitives'
import type { BoardId, Json, RecordId } from '@stip/primitives'
import { fieldsOf } from '../fields.ts'
import { inState, stateOf } from './merge-memory.ts'
import type {
  BoardChanges,
  ChangeWrite,
  Conflict,
  CreateWrite,
  MergePlan,
  MergeSummary,
  Write,
} from './merge-plan.ts'
import type { BoardRecord, StoredRecord } from '../record.ts'
import { afterChange, afterCreation } from '../stored-fields.ts'
import type { VisionZone } from './zones-on-vision.ts'

/** A merge in the making: collects what to write, and knows the vision before and after it. */
export class MergeDraft {
  readonly before: ReadonlyMap<RecordId, StoredRecord>
  readonly #after: Map<RecordId, StoredRecord>
  readonly #writes: Write[] = []
  readonly #conflicts: Conflict[] = []
  readonly #assets: RecordId[] = []
  readonly #counts = { added: 0, updated: 0, withdrawn: 0, unchanged: 0 }
  readonly #boards = new Map<BoardId, BoardChanges>()

  constructor(vision: readonly StoredRecord[]) {
    this.before = new Map(vision.map((stored) => [stored.record.id, stored]))
    this.#after = new Map(this.before)
  }

  get after(): ReadonlyMap<RecordId, StoredRecord> {
    return this.#after
  }

  create(write: CreateWrite): void {
    this.#writes.push(write)
    this.#after.set(write.record.id, afterCreation(write))
    if (write.record.typeName === 'asset') this.#assets.push(write.record.id)
  }

  change(write: ChangeWrite): void {
    const stored = this.#after.get(write.id)
    if (stored === undefined) throw new RangeError(`The vision has no record ${write.id}.`)
    this.#writes.push(write)
    this.#after.set(write.id, afterChange(stored, write))
    if (stored.record.typeName === 'asset' && write.fields['gone'] === false) {
      this.#assets.push(write.id)
    }
  }

  /** Lanes and labels are the merge's own: whatever differs is written, except their order. */
  enforceZone({ record, source, base }: VisionZone, merge: number): void {
    const sources = [{ ...source, revision: merge }]
    const stored = this.before.get(record.id)
    if (stored === undefined) {
      this.create({ kind: 'create', record, sources, base, isTemplate: true })
      return
    }
    const fields: Record<string, Json> = {}
    const current = fieldsOf(stored.record)
    for (const [key, value] of Object.entries(fieldsOf(record))) {
      if (key !== 'pi' && !sameJson(current[key], value)) fields[key] = value
    }
    if (stored.isGone) fields['gone'] = false
    if (Object.keys(fields).length === 0 && stateOf(stored) === undefined) return
    this.change({ kind: 'change', id: record.id, fields, base: inState(stored.base, undefined) })
  }

  addConflict(conflict: Conflict, of: BoardId): void {
    this.#conflicts.push(conflict)
    this.#countOn(of, 'kept')
  }

  /** @param of - The board of which it comes; undefined when it was on the vision. */
  count(
    outcome: Exclude<keyof MergeSummary, 'kept'>,
    { typeName }: BoardRecord,
    of: BoardId | undefined,
  ): void {
    if (typeName !== 'shape') return
    this.#counts[outcome]++
    if (of !== undefined && outcome !== 'unchanged') this.#countOn(of, outcome)
  }

  /** Counts a part of a drawing, which is in no summary. */
  countPart(of: BoardId): void {
    this.#countOn(of, 'drawn')
  }

  plan(): MergePlan {
    return {
      writes: this.#writes,
      summary: { ...this.#counts, kept: this.#conflicts.length },
      boards: [...this.#boards.values()].toSorted((one, other) =>
        one.board < other.board ? -1 : 1,
      ),
      conflicts: this.#conflicts,
      assets: this.#assets,
    }
  }

  #countOn(board: BoardId, what: Exclude<keyof BoardChanges, 'board'>): void {
    const none = { board, added: 0, updated: 0, withdrawn: 0, kept: 0, drawn: 0 }
    const counts = this.#boards.get(board) ?? none
    this.#boards.set(board, { ...counts, [what]: counts[what] + 1 })
  }
}
