import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { limits } from '../limits.ts'
import { decodeWhole } from './decode-whole.ts'
import type { Decoded } from './decode-whole.ts'
import { noFindings } from './findings.ts'
import type { Findings } from './findings.ts'
import { IncomingStructs } from './incoming-structs.ts'
import { Places } from './places.ts'
import { readDeletes } from './read-deletes.ts'
import { StructReader } from './read-structs.ts'
import { UpdateRefusedError } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'

/** What an update would do, found out without applying it. */
export type Inspection =
  | {
      readonly ok: true
      /** The document has it all: applying it changes nothing. */
      readonly isEmpty: boolean
      readonly touched: readonly RecordId[]
      /** The Yjs client ids that wrote what is new. */
      readonly clients: readonly number[]
      readonly findings: Findings
    }
  | { readonly ok: false; readonly reason: RefusalReason; readonly records: readonly RecordId[] }

/**
 * Reads an update (v1 encoding) against a document without applying it: Yjs can throw half-way
 * through an update and keeps what it had applied by then. Never throws on bytes, however bad, and
 * never changes the document. The work is in proportion to the update, not to the board.
 */
export function inspectUpdate(
  document: Y.Doc,
  update: Uint8Array,
  { updateBytes }: { readonly updateBytes: number } = limits,
): Inspection {
  if (update.byteLength > updateBytes) return { ok: false, reason: 'too-large', records: [] }
  try {
    return inspect(document, decodeWhole(update))
  } catch (error) {
    if (!(error instanceof UpdateRefusedError)) throw error
    const { reason, record } = error
    return { ok: false, reason, records: record === undefined ? [] : [record] }
  }
}

function inspect(document: Y.Doc, { structs, ds }: Decoded): Inspection {
  const incoming = new IncomingStructs(document, structs)
  const places = new Places(document, incoming)
  const findings = noFindings()
  const reader = new StructReader(document, places, findings)
  for (const struct of incoming.inOrder()) reader.read(struct)
  const deletesSomething = readDeletes(document, incoming, places, ds, findings)
  return {
    ok: true,
    isEmpty: incoming.isEmpty && !deletesSomething,
    touched: [...findings.touched],
    clients: incoming.clients,
    findings,
  }
}
