import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import type { Member } from './channel.ts'

/** What becomes of one update. */
export type Verdict =
  /** It changes nothing; accepted from anybody. */
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string; readonly records: readonly RecordId[] }

/**
 * Decides what may enter a board. It reads the document and never changes it; the bytes are a
 * stranger's. Whether this member may write at all is asked of the member, not here.
 *
 * @param doc - The board as it becomes: with everything accepted before this update.
 */
export type Gateway = (doc: Y.Doc, update: Uint8Array, member: Member) => Verdict
