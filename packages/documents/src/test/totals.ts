import type * as Y from 'yjs'
import { checkUpdate } from '../gateway/check-update.ts'
import type { Writer } from '../gateway/check-creation.ts'
import type { UpdateVerdict } from '../gateway/check-update.ts'
import { totalLimits } from '../gateway/totals/total-limits.ts'
import type { TotalLimits } from '../gateway/totals/total-limits.ts'
import { changeFields, createRecord } from '../record/write-record.ts'
import { forged } from './craft.ts'
import { aNote } from './records.ts'

/** Limits so low that what passes them is small. */
export const few = {
  liveRecords: 4,
  allRecords: 8,
  weight: 20_000,
  recordKeys: 60,
  metaKeys: 3,
} as const

/** A note that was deleted. */
export function createGone(document: Y.Doc, name: string): void {
  createRecord(document, aNote(name))
  changeFields(document, `shape:${name}`, { gone: true })
}

/** Clients 10 to 19 are Anna's, 20 to 29 Bram's. */
function ownerOf(client: number): string | undefined {
  return { 1: 'anna', 2: 'bram' }[Math.floor(client / 10)]
}

/** What becomes of a change that somebody with the board of the server makes. */
export function sent(
  server: Y.Doc,
  change: (document: Y.Doc) => void,
  limits: Partial<TotalLimits> = {},
  client = 50,
  writer: Writer = 'person',
): UpdateVerdict {
  return judged(server, forged(server, client, change), limits, client, writer)
}

/** What becomes of an update. */
export function judged(
  server: Y.Doc,
  update: Uint8Array,
  limits: Partial<TotalLimits> = {},
  client = 50,
  writer: Writer = 'person',
): UpdateVerdict {
  const share = { identity: ownerOf(client) ?? 'cato', ownerOf, isBounded: writer === 'person' }
  const totals = { ...totalLimits, ...few, ...limits }
  return checkUpdate(server, update, writer, { updateBytes: 1_000_000, totals, share })
}
