import type { SessionId } from '@stip/primitives'
import type { AlsoWritten } from '../sessions/also-written.ts'
import type { AnswerStore } from './answer-store.ts'
import type { CommandStore } from './command-store.ts'
import type { EntryStore } from './entry-store.ts'
import type { GrantStore } from './grant-store.ts'
import type { IntentStore } from './intent-store.ts'
import type { MergeStore } from './merge-store.ts'
import type { MomentStore } from './moment-store.ts'

/** The stores that are written together with a session. */
interface Stores {
  readonly commands: CommandStore
  readonly answers: AnswerStore
  readonly entries: EntryStore
  readonly grants: GrantStore
  readonly intents: IntentStore
  readonly merges: MergeStore
  readonly moments: MomentStore
}

/** Writes what belongs to what happened in a session. Only from within the transaction that stores that. */
export function writeAlso(stores: Stores, sessionId: SessionId, also: AlsoWritten): void {
  switch (also.kind) {
    case 'command-answered':
      return stores.commands.keepAnswer(sessionId, also.key, also.answer)
    case 'request-answered':
      return stores.answers.add(also.answer)
    case 'grant-given':
      return stores.grants.add(also.grant, also.linkVersion)
    case 'grants-of-people-taken':
      return stores.grants.removeOfPeople(sessionId, also.people)
    case 'code-given': {
      const { code, expiresAt } = also
      if (stores.entries.addCode(code, { sessionId, expiresAt })) return undefined
      throw new Error('The join code is of another session.')
    }
    case 'intent-begun':
      return stores.intents.record(sessionId, also.intent)
    case 'intent-ended':
      return stores.intents.remove(sessionId)
    case 'merge-settled':
      return stores.merges.settle(also.merge, also.state)
    case 'merge-dropped':
      return stores.merges.drop(also.merge)
    case 'moment-dropped':
      return stores.moments.drop(also.boardId, also.moment)
    case 'restore-undone':
      return stores.moments.setApplied(also.boardId, also.moment, undefined)
    default:
      return also satisfies never
  }
}
