import type { Access } from '../protocol/index.ts'
import type { ConnectionStatus } from './connection.ts'

/** What is known of a connection. */
export interface ConnectionFacts {
  readonly isClosed: boolean
  /** The server cannot open the board: what it had stored is damaged. */
  readonly isDamaged: boolean
  readonly isRefused: boolean
  readonly line: 'first-try' | 'open' | 'lost'
  /** Both sides have what the other had, and the server has ours on disk. */
  readonly isInStep: boolean
  readonly access: Access | undefined
  readonly unsavedCount: number
}

/** What a person is told about a connection: the most serious thing first. */
export function statusOf(facts: ConnectionFacts): ConnectionStatus {
  if (facts.isRefused) return 'refused'
  if (facts.isDamaged) return 'damaged'
  if (facts.isClosed) return 'closed'
  if (facts.line === 'first-try') return 'connecting'
  if (facts.line === 'lost') return 'offline'
  if (facts.access === 'read' || facts.access === 'paused') return 'read-only'
  if (!facts.isInStep) return 'syncing'
  return facts.unsavedCount > 0 ? 'saving' : 'saved'
}
