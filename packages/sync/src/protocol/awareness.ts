import { ok, refuse } from '@stip/primitives'
import type { JsonObject, Result } from '@stip/primitives'
import * as encoding from 'lib0/encoding'
import { MessageType } from './message-type.ts'
import { Reader } from './reader.ts'

/** What one client says about itself: cursor, selection, view. */
export interface AwarenessEntry {
  readonly clientId: number
  /** Higher is newer. */
  readonly clock: number
  /** Undefined: this client is gone, or wants not to be seen. */
  readonly state: JsonObject | undefined
}

/** The most that one client may say about itself, in bytes. */
export const awarenessEntryLimit = 4 * 1024

/**
 * Reads the content of an awareness frame. Entries that are too large or no JSON object are left
 * out: the frame may be an echo, so that it is somebody else's fault. Never throws.
 *
 * @param isWanted - Asked before an entry is parsed, because most of an echo is of no use.
 */
export function decodeAwareness(
  content: Uint8Array,
  isWanted: (clientId: number) => boolean = () => true,
): Result<readonly AwarenessEntry[], 'malformed'> {
  try {
    const reader = new Reader(content)
    const entries: AwarenessEntry[] = []
    for (let left = reader.number(); left > 0; left--) {
      const [clientId, clock, json] = [reader.number(), reader.number(), reader.bytes()]
      if (json.length > awarenessEntryLimit || !isWanted(clientId)) continue
      const state = parseState(json)
      if (state !== 'unusable') entries.push({ clientId, clock, state })
    }
    reader.end()
    return ok(entries)
  } catch {
    return refuse('malformed')
  }
}

/** The whole awareness frame. */
export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const content = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state ?? null))
    }
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.awareness)
    encoding.writeVarUint8Array(encoder, content)
  })
}

function parseState(json: Uint8Array): JsonObject | undefined | 'unusable' {
  try {
    const state: unknown = JSON.parse(utf8.decode(json))
    if (state === null) return undefined
    return typeof state === 'object' && !Array.isArray(state) ? (state as JsonObject) : 'unusable'
  } catch {
    return 'unusable'
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
