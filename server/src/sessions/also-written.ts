import type { BoardId, PersonId } from '@stip/primitives'
import type { LinkRole } from '../identity/link-secrets.ts'
import type { Applied } from '../storage/stores/applied.ts'
import type { KeptAnswer } from '../storage/stores/answer-store.ts'
import type { Grant, GrantName } from '../storage/stores/grant-store.ts'
import type { Brought } from '../storage/stores/brought.ts'
import type { Intent, Pressed } from '../storage/stores/intent-store.ts'
import type { StoredMerge } from '../storage/stores/merge-store.ts'
import type { NewMoment } from '../storage/stores/moment-store.ts'
import type { KeptPicture, KeptVersion } from '../storage/stores/version-store.ts'

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
  | { readonly kind: 'grant-taken'; readonly grant: GrantName }
  /** The codes of before are worth nothing from then on. */
  | { readonly kind: 'codes-retired'; readonly at: number }
  | { readonly kind: 'code-given'; readonly code: string; readonly expiresAt: number }
  | { readonly kind: 'link-renewed'; readonly role: LinkRole }
  /** Something is about to be done to boards. */
  | { readonly kind: 'intent-begun'; readonly intent: Intent }
  | { readonly kind: 'intent-ended' }
  /** What a merge is about to do. */
  | { readonly kind: 'merge-planned'; readonly merge: StoredMerge }
  | {
      readonly kind: 'merge-settled'
      readonly number: number
      readonly state: 'done' | 'undone'
    }
  /** It never reached the board. */
  | { readonly kind: 'merge-dropped'; readonly number: number }
  /** A board is about to be put back: how it is now is kept, and the intent says under which number. */
  | {
      readonly kind: 'restore-begun'
      readonly pressed: Pressed
      readonly boardId: BoardId
      readonly moment: NewMoment
      readonly changed: number
      /** What it is about to do to the board; undefined when that is nothing. */
      readonly applied: Applied | undefined
    }
  | { readonly kind: 'moment-dropped'; readonly boardId: BoardId; readonly moment: number }
  /** A restore was taken back: it cannot be once more. */
  | { readonly kind: 'restore-undone'; readonly boardId: BoardId; readonly moment: number }
  /** A version of the vision, which never changes from then on. */
  | {
      readonly kind: 'version-saved'
      readonly version: KeptVersion
      readonly pictures: readonly KeptPicture[]
    }
  /** A question takes ballots; the secret says whose they are. */
  | { readonly kind: 'ballots-begun'; readonly questionId: string; readonly secret: Uint8Array }
  | { readonly kind: 'ballots-closed' | 'ballots-reopened'; readonly questionId: string }
  /** With the secret. */
  | { readonly kind: 'ballots-destroyed'; readonly questionId: string }
  /** What an archive holds beside its session. */
  | { readonly kind: 'archive-brought'; readonly brought: Brought }

/** That a command was answered; nothing for what an earlier Stip left, which has no key. */
export function commandAnswered(key: string | undefined, answer: object): readonly AlsoWritten[] {
  return key === undefined ? [] : [{ kind: 'command-answered', key, answer }]
}

/** That what was begun on boards has come to its end. */
export const intentEnded: AlsoWritten = { kind: 'intent-ended' }
