import type { RecordId } from '@stip/primitives'
import type { BoardRecord } from './record.ts'

/** One end of a binding; '' when it names none. */
export function end(binding: BoardRecord, side: 'fromId' | 'toId'): RecordId {
  const id = binding[side]
  return typeof id === 'string' ? id : ''
}

/** Compares code unit by code unit: the same on every machine, whatever its language. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
