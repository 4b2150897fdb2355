import type { RecordId } from '@stip/primitives'
import { recordMap } from '../schema/layout.ts'
import { limits } from '../schema/limits.ts'
import { createdFields, isGone } from '../record/read-record.ts'
import type * as Y from 'yjs'
import type { Findings } from './findings.ts'

/**
 * Answers how deep something would stand, by going up from where it is put: never further than
 * things may be nested, whatever the size of the board.
 */
export class Nesting {
  readonly #document: Y.Doc
  readonly #findings: Findings
  #written: ReadonlyMap<RecordId, unknown> | undefined

  constructor(document: Y.Doc, findings: Findings) {
    this.#document = document
    this.#findings = findings
  }

  /** Whether what is put in this parent would stand too deep. */
  isTooDeep(parent: RecordId, deepest: number = limits.nesting): boolean {
    const seen = new Set<RecordId>()
    for (let above: RecordId | undefined = parent; above !== undefined;) {
      // A circle that two people made is broken by whoever reads it.
      if (seen.has(above)) return false
      seen.add(above)
      if (seen.size > deepest) return true
      above = this.#parentOf(above)
    }
    return false
  }

  #parentOf(id: RecordId): RecordId | undefined {
    this.#written ??= new Map(
      this.#findings.fields.flatMap(({ record, key, value }) =>
        key === 'pi' ? [[record, value] as const] : [],
      ),
    )
    const draft = this.#findings.created.get(id)?.created as { readonly pi?: unknown } | undefined
    const map = draft === undefined ? recordMap(this.#document, id) : undefined
    // What is in something that was deleted stands on the page.
    if (map !== undefined && isGone(map)) return undefined
    const parent =
      this.#written.get(id) ?? draft?.pi ?? map?.get('pi') ?? (map && createdFields(map)?.['pi'])
    const name: unknown = Array.isArray(parent) ? parent[0] : undefined
    return typeof name === 'string' && name.startsWith('shape:') ? name : undefined
  }
}
