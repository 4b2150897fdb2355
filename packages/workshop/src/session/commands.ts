import type { BoardId, GroupId, PersonId } from '@stip/primitives'
import type { Background } from '../steps/agenda.ts'
import type { WallChoice } from './session.ts'

/** What a facilitator can ask of a session. `decide` says what becomes of it. */
export type Command =
  /** Next, back, or straight to a step; opening a step for the first time adds its area to the boards. */
  | { readonly type: 'go-to-step'; readonly position: number }
  | { readonly type: 'add-minutes'; readonly minutes: number }
  | { readonly type: 'pause-clock' }
  | { readonly type: 'resume-clock' }
  | { readonly type: 'mix-groups' }
  | { readonly type: 'undo-mix' }
  | { readonly type: 'move-person'; readonly personId: PersonId; readonly groupId: GroupId }
  /** "+ persoon zonder telefoon" */
  | { readonly type: 'add-person'; readonly name: string; readonly background: Background }
  /** Somebody who chose the wrong role, or whose role was not asked. Their group stays. */
  | {
      readonly type: 'change-background'
      readonly personId: PersonId
      readonly background: Background
    }
  | { readonly type: 'remove-person'; readonly personId: PersonId }
  | { readonly type: 'restore-person'; readonly personId: PersonId }
  /** Everybody whose screen never opened goes off the list. */
  | { readonly type: 'remove-unseen-people' }
  | { readonly type: 'rename-group'; readonly groupId: GroupId; readonly name: string }
  | { readonly type: 'rename-session'; readonly title: string }
  | { readonly type: 'show-names'; readonly on: boolean }
  | { readonly type: 'allow-images'; readonly on: boolean }
  | { readonly type: 'only-notes'; readonly on: boolean }
  | { readonly type: 'spotlight'; readonly boardId: BoardId | null }
  | { readonly type: 'show-on-wall'; readonly choice: WallChoice }
  | { readonly type: 'turn-wall-page'; readonly page: number }
  | { readonly type: 'end-session' }
  | { readonly type: 'reopen-session' }

/** Why a command was not carried out. Stable words; screens translate them. */
export type CommandRefusal =
  /** The sender looked at an older revision, and what changed since matters to this command. */
  | 'session-has-moved-on'
  | 'session-is-over'
  | 'session-is-not-over'
  | 'no-such-step'
  | 'no-such-person'
  | 'no-such-group'
  | 'no-such-board'
  | 'no-clock'
  | 'nobody-to-mix'
  | 'nothing-to-undo'
  | 'text-too-long'
  | 'text-missing'
  | 'session-is-full'
