import { BoardLine } from './board-line.ts'
import type { BoardConnection, ConnectOptions } from './connection.ts'

/**
 * Keeps a document equal to a board on the server, until it is destroyed: over lost lines,
 * restarts of the server and (with a `storeKey`) reloads of the page.
 */
export function connectBoard(options: ConnectOptions): BoardConnection {
  return new BoardLine(options)
}
