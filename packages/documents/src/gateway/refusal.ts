import { StipError } from '@stip/primitives'
import type { RecordId } from '@stip/primitives'

/** Why an update may not enter a board. Part of our contract: it appears in logs. */
export type RefusalReason =
  | 'too-large'
  | 'too-much-work'
  | 'malformed'
  | 'other-encoding'
  | 'bytes-left-over'
  | 'gap'
  | 'future-delete'
  | 'unknown-root'
  | 'unknown-content'
  | 'removes-record'
  | 'overwrites-record'
  | 'server-only'
  | 'template-record'
  | 'record-without-base'
  | 'board-is-full'
  | 'board-is-used-up'
  | 'share-is-used-up'
  | 'record-is-full'
  | 'unknown-parent'
  | 'parent-circle'
  | 'unknown-end'
  | 'zone-of-a-person'
  | 'not-marked'
  | 'images-not-allowed'
  | 'hidden-image'
  | 'notes-only'
  | 'text-too-long'
  | 'too-deep'
  | 'misplaced-element'
  | `invalid: ${string}`

/** Stops the reading of an update; caught where reading began, never seen outside this folder. */
export class UpdateRefusedError extends StipError {
  override readonly name = 'UpdateRefusedError'
  readonly code = 'STIP_UPDATE_REFUSED'
  readonly reason: RefusalReason
  readonly record: RecordId | undefined

  constructor(reason: RefusalReason, record?: RecordId) {
    super(`The update may not enter the board: ${reason}.`)
    this.reason = reason
    this.record = record
  }
}
