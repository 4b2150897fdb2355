import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import { MessageType, SyncType } from './message-type.ts'
import { frameLimits } from './limits.ts'
import type { FrameLimits } from './limits.ts'
import { Reader } from './reader.ts'

/** What a client can say. */
export type ClientFrame =
  /** Sync step 1: what do I miss? */
  | { readonly kind: 'ask'; readonly stateVector: Uint8Array }
  /** Carries an update: an edit, or (step 2, `isAnswer`) what the server asked for. */
  | { readonly kind: 'write'; readonly update: Uint8Array; readonly isAnswer: boolean }
  /** Carries an update that is larger than allowed; counted like any other. */
  | { readonly kind: 'too-large-write'; readonly isAnswer: boolean }
  /** Where this client points and what it selects; see {@link decodeAwareness}. */
  | { readonly kind: 'awareness'; readonly entries: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'ephemeral'; readonly content: Uint8Array }

export type FrameRefusal = 'malformed' | 'too-large'

/** Reads one frame of a client. Never throws; the bytes may come from anybody. */
export function decodeFrame(
  bytes: Uint8Array,
  limits: FrameLimits = frameLimits,
): Result<ClientFrame, FrameRefusal> {
  try {
    const reader = new Reader(bytes)
    const frame = read(reader, limits)
    if (frame === 'malformed' || frame === 'too-large') return refuse(frame)
    reader.end()
    return ok(frame)
  } catch {
    // The reader throws on bytes that end too early or go on too long: the sender's doing.
    return refuse('malformed')
  }
}

/** A client's own things that may go together; nobody has more to say in one breath. */
const mostTogether = 8

/**
 * Reads one message of a client: a frame, or several small ones after each other ([F3]). Never
 * throws; the bytes may come from anybody.
 */
export function decodeMessage(
  bytes: Uint8Array,
  limits: FrameLimits = frameLimits,
): Result<readonly ClientFrame[], FrameRefusal> {
  try {
    const reader = new Reader(bytes)
    const frames: ClientFrame[] = []
    do {
      const frame = read(reader, limits)
      if (frame === 'malformed' || frame === 'too-large') return refuse(frame)
      frames.push(frame)
    } while (reader.remaining > 0 && frames.length < mostTogether)
    reader.end()
    return frames.length === 1 || frames.every(mayGoTogether) ? ok(frames) : refuse('malformed')
  } catch {
    return refuse('malformed')
  }
}

/** Whether bytes are a state vector, and nothing more than that. */
export function isStateVector(bytes: Uint8Array): boolean {
  try {
    const reader = new Reader(bytes)
    for (let left = reader.number(); left > 0; left--) {
      reader.number()
      reader.number()
    }
    reader.end()
    return true
  } catch {
    return false
  }
}

function mayGoTogether(frame: ClientFrame): boolean {
  const { kind } = frame
  return kind === 'awareness' || kind === 'ephemeral' || (kind === 'write' && !frame.isAnswer)
}

function read(reader: Reader, limits: FrameLimits): ClientFrame | FrameRefusal {
  switch (reader.number()) {
    case MessageType.sync:
      return readSync(reader, limits)
    case MessageType.awareness: {
      const entries = reader.bytes()
      return entries.length > limits.awareness ? 'too-large' : { kind: 'awareness', entries }
    }
    case MessageType.queryAwareness:
      return { kind: 'query-awareness' }
    case MessageType.ephemeral: {
      const content = reader.bytes()
      return content.length > limits.ephemeral ? 'too-large' : { kind: 'ephemeral', content }
    }
    default:
      return 'malformed'
  }
}

function readSync(reader: Reader, limits: FrameLimits): ClientFrame | FrameRefusal {
  const type = reader.number()
  const content = reader.bytes()
  switch (type) {
    case SyncType.ask:
      return content.length > limits.stateVector
        ? 'too-large'
        : { kind: 'ask', stateVector: content }
    case SyncType.answer:
    case SyncType.update: {
      const isAnswer = type === SyncType.answer
      const limit = isAnswer ? limits.answer : limits.update
      return content.length > limit
        ? { kind: 'too-large-write', isAnswer }
        : { kind: 'write', update: content, isAnswer }
    }
    default:
      return 'malformed'
  }
}
