export { connectBoard } from './connect-board.ts'
export type { BoardConnection, ConnectionStatus, ConnectOptions } from './connection.ts'
export { clearAllLocalCopies } from './local-copy.ts'
