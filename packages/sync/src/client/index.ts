export { connectBoard } from './connect-board.ts'
export type { BoardConnection, ConnectionStatus, ConnectOptions } from './connection.ts'
export { canKeepCopies, clearAllLocalCopies } from './copy/local-copy.ts'
