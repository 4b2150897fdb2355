/** Names a session (bijeenkomst). Not secret: knowing it opens nothing. */
export type SessionId = string
/** Names a board. Not secret: knowing it opens nothing. */
export type BoardId = string
/** Names one person in one session. */
export type PersonId = string
/** Names a group (groep) in one session. */
export type GroupId = string
/** Names one record on one board, as tldraw writes it: 'shape:…', 'binding:…' or 'asset:…'. */
export type RecordId = string

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Turns random bytes into an id that is safe in addresses and easy to read aloud: five bits a
 * byte, digits and lower-case letters without i, l, o and u (Crockford's base 32).
 */
export function idFromBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join('')
}
