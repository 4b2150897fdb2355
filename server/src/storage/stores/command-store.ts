import type { SessionId } from '@stip/primitives'

/** Keeps what commands were answered, so that the same key is carried out once. */
export interface CommandStore {
  keepAnswer(sessionId: SessionId, key: string, answer: object): Promise<void>
  findAnswer(sessionId: SessionId, key: string): Promise<unknown>
}
