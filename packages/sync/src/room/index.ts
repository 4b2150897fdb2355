// The way of a pen stroke through a room: `members/seat` takes the frame in, `storing/write-queue`
// holds it, `storing/judge` asks the gateway and tries it on `storing/draft`, `log/` has it on disk,
// `members/broadcast` puts together what all are told, and `members/ticker` says when.
export type { Channel, Member } from './members/channel.ts'
export { systemClock } from './clock.ts'
export type { Clock } from './clock.ts'
export { BoardNotStoredError, RoomClosedError } from './errors.ts'
export type { Gateway, Verdict } from './storing/gateway.ts'
export type { ClientLimits } from './storing/owners.ts'
export type { RateLimits } from './limits.ts'
export type { Difference } from './log/log-check.ts'
export { MemoryUpdateLog } from './log/memory-update-log.ts'
export { Room } from './room.ts'
export type { RoomOptions, Seated } from './room.ts'
export { standingOf } from './storing/standing.ts'
export type { MadeUpdate } from './storing/write-queue.ts'
export type { LogEntry, UpdateLog } from './log/update-log.ts'
