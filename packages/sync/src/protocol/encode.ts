import * as encoding from 'lib0/encoding'
import { MessageType, SyncType } from './message-type.ts'

/** Sync step 1: the other side answers with everything that this state vector lacks. */
export function encodeAsk(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SyncType.ask, stateVector)
}

/** Sync step 2: what the other side asked for. */
export function encodeAnswer(update: Uint8Array): Uint8Array {
  return syncFrame(SyncType.answer, update)
}

/** An edit. */
export function encodeUpdate(update: Uint8Array): Uint8Array {
  return syncFrame(SyncType.update, update)
}

/** Asks for the awareness of everybody. */
export function encodeQueryAwareness(): Uint8Array {
  return frame(MessageType.queryAwareness, () => undefined)
}

/** `count` sync frames of this connection that carry an update are on disk. */
export function encodeSaved(count: number): Uint8Array {
  // Said to every writer in every tick; most counts fit in two bytes.
  if (count < 0x4000) {
    return count < 0x80
      ? Uint8Array.of(MessageType.saved, count)
      : Uint8Array.of(MessageType.saved, (count & 0x7f) | 0x80, count >> 7)
  }
  return frame(MessageType.saved, (encoder) => encoding.writeVarUint(encoder, count))
}

/** Something to show and forget, as a client sends it. */
export function encodeEphemeral(content: Uint8Array): Uint8Array {
  return frame(MessageType.ephemeral, (encoder) => encoding.writeVarUint8Array(encoder, content))
}

/** The same as the room passes it on, with the number it gave to the trail. */
export function encodeRelayedEphemeral(trail: number, content: Uint8Array): Uint8Array {
  return frame(MessageType.ephemeral, (encoder) => {
    encoding.writeVarUint(encoder, trail)
    encoding.writeVarUint8Array(encoder, content)
  })
}

/** Copies the content once: it may be a whole board. */
function syncFrame(type: number, content: Uint8Array): Uint8Array {
  const head = frame(MessageType.sync, (encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, content.length)
  })
  const bytes = new Uint8Array(head.length + content.length)
  bytes.set(head)
  bytes.set(content, head.length)
  return bytes
}

function frame(type: MessageType, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    write(encoder)
  })
}
