import { BoardSession } from './board-session.ts'
import type { SharedBoardOptions } from './shared-board.ts'

const lives = new Map<string, BoardSession>()

/**
 * The life of a board on this page. Whoever asks for the same board as the same person shares it,
 * and with it the document and the connection.
 */
export function boardSession(options: SharedBoardOptions): BoardSession {
  const { sessionId, boardId, role, store = true } = options
  const name = [sessionId, boardId, role, store].join(' ')
  const life = lives.get(name) ?? new BoardSession(options)
  // A life in which nobody looks holds next to nothing, so none is ever taken away.
  lives.set(name, life)
  return life
}
