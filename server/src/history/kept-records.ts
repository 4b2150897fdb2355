import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateSync, inflate, inflateSync } from 'node:zlib'
import type { MomentRecords } from '@stip/api'
import type { RecordThen, StoredRecord } from '@stip/board'
import type { RecordId } from '@stip/primitives'

const inflateLater = promisify(inflate)

/** What stood on a board, ready to be kept. */
export interface Kept {
  readonly digest: Uint8Array
  readonly json: string
}

/**
 * Writes down what stands on a board. What is gone is left out, but for what others stand in:
 * without it nobody could tell where they stood.
 */
export function written(board: readonly StoredRecord[]): Kept {
  const records = board
    .filter(({ record, isGone }) => !isGone || record.type === 'group' || record.type === 'frame')
    .map(({ record, isGone, isTemplate }) => ({ record, isGone, isTemplate }))
  const json = JSON.stringify({ records })
  return { json, digest: createHash('sha256').update(json).digest() }
}

/** Compressed, to be kept. */
export function packed(json: string): Uint8Array {
  return new Uint8Array(deflateSync(json))
}

/** The JSON of {@link MomentRecords}, as bytes. */
export function unpacked(bytes: Uint8Array): Promise<Buffer> {
  return inflateLater(bytes)
}

/** What was kept without some of it, kept the same way. */
export function without(bytes: Uint8Array, ids: ReadonlySet<RecordId>): Uint8Array {
  if (ids.size === 0) return bytes
  const records = readKept(bytes).filter(({ record }) => !ids.has(record.id))
  return packed(JSON.stringify({ records }))
}

export function readKept(bytes: Uint8Array): readonly RecordThen[] {
  const { records } = JSON.parse(inflateSync(bytes).toString()) as MomentRecords
  return records as unknown as readonly RecordThen[]
}
