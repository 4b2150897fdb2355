import { deflateSync, inflateSync } from 'node:zlib'
import type { AppliedWrite } from '@stip/board'

/** What an edit did to every record, as it is stored: compressed JSON, or as earlier Stips, the JSON. */
export type Applied = Uint8Array | string

/** Takes some tens of milliseconds for thousands of records. */
export function packApplied(applied: readonly AppliedWrite[]): Applied {
  return new Uint8Array(deflateSync(JSON.stringify(applied)))
}

/** The same again. */
export function unpackApplied(applied: Applied): readonly AppliedWrite[] {
  const text = typeof applied === 'string' ? applied : inflateSync(applied).toString()
  return JSON.parse(text) as readonly AppliedWrite[]
}

/** The two columns that hold it: text, of earlier Stips, and bytes. */
export function columnsOf(applied: Applied): readonly [string, Uint8Array | null] {
  return typeof applied === 'string' ? [applied, null] : ['', applied]
}

/** What stands in the two columns; undefined when nothing does. */
export function appliedOf({
  applied,
  packed,
}: Readonly<Record<string, unknown>>): Applied | undefined {
  if (packed instanceof Uint8Array) return packed
  return typeof applied === 'string' ? applied : undefined
}
