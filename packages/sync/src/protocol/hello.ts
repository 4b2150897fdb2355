import { ok, refuse } from '@stip/primitives'
import type { Result } from '@stip/primitives'
import * as encoding from 'lib0/encoding'
import { MessageType } from './message-type.ts'
import { Reader } from './reader.ts'

/** The version of our own frames; a client that speaks an older one becomes read-only. */
export const protocolVersion = 1

/**
 * What a member may do now. 'paused' is a writer on a board that cannot be stored at the
 * moment (disk full): keep what you have, write nothing new, you will be told.
 */
export type Access = 'read' | 'write' | 'paused'

/** What our own client is told on joining, and again whenever its access changes (frame 103). */
export interface Hello {
  readonly protocol: number
  /** The version of the board document's layout. */
  readonly schema: number
  /** Raised when a board was compacted or restored: an older copy does not fit any more. */
  readonly generation: number
  readonly access: Access
}

const accesses: readonly Access[] = ['read', 'write', 'paused']

export function encodeHello(hello: Hello): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.hello)
    encoding.writeVarUint(encoder, hello.protocol)
    encoding.writeVarUint(encoder, hello.schema)
    encoding.writeVarUint(encoder, hello.generation)
    encoding.writeVarUint(encoder, accesses.indexOf(hello.access))
  })
}

/**
 * Reads frame 103, its type included. Never throws. What a later version adds at the end is
 * skipped, so that an older client can still read that it is older.
 */
export function decodeHello(bytes: Uint8Array): Result<Hello, 'malformed'> {
  try {
    const reader = new Reader(bytes)
    if (reader.number() !== MessageType.hello) return refuse('malformed')
    const [protocol, schema, generation] = [reader.number(), reader.number(), reader.number()]
    const access = accesses[reader.number()]
    if (access === undefined) return refuse('malformed')
    return ok({ protocol, schema, generation, access })
  } catch {
    return refuse('malformed')
  }
}
