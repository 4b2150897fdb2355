import { ok, refuse } from '@stip/primitives'
import type { RecordId, Result } from '@stip/primitives'
import * as encoding from 'lib0/encoding'
import { MessageType } from './message-type.ts'
import { Reader } from './reader.ts'

/** Why the server did not take what this client wrote (frame 102). */
export interface Refused {
  /** A {@link CloseCode}: the code with which a client of another make would be closed. */
  readonly code: number
  /** For developers and logs; never shown. */
  readonly reason: string
  /** Which frame of this connection that carries an update it was, counted from 1. */
  readonly frame: number
  /** The records it is about; empty when it is about everything in the frame. */
  readonly records: readonly RecordId[]
}

export function encodeRefused(refused: Refused): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.refused)
    encoding.writeVarUint(encoder, refused.code)
    encoding.writeVarString(encoder, refused.reason)
    encoding.writeVarUint(encoder, refused.frame)
    encoding.writeVarUint(encoder, refused.records.length)
    for (const record of refused.records) encoding.writeVarString(encoder, record)
  })
}

/** Reads frame 102, its type included. Never throws. */
export function decodeRefused(bytes: Uint8Array): Result<Refused, 'malformed'> {
  try {
    const reader = new Reader(bytes)
    if (reader.number() !== MessageType.refused) return refuse('malformed')
    const [code, reason, frame] = [reader.number(), reader.text(), reader.number()]
    const records: RecordId[] = []
    for (let left = reader.number(); left > 0; left--) records.push(reader.text())
    reader.end()
    return ok({ code, reason, frame, records })
  } catch {
    return refuse('malformed')
  }
}
