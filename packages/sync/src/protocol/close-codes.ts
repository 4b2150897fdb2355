/**
 * Every code with which the server closes a connection. 44xx is final (y-websocket stops
 * reconnecting on 4400–4499); the others mean: come back.
 */
export const CloseCode = {
  /** A frame that is not the y-websocket protocol. */
  malformed: 4400,
  /** No valid cookie or ticket, or Origin of another site. */
  notAllowed: 4401,
  /** A writer's frame from someone who may only read. */
  mayNotWrite: 4403,
  /** There is no such board, or this participant may not know about it. */
  noSuchBoard: 4404,
  /** An update that would damage the board. */
  refusedUpdate: 4409,
  /** A frame larger than allowed. */
  tooLarge: 4413,
  /** The board was compacted or restored; a plain client must start afresh. */
  otherGeneration: 4410,
  /** What is stored of this board is damaged; it opens again when a backup has been put back. */
  boardDamaged: 4423,
  /** This device opened the same too often; its newest connections stay. */
  openedTooOften: 4428,
  /** Too many messages. */
  tooManyMessages: 4429,
  /** The grant changed (moved, left, session closed); our client asks again what it may do. */
  accessChanged: 4503,
  /** The reader was too slow and must take the state anew. */
  tooSlow: 4508,
  /** The server stops or restarts. */
  goingAway: 1012,
} as const
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode]
