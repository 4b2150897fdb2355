import type { AppliedWrite, MergeSummary, WordsChoice } from '@stip/board'
import type { BoardId, RecordId, SessionId } from '@stip/primitives'
import type { AskedBy, TakenRecord } from '@stip/workshop'

/** What a command goes by until it is carried out, by which start of the server that may be. */
export interface Pressed {
  /** The key of the command; undefined for what an earlier Stip left. */
  readonly key: string | undefined
  /** Who gave it; absent in what an earlier Stip left. */
  readonly asked?: AskedBy | undefined
}

/** What a command is about to do to a board and to the session: two files, which no transaction spans. */
export type Intent = Pressed &
  (
    | {
        readonly kind: 'merge'
        readonly number: number
        readonly merge: MergeSummary | undefined
        /** Leads nobody to the vision. */
        readonly isQuiet?: boolean | undefined
      }
    | {
        readonly kind: 'undo-merge'
        readonly number: number
        /** Some of what it does to the vision: enough to tell whether it got there. */
        readonly applied: readonly AppliedWrite[]
        /** The same of the board on which all boards stand beside each other, which goes first. */
        readonly beside?: readonly AppliedWrite[] | undefined
      }
    /** The vision is to collect what the step takes; doing it again does nothing twice. */
    | { readonly kind: 'collect' }
    /** Cards are to come onto the vision, or to go off it. */
    | {
        readonly kind: 'cards'
        readonly did: 'brought' | 'put-back'
        readonly count: number
        /** Some of what it does to the vision: enough to tell whether it got there. */
        readonly applied: readonly AppliedWrite[]
      }
    /** Of words that the vision and a group both changed, one is to stand, or they are a question again. */
    | {
        readonly kind: 'choose-words'
        readonly record: RecordId
        readonly words: WordsChoice | 'open'
      }
    /** What the session says was taken away is to leave the boards. */
    | { readonly kind: 'take-away'; readonly takenAway: string }
    /** What the session no longer says was taken away is to come back on the boards. */
    | { readonly kind: 'put-back'; readonly records: readonly TakenRecord[] }
    | {
        readonly kind: 'restore'
        readonly boardId: BoardId
        /** The moment just before. */
        readonly moment: number
        readonly changed: number
      }
    | {
        readonly kind: 'undo-restore'
        readonly boardId: BoardId
        readonly moment: number
        readonly applied: readonly AppliedWrite[]
      }
  )

/** Keeps what is being carried out; of one session at most one thing at a time. */
export interface IntentStore {
  /** In place of what was there. */
  record(sessionId: SessionId, intent: Intent): Promise<void>
  find(sessionId: SessionId): Promise<Intent | undefined>
  remove(sessionId: SessionId): Promise<void>
  /** Sessions in which something was begun and not ended. */
  sessions(): Promise<readonly SessionId[]>
}
