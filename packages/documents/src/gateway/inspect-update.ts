import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import { recordMaps } from '../schema/layout.ts'
import { limits } from '../schema/limits.ts'
import { atOnce } from './structs/at-once.ts'
import { Conflicts } from './structs/conflicts.ts'
import { decodeWhole } from './structs/decode-whole.ts'
import { noFindings } from './findings.ts'
import type { Findings } from './findings.ts'
import { IncomingStructs } from './structs/incoming-structs.ts'
import { deletesAlone, partsOf, stretchAlone } from './structs/parts.ts'
import { Places } from './structs/places.ts'
import { rangesIn, readDelete } from './structs/read-deletes.ts'
import type { DeleteSet } from './structs/read-deletes.ts'
import { StructReader } from './structs/read-structs.ts'
import { UpdateRefusedError } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'
import { pieceLimits, scanUpdate } from './structs/scan-update.ts'
import type { PieceLimits, Scan } from './structs/scan-update.ts'
import { Work, workLimits } from './totals/work.ts'
import type { WorkLimits } from './totals/work.ts'
import type { Struct } from './structs/yjs-internals.ts'

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
      /** The update in smaller ones, each of which stands on those before it. */
      readonly parts: () => Iterable<Uint8Array>
    }
  | { readonly ok: false; readonly reason: RefusalReason; readonly records: readonly RecordId[] }

/** What bounds the reading of an update. */
export interface InspectionLimits {
  /** Most bytes. */
  readonly updateBytes: number
  /** Left out: {@link workLimits}. */
  readonly work?: WorkLimits
  /** Left out: {@link pieceLimits}. */
  readonly pieces?: PieceLimits
}

/** In bytes: so short an update holds no more than is read at a time, whatever it is. */
const SHORT = 128

/** Structs, or ranges of deletions, that are read before others may go. */
const AT_A_TIME = 500

/**
 * Reads an update (v1 encoding) against a document without applying it: Yjs can throw half-way
 * through an update and keeps what it had applied by then. Never throws on bytes, however bad, and
 * never changes the document. The work is in proportion to the update, not to the board.
 */
export function inspectUpdate(
  document: Y.Doc,
  update: Uint8Array,
  rules: InspectionLimits = limits,
): Inspection {
  return atOnce(inspectInSteps(document, update, rules))
}

/** As {@link inspectUpdate}; whoever runs this may let others go first wherever it yields. */
export function* inspectInSteps(
  document: Y.Doc,
  update: Uint8Array,
  rules: InspectionLimits,
): Generator<void, Inspection> {
  if (update.byteLength > rules.updateBytes) return { ok: false, reason: 'too-large', records: [] }
  try {
    return yield* inspect(document, update, rules.work ?? workLimits, rules.pieces ?? pieceLimits)
  } catch (error) {
    if (!(error instanceof UpdateRefusedError)) throw error
    const { reason, record } = error
    return { ok: false, reason, records: record === undefined ? [] : [record] }
  }
}

function* inspect(
  document: Y.Doc,
  update: Uint8Array,
  limits: WorkLimits,
  pieces: PieceLimits,
): Generator<void, Inspection> {
  // A document that was just read from the disk has a root of no kind yet. Asked for as a map, Yjs
  // puts another in its place: what was looked at before that would belong to nothing.
  recordMaps(document)
  const incoming = new IncomingStructs(document, limits)
  const deletes =
    update.length <= SHORT
      ? taken(update, incoming)
      : yield* decoded(update, scanUpdate(update, limits, pieces), incoming, pieces)
  const work = new Work(limits, update.byteLength)
  const conflicts = new Conflicts(document, incoming, work)
  const places = new Places(document, incoming, conflicts)
  const findings = noFindings(work)
  const reader = new StructReader(document, places, findings)
  const structs: Struct[] = []
  for (const struct of incoming.inOrder()) {
    reader.read(struct)
    if (structs.push(struct) % AT_A_TIME === 0) yield
  }
  let isNew = false
  let ranges = 0
  for (const range of rangesIn(deletes)) {
    if (yield* readDelete(document, incoming, places, range, findings, conflicts)) isNew = true
    if (++ranges % AT_A_TIME === 0) yield
  }
  return {
    ok: true,
    isEmpty: incoming.isEmpty && !isNew,
    touched: [...findings.touched],
    clients: incoming.clients,
    findings,
    parts: () => partsOf(structs, deletes, pieces),
  }
}

/** Has Yjs make objects of an update, stretch by stretch; gives what it deletes. */
function* decoded(
  update: Uint8Array,
  scan: Scan,
  incoming: IncomingStructs,
  pieces: PieceLimits,
): Generator<void, DeleteSet> {
  if (scan.structs <= pieces.structs && update.length <= pieces.bytes)
    return taken(update, incoming)
  for (const stretch of scan.stretches) {
    incoming.add(decodeWhole(stretchAlone(update, stretch)).structs)
    yield
  }
  return decodeWhole(deletesAlone(update, scan)).ds
}

function taken(update: Uint8Array, incoming: IncomingStructs): DeleteSet {
  const { structs, ds } = decodeWhole(update)
  incoming.add(structs)
  return ds
}
