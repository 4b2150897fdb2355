import type { Json, RecordId } from '@stip/primitives'

/** One field that this person changed; 'gone' is true before a creation and after a deletion. */
export interface Patch {
  readonly id: RecordId
  readonly key: string
  readonly before: Json | undefined
  readonly after: Json
}
