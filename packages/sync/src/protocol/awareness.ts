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
 */
export function decodeAwareness(
  content: Uint8Array,
): Result<readonly AwarenessEntry[], 'malformed'> {
  const said = readAwareness(content)
  if (!said.ok) return said
  return ok(
    said.value.flatMap(({ clientId, clock, json }) => {
      const state = json === undefined ? undefined : parseState(json)
      return state === 'unusable' ? [] : [{ clientId, clock, state }]
    }),
  )
}

/** What a client says about itself, not parsed yet: most of it is overtaken before it is told. */
export interface SaidAwareness {
  readonly clientId: number
  readonly clock: number
  /** Undefined: it is gone, or wants not to be seen. */
  readonly json: Uint8Array | undefined
}

/**
 * As {@link decodeAwareness}, without parsing: what is no JSON object is in it, too.
 *
 * @param isWanted - Asked for every entry, because most of an echo is of no use.
 */
export function readAwareness(
  content: Uint8Array,
  isWanted: (clientId: number) => boolean = () => true,
): Result<readonly SaidAwareness[], 'malformed'> {
  try {
    const reader = new Reader(content)
    const entries: SaidAwareness[] = []
    for (let left = reader.number(); left > 0; left--) {
      const clientId = reader.number()
      const clock = reader.number()
      const json = reader.bytes()
      if (json.length > awarenessEntryLimit || !isWanted(clientId)) continue
      entries.push({ clientId, clock, json: isNull(json) ? undefined : json })
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

function isNull(json: Uint8Array): boolean {
  return json.length === 4 && json[0] === 0x6e && json[1] === 0x75
}

/** The state that a client means, or 'unusable' when it is no JSON object. */
export function parseState(json: Uint8Array): JsonObject | undefined | 'unusable' {
  try {
    const state: unknown = JSON.parse(utf8.decode(json))
    if (state === null) return undefined
    return typeof state === 'object' && !Array.isArray(state) ? (state as JsonObject) : 'unusable'
  } catch {
    return 'unusable'
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
