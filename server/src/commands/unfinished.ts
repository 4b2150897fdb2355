import type { SessionId } from '@stip/primitives'
import type { After } from '../history/snapshot-keeper.ts'
import type { Services } from '../services.ts'
import type { Intent } from '../storage/stores/intent-store.ts'
import { settleCollect } from './merging/collecting.ts'
import { settleMerge } from './merging/merge-boards.ts'
import { settleCards } from './merging/bring-cards.ts'
import { settleWords } from './merging/choose-words.ts'
import { settleRestore, settleUndoRestore } from './restore-board.ts'
import { settlePutBack, settleTakeAway } from './taking-away/take-away.ts'
import { settleUndoMerge } from './merging/undo-merge.ts'

/** The pause before a store that refused is tried again; twice as long each time, in ms. */
const pauseMs = { first: 1000, longest: 60_000 }

/**
 * Brings to its end what a command began and could not end: when its change is on the board the
 * session notes it, and otherwise nothing of it happened. Only from within a turn of the session.
 *
 * @throws {Error} When a store refuses; everything is then still as it was.
 */
export async function settle(services: Services, sessionId: SessionId): Promise<void> {
  const { storage, desk } = services
  const begun = await storage.intents.find(sessionId)
  const intent = begun ?? (await leftByEarlierStip(services, sessionId))
  const session = intent && desk.find(sessionId)
  if (intent === undefined || session === undefined) return
  switch (intent.kind) {
    case 'merge':
      return settleMerge(services, session, intent)
    case 'undo-merge':
      return settleUndoMerge(services, session, intent)
    case 'restore':
      return settleRestore(services, session, intent)
    case 'undo-restore':
      return settleUndoRestore(services, session, intent)
    case 'take-away':
      await settleTakeAway(services, session, intent)
      return undefined
    case 'put-back':
      await settlePutBack(services, session, intent)
      return undefined
    case 'cards':
      return settleCards(services, session, intent)
    case 'choose-words':
      return settleWords(services, session, intent)
    case 'collect':
      return settleCollect(services, session)
    default:
      return intent satisfies never
  }
}

/** Merges were announced in a table of their own before there were intents. */
async function leftByEarlierStip(
  { storage }: Services,
  sessionId: SessionId,
): Promise<Intent | undefined> {
  const merge = await storage.merges.planned(sessionId)
  return merge && { kind: 'merge', key: undefined, number: merge.number, merge: undefined }
}

interface UnfinishedOptions {
  readonly services: () => Services
  readonly after: After
  readonly tellError: (error: unknown) => void
}

/** Tries again, until stores are well, what could not be brought to its end. */
export class Unfinished {
  readonly #options: UnfinishedOptions
  readonly #waiting = new Map<SessionId, () => void>()
  #isClosed = false

  constructor(options: UnfinishedOptions) {
    this.#options = options
  }

  /** Settles what the last process left. */
  async atStart(): Promise<void> {
    const { storage } = this.#options.services()
    const planned = await storage.merges.plannedSessions()
    for (const sessionId of new Set([...(await storage.intents.sessions()), ...planned])) {
      // One at a time: this is rare, and each may concern the same board.
      // oxlint-disable-next-line no-await-in-loop
      await this.settleInTurn(sessionId)
    }
  }

  /** Settles in a turn of the session, now or later; never rejects. */
  async settleInTurn(sessionId: SessionId, waitMs: number = pauseMs.first): Promise<void> {
    const { desk } = this.#options.services()
    try {
      await desk.inTurn(sessionId, () => this.settleOrWait(sessionId, waitMs))
    } catch (error) {
      this.#options.tellError(error)
      this.#tryLater(sessionId, waitMs)
    }
  }

  /** Settles, now or later; never rejects. Only from within a turn of the session. */
  async settleOrWait(sessionId: SessionId, waitMs: number = pauseMs.first): Promise<void> {
    try {
      await settle(this.#options.services(), sessionId)
    } catch (error) {
      this.#options.tellError(error)
      this.#tryLater(sessionId, waitMs)
    }
  }

  close(): void {
    this.#isClosed = true
    for (const stop of this.#waiting.values()) stop()
  }

  #tryLater(sessionId: SessionId, waitMs: number): void {
    if (this.#isClosed || this.#waiting.has(sessionId)) return
    const { after } = this.#options
    const again = (): void => {
      this.#waiting.delete(sessionId)
      const nextMs = Math.min(2 * waitMs, pauseMs.longest)
      void this.settleInTurn(sessionId, nextMs)
    }
    this.#waiting.set(sessionId, after(waitMs, again))
  }
}
