export {
  awarenessEntryLimit,
  decodeAwareness,
  encodeAwareness,
  parseState,
  readAwareness,
} from './awareness.ts'
export type { AwarenessEntry } from './awareness.ts'
export { CloseCode } from './close-codes.ts'
export { decodeFrame, decodeMessage, isStateVector } from './decode.ts'
export type { ClientFrame, FrameRefusal } from './decode.ts'
export {
  encodeAnswer,
  encodeAsk,
  encodeEphemeral,
  encodeQueryAwareness,
  encodeRelayedEphemeral,
  encodeSaved,
  encodeUpdate,
} from './encode.ts'
export { decodeHello, encodeHello, protocolVersion } from './hello.ts'
export type { Access, Hello } from './hello.ts'
export { frameLimits } from './limits.ts'
export type { FrameLimits } from './limits.ts'
export { MessageType, SyncType } from './message-type.ts'
export { decodeRefused, encodeRefused } from './refused.ts'
export type { Refused } from './refused.ts'
