import type { BoardId, SessionId } from '@stip/primitives'
import type { Decision, Session } from '@stip/workshop'
import { actorText } from '../../sessions/actor-text.ts'
import type { AlsoWritten } from '../../sessions/also-written.ts'
import { isCounting } from '../../sessions/session-log.ts'
import type { KeptEvent, SessionLog } from '../../sessions/session-log.ts'
import { bodyOf, keptEvent, sessionOf } from './session-rows.ts'
import { sessionText } from './session-state.ts'
import type { SessionRowStore } from '../tables/session-table.ts'

/** Whenever so many events came, the whole session is stored again, so that opening it replays no more than that. */
const WHOLE_EVERY = 200

/** Keeps sessions in rows, which may be in another thread. */
export class SqliteSessionLog implements SessionLog {
  readonly #rows: SessionRowStore

  constructor(rows: SessionRowStore) {
    this.#rows = rows
  }

  create(session: Session, also: readonly AlsoWritten[]): Promise<void> {
    const { id, revision, boards } = session
    const state = sessionText(session)
    return this.#rows.create({ id, revision, state, boards: boards.map((board) => board.id) }, also)
  }

  adopt(
    session: Session,
    events: readonly KeptEvent[],
    also: readonly AlsoWritten[],
  ): Promise<void> {
    const { id, revision, sequence, boards } = session
    const adopted = {
      id,
      revision,
      sequence,
      state: sessionText(session),
      boards: boards.map((board) => board.id),
      events: events.map(({ event, by, who, ...row }) => ({
        ...row,
        at: Math.floor(row.at),
        actor: actorText({ by, who }),
        type: event.type,
        body: bodyOf(event),
      })),
    }
    return this.#rows.adopt(adopted, also)
  }

  append({ session, events, by, who, at }: Decision, also: readonly AlsoWritten[]): Promise<void> {
    const { id, revision, sequence } = session
    const first = sequence - events.length
    const isTime = Math.floor(first / WHOLE_EVERY) < Math.floor(sequence / WHOLE_EVERY)
    const added = {
      id,
      revision,
      first,
      at,
      actor: actorText({ by, who }),
      events: events.map((event) => ({ type: event.type, body: bodyOf(event) })),
      boards: events.flatMap((event) => (event.type === 'board-opened' ? [event.board.id] : [])),
      isCounting: isCounting(session),
      whole: isTime ? sessionText(session) : undefined,
    }
    return this.#rows.append(added, also)
  }

  write(sessionId: SessionId, also: readonly AlsoWritten[]): Promise<void> {
    return this.#rows.write(sessionId, also)
  }

  async read(sessionId: SessionId): Promise<Session | undefined> {
    const stored = await this.#rows.stored(sessionId)
    return stored && sessionOf(stored)
  }

  async eventsOf(sessionId: SessionId): Promise<readonly KeptEvent[]> {
    return (await this.#rows.events(sessionId)).map(keptEvent)
  }

  sessionOfBoard(boardId: BoardId): Promise<SessionId | undefined> {
    return this.#rows.sessionOfBoard(boardId)
  }

  counting(): Promise<readonly SessionId[]> {
    return this.#rows.counting()
  }
}
