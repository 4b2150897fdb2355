import type {
  AppliedWrite,
  BoardChanges,
  BoardRecord,
  CardName,
  CollectPlace,
  MergeGroup,
  MergeSummary,
  WordsChoice,
} from '@stip/board'
import type { BoardId, RecordId, SessionId } from '@stip/primitives'
import type { Applied } from '../storage/stores/applied.ts'
import type { Failure } from '../storage/log/log-messages.ts'
import type { ExportFormat } from './board-file.ts'

/** What the thread of boards is asked; each is answered once, with the same id. */
export type BoardQuestion = { readonly id: number } & (
  | FileWanted
  | MomentWanted
  | ChangeWanted
  | NewsWanted
  | WholeWanted
)

/** A board as a file. */
export interface FileWanted {
  readonly kind: 'file'
  readonly boardId: BoardId
  readonly sessionId: SessionId
  readonly format: ExportFormat
  /** Of what was made of it before; see {@link FileMade}. */
  readonly knownVersion: string | undefined
}

/** What stands on a board, to be kept. */
export interface MomentWanted {
  readonly kind: 'moment'
  readonly boardId: BoardId
  /** Of the moment that was kept last. */
  readonly knownDigest: Uint8Array | undefined
}

/** All that a board is, for an archive. */
export interface WholeWanted {
  readonly kind: 'whole'
  readonly boardId: BoardId
}

/** An edit of a board by the server. */
export interface ChangeWanted {
  readonly kind: 'change'
  readonly boardId: BoardId
  /** The Yjs client id to write with. */
  readonly clientId: number
  readonly change: Change
}

/** What merging, or collecting, would bring to the vision now; nothing is written. */
export interface NewsWanted {
  readonly kind: 'news'
  readonly boardId: BoardId
  readonly change: Extract<Change, { readonly kind: 'merge' | 'collect' }>
}

/** Which edit; `applied` is what an earlier one did. */
export type Change =
  | {
      readonly kind: 'merge'
      readonly number: number
      readonly boards: readonly { readonly board: BoardId; readonly group: MergeGroup }[]
    }
  | ({ readonly kind: 'collect' } & Collecting)
  | ({ readonly kind: 'fill' } & Collecting)
  | ({
      readonly kind: 'bring-cards'
      readonly cards: readonly CardName[]
      readonly to: RecordId | undefined
    } & Collecting)
  | { readonly kind: 'put-cards-back'; readonly cards: readonly CardName[] }
  | {
      readonly kind: 'choose-words'
      readonly record: RecordId
      readonly choice: WordsChoice | 'open'
    }
  | { readonly kind: 'undo-merge' | 'undo-restore'; readonly applied: Applied }
  | { readonly kind: 'restore'; readonly records: Uint8Array }

/** What the vision, or the one board of a group, is to take of which boards. */
export interface Collecting {
  readonly number: number
  readonly boards: readonly { readonly board: BoardId; readonly group: MergeGroup }[]
  readonly places: readonly CollectPlace[]
}

/** What it answers. */
export type BoardAnswer = { readonly id: number } & (
  | FileMade
  | MomentMade
  | ChangeMade
  | NewsMade
  | WholeMade
  | { readonly kind: 'same' }
  | { readonly kind: 'failed'; readonly failure: Failure }
)

export interface FileMade {
  readonly kind: 'file'
  /** Tells whether a board is as it was. */
  readonly version: string
  readonly bytes: Uint8Array
}

export interface NewsMade {
  readonly kind: 'news'
  readonly boards: readonly BoardChanges[]
}

export interface MomentMade extends Standing {
  readonly kind: 'moment'
}

/** What stands on a board at a moment, as it is kept. */
export interface Standing {
  /** Tells whether two moments are the same board. */
  readonly digest: Uint8Array
  /** How far the Yjs clients of the board were: a state vector. */
  readonly clocks: Uint8Array
  /** Compressed. */
  readonly records: Uint8Array
}

/** A board as it is on the disk. */
export interface WholeMade {
  readonly kind: 'whole'
  /** What replays to it, without how it came to be. */
  readonly update: Uint8Array
  /** How many clocks each Yjs client has used. */
  readonly clocks: readonly (readonly [client: number, clock: number])[]
  readonly owners: readonly (readonly [client: number, owner: string])[]
  /** What is to be seen of it. */
  readonly records: readonly BoardRecord[]
  /** Its notes, as a table. */
  readonly csv: string
}

export interface ChangeMade {
  readonly kind: 'change'
  /** How many records change; with none there are no bytes. */
  readonly count: number
  readonly update: Uint8Array
  readonly parts: readonly Uint8Array[]
  /** How far the board was before it: an encoded state vector. */
  readonly base: Uint8Array
  /** The whole board after it. */
  readonly whole: Uint8Array
  /** What it does to every record. */
  readonly applied: Applied
  /** Some of it, to tell later whether it reached the board. */
  readonly witnesses: readonly AppliedWrite[]
  /** Of a merge. */
  readonly summary: MergeSummary | undefined
  /** Of a restore: the board just before it. */
  readonly before: Standing | undefined
}
