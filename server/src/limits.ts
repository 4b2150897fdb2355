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
  /**
   * Wrong codes of screens in a minute. A code has four digits, so who guesses far faster than people
   * type is stopped: a device, a session with all its devices, and an address with very many of these.
   */
  readonly wrongScreenCodes: {
    readonly perDevice: number
    readonly stopsDevice: number
    readonly stopsSession: number
    readonly perAddress: number
  }
  /** Tickets that one person has open. */
  readonly tickets: number
  /** Connections of one device to the same board or feed, in the same role: tabs of a browser, and programs that come with its tickets. */
  readonly connections: { readonly tabs: number; readonly programs: number }
  /** Largest frame of a WebSocket, unpacked, in bytes: above what a board takes, which says then what is wrong. */
  readonly frameBytes: number
  /** How long is waited for who sends slowly, in milliseconds. */
  readonly patience: {
    /** For the head of a request, also on a new connection. */
    readonly headersMs: number
    /** For a whole request, the time that a photo waits for its turn included. */
    readonly requestMs: number
    /** For a whole body, from when it is read. A photo of 10 MB takes 90 s over a poor line (1 Mbit/s). */
    readonly bodyMs: number
    /** For the next piece of a body. */
    readonly bodySilenceMs: number
    /** Between two pings of a WebSocket; who has not answered one by the next is gone. */
    readonly pingMs: number
    /** Between two looks at the first two. */
    readonly checkMs: number
  }
  /** What the photos of one person in one session, and of a whole session, may take on the disk, in bytes. */
  readonly imageBytes: { readonly person: number; readonly session: number }
  /** Largest archive that is taken in, in bytes. */
  readonly archiveBytes: number
  /** Photos that are taken in at the same time, of everybody and of one person. */
  readonly uploads: { readonly atATime: number; readonly each: number; readonly waiting: number }
}

/** The limits of a server that nobody tests. */
export const usualLimits: ServerLimits = {
  requests: 600,
  strangers: 20,
  wrongPerDevice: 20,
  // A code has 40 bits: at this pace a hit on one of a hundred codes takes eight months.
  wrongPerAddress: 30_000,
  wrongScreenCodes: { perDevice: 10, stopsDevice: 30, stopsSession: 120, perAddress: 3000 },
  tickets: 250,
  // Nobody has so many tabs; one person may bring a crowd of programs.
  connections: { tabs: 60, programs: 250 },
  frameBytes: 16 * 1024 * 1024,
  patience: {
    headersMs: 15_000,
    requestMs: 600_000,
    bodyMs: 180_000,
    bodySilenceMs: 20_000,
    pingMs: 30_000,
    checkMs: 5000,
  },
  imageBytes: { person: 200 * 1024 * 1024, session: 1000 * 1024 * 1024 },
  archiveBytes: 256 * 1024 * 1024,
  uploads: { atATime: 32, each: 2, waiting: 20 },
}
