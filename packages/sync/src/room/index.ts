export type { Channel, Member } from './channel.ts'
export type { LogEntry, UpdateLog } from './update-log.ts'
