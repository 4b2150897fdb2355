import * as syncCore from '@tldraw/sync-core'

/** A change of one value: set it, change it inside, add to it, or take it away. */
export type ValueOp =
  | readonly ['put', unknown]
  | readonly ['patch', ObjectDiff]
  | readonly ['append', unknown, number]
  | readonly ['delete']
export type ObjectDiff = Readonly<Record<string, ValueOp>>
export type RecordOp =
  | readonly ['put', AnyRecord]
  | readonly ['patch', ObjectDiff]
  | readonly ['remove']
/** Changes by record id. */
export type Diff = Readonly<Record<string, RecordOp>>

export interface AnyRecord {
  readonly id: string
  readonly typeName: string
  readonly [key: string]: unknown
}

export type DataEvent =
  | { readonly type: 'patch'; readonly diff: Diff }
  | {
      readonly type: 'push_result'
      readonly action: 'discard' | 'commit' | { readonly rebaseWithDiff: Diff }
    }

/** What the server says, as far as somebody who draws has to understand it. */
export type ServerEvent =
  | { readonly type: 'connect'; readonly diff: Diff }
  | { readonly type: 'data'; readonly data: readonly DataEvent[] }
  | { readonly type: 'pong' | 'custom' | 'incompatibility_error' }
  | DataEvent

// The package exports these, but leaves them out of its types.
const untyped = syncCore as unknown as {
  applyObjectDiff<Changed>(object: Changed, diff: ObjectDiff): Changed
  getTlsyncProtocolVersion(): number
}
/** A record with a change worked into it. */
export function applyObjectDiff(record: AnyRecord, diff: ObjectDiff): AnyRecord {
  return untyped.applyObjectDiff(record, diff)
}
export const protocolVersion = untyped.getTlsyncProtocolVersion()
