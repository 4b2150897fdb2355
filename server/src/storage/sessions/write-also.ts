import type { SessionId } from '@stip/primitives'
import type { AlsoWritten } from '../../sessions/also-written.ts'
import type { AnswerStore } from '../stores/answer-store.ts'
import type { AtOnce } from '../stores/at-once.ts'
import type { BallotStore } from '../stores/ballot-store.ts'
import type { Brought } from '../stores/brought.ts'
import type { CommandStore } from '../stores/command-store.ts'
import type { EntryStore } from '../stores/entry-store.ts'
import type { GrantStore } from '../stores/grant-store.ts'
import type { IntentStore } from '../stores/intent-store.ts'
import type { MergeStore } from '../stores/merge-store.ts'
import type { MomentStore } from '../stores/moment-store.ts'
import type { VersionStore } from '../stores/version-store.ts'

/** What is written together with a session. */
export interface WrittenTogether {
  readonly commands: AtOnce<CommandStore>
  readonly answers: AtOnce<AnswerStore>
  readonly entries: AtOnce<EntryStore>
  readonly grants: AtOnce<GrantStore>
  readonly intents: AtOnce<IntentStore>
  readonly merges: AtOnce<MergeStore>
  readonly moments: AtOnce<MomentStore>
  readonly versions: AtOnce<VersionStore>
  readonly ballots: AtOnce<BallotStore>
  /** Writes what an archive brought. */
  readonly bring: (sessionId: SessionId, brought: Brought) => void
}

/** Writes what belongs to what happened in a session. Only from within the transaction that stores that. */
export function writeAlso(tables: WrittenTogether, sessionId: SessionId, also: AlsoWritten): void {
  switch (also.kind) {
    case 'command-answered':
      return tables.commands.keepAnswer(sessionId, also.key, also.answer)
    case 'request-answered':
      return tables.answers.add(also.answer)
    case 'grant-given':
      return tables.grants.add(also.grant, also.linkVersion)
    case 'grant-taken':
      return tables.grants.remove(also.grant)
    case 'grants-of-people-taken':
      return tables.grants.removeOfPeople(sessionId, also.people)
    case 'codes-retired':
      return tables.entries.retireCodes(sessionId, also.at)
    case 'code-given': {
      const { code, expiresAt } = also
      if (tables.entries.addCode(code, { sessionId, expiresAt })) return undefined
      throw new Error('The join code is of another session.')
    }
    case 'link-renewed':
      return tables.entries.raiseLinkVersion(sessionId, also.role)
    case 'intent-begun':
      return tables.intents.record(sessionId, also.intent)
    case 'intent-ended':
      return tables.intents.remove(sessionId)
    case 'merge-planned':
      return tables.merges.plan(also.merge)
    case 'merge-settled':
      return tables.merges.settle({ sessionId, number: also.number }, also.state)
    case 'merge-dropped':
      return tables.merges.drop({ sessionId, number: also.number })
    case 'moment-dropped':
      return tables.moments.drop(also.boardId, also.moment)
    case 'restore-begun':
      return beginRestore(tables, sessionId, also)
    case 'restore-undone':
      return tables.moments.setApplied(also.boardId, also.moment, undefined)
    case 'version-saved':
      return tables.versions.add(sessionId, also.version, also.pictures)
    case 'ballots-begun':
      return tables.ballots.begin(sessionId, also.questionId, also.secret)
    case 'ballots-closed':
    case 'ballots-reopened':
      return tables.ballots.setOpen(also.questionId, also.kind === 'ballots-reopened')
    case 'archive-brought':
      return tables.bring(sessionId, also.brought)
    case 'ballots-destroyed':
      return tables.ballots.destroy(also.questionId)
    default:
      return also satisfies never
  }
}

function beginRestore(
  { moments, intents }: WrittenTogether,
  sessionId: SessionId,
  { pressed, boardId, moment, changed, applied }: AlsoWritten & { readonly kind: 'restore-begun' },
): void {
  const number = moments.add(boardId, moment)
  if (applied !== undefined) moments.setApplied(boardId, number, applied)
  intents.record(sessionId, { ...pressed, kind: 'restore', boardId, moment: number, changed })
}
