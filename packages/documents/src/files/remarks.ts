import type { Remark, RemarkKind } from './board-import.ts'

/** More names than this are no help. */
const MOST_NAMES = 3
const LONGEST_NAME = 40

/** Counts what there is to say about a file. */
export class Remarks {
  readonly #found = new Map<RemarkKind, { count: number; readonly names: Set<string> }>()

  /** @param name - What one of them is called, where that helps. */
  add(kind: RemarkKind, count: number, name = ''): void {
    if (count <= 0) return
    const found = this.#found.get(kind) ?? { count: 0, names: new Set() }
    found.count += count
    if (name !== '' && found.names.size < MOST_NAMES) found.names.add(name.slice(0, LONGEST_NAME))
    this.#found.set(kind, found)
  }

  /** The weightiest first: what a file is, then what is missing, then what looks different. */
  list(): readonly Remark[] {
    return order.flatMap((kind) => {
      const found = this.#found.get(kind)
      if (found === undefined) return []
      const names = [...found.names]
      return [{ kind, count: found.count, ...(names.length > 0 && { names }) }]
    })
  }
}

const order: readonly RemarkKind[] = [
  'newer-version',
  'rows-without-words',
  'unknown-kinds',
  'missing-images',
  'broken-things',
  'invisible',
  'long-texts',
  'surplus-cells',
  'columns',
  'rows-above-headings',
  'repeated-headings',
  'other-kinds',
  'labels',
  'newer-fields',
  'unknown-colors',
  'mirrored',
  'flattened-curves',
  'other-heads',
  'links',
  'groups',
]
