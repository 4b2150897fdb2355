/**
 * How much one person, one session and the whole server may ask. All are far above what people
 * do, and none is kept by address alone: a hall has one address.
 */
export interface ServerLimits {
  /** Requests of one person to one route, in a minute; routes that are asked more say so. */
  readonly requests: number
  /** How many times as much a whole address may ask for devices that take no part anywhere yet. */
  readonly strangers: number
  /** Wrong codes or secrets of one device in a minute; a right one always passes. */
  readonly wrongPerDevice: number
  /** Wrong codes or secrets from one address in a minute, far more than a hall can type: then nothing passes. */
  readonly wrongPerAddress: number
  /** Tickets that one person has open. */
  readonly tickets: number
  /** Connections of one device to the same board or feed, in the same role. */
  readonly connections: number
}

/** The limits of a server that nobody tests. */
export const usualLimits: ServerLimits = {
  requests: 600,
  strangers: 20,
  wrongPerDevice: 20,
  // A code has 40 bits: at this pace a hit on one of a hundred codes takes eight months.
  wrongPerAddress: 30_000,
  tickets: 50,
  connections: 12,
}
