import type { BoardId, PersonId } from '@stip/primitives'
import type { KeptAnswer } from '../storage/answer-store.ts'
import type { Grant } from '../storage/grant-store.ts'
import type { Intent } from '../storage/intent-store.ts'
import type { StoredMerge } from '../storage/merge-store.ts'

/**
 * What is on disk together with what happened in a session, or not at all. Data and no callback, so that
 * a store may be somewhere else and take its time.
 */
export type AlsoWritten =
  /** What a command was answered, so that the same key is carried out once. */
  | { readonly kind: 'command-answered'; readonly key: string; readonly answer: object }
  /** What a request with a key was answered. */
  | { readonly kind: 'request-answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'grant-given'; readonly grant: Grant; readonly linkVersion: number }
  | { readonly kind: 'grants-of-people-taken'; readonly people: readonly PersonId[] }
  | { readonly kind: 'code-given'; readonly code: string; readonly expiresAt: number }
  /** Something is about to be done to boards. */
  | { readonly kind: 'intent-begun'; readonly intent: Intent }
  | { readonly kind: 'intent-ended' }
  | {
      readonly kind: 'merge-settled'
      readonly merge: StoredMerge
      readonly state: 'done' | 'undone'
    }
  /** It never reached the board. */
  | { readonly kind: 'merge-dropped'; readonly merge: StoredMerge }
  | { readonly kind: 'moment-dropped'; readonly boardId: BoardId; readonly moment: number }
  /** A restore was taken back: it cannot be once more. */
  | { readonly kind: 'restore-undone'; readonly boardId: BoardId; readonly moment: number }

/** That a command was answered; nothing for what an earlier Stip left, which has no key. */
export function commandAnswered(key: string | undefined, answer: object): readonly AlsoWritten[] {
  return key === undefined ? [] : [{ kind: 'command-answered', key, answer }]
}

/** That what was begun on boards has come to its end. */
export const intentEnded: AlsoWritten = { kind: 'intent-ended' }
