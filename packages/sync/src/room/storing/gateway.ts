import type { RecordId } from '@stip/primitives'
import type * as Y from 'yjs'
import type { Member } from '../members/channel.ts'

/** What becomes of one update. */
export type Verdict =
  /** It changes nothing; accepted from anybody. */
  | { readonly kind: 'nothing-new' }
  | {
      readonly kind: 'accepted'
      /** The Yjs client ids that wrote what is new; looked up by the room when left out. */
      readonly clients?: readonly number[]
    }
  /** With one of {@link gapReasons}, an edit is not refused: the client is asked what we miss. */
  | { readonly kind: 'refused'; readonly reason: string; readonly records: readonly RecordId[] }

/** Reasons that say: this builds on, or deletes, what the board does not have. */
export const gapReasons: ReadonlySet<string> = new Set(['gap', 'future-delete'])

/**
 * Decides what may enter a board. It reads the document and never changes it; the bytes are a
 * stranger's. Whether this member may write at all is asked of the member, not here.
 *
 * @param doc - The board as it becomes: with everything accepted before this update.
 * @param ownerOf - Whose a Yjs client id is ([R16]); the same function for as long as a room is open.
 */
export interface Gateway {
  (doc: Y.Doc, update: Uint8Array, member: Member, ownerOf: OwnerOf): Verdict
  /** The same for a large update, yielding every few milliseconds; left out: it is judged at once. */
  readonly inSteps?: (
    doc: Y.Doc,
    update: Uint8Array,
    member: Member,
    ownerOf: OwnerOf,
  ) => Generator<void, VerdictInSteps>
  /** An update of the disk in smaller ones for the same board, yielding as above; left out: it is read at once. */
  readonly inParts?: (update: Uint8Array, doc: Y.Doc) => Generator<void, Iterable<Uint8Array>>
}

/** Whose a Yjs client id is. */
export type OwnerOf = (clientId: number) => string | undefined

/** An update that was accepted comes in smaller ones, each of which stands on those before it. */
export type VerdictInSteps =
  | Exclude<Verdict, { readonly kind: 'accepted' }>
  | {
      readonly kind: 'accepted'
      readonly clients: readonly number[]
      readonly parts: () => Iterable<Uint8Array>
    }
