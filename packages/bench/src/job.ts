import type { DialectName } from './names.ts'

/** One way into a board: an address, and what proves who comes in. */
export interface Entrance {
  readonly host: string
  readonly port: number
  /** With query. `{ticket}` stands for a ticket that is fetched for every connection. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Name of the board, for protocols that say it in every message. */
  readonly board: string
  /** Where a ticket is got, with POST, when the path wants one. */
  readonly ticketUrl?: string
}

/** A board and those who come to it, each with an entrance of their own. */
export interface BoardPlan {
  readonly drawers: readonly Entrance[]
  /** They look, and count what comes. */
  readonly readers: readonly Entrance[]
  /** Full clients that apply everything. */
  readonly probes: readonly Entrance[]
  readonly lateJoiner: Entrance
  /** How many records lie on the board before anybody draws. */
  readonly records: number
}

export type JobKind = 'draw' | 'join' | 'reconnect' | 'cold-start' | 'crash' | 'open'

/** What drawers do: move something and point, or point alone. */
export type Doing = 'moves' | 'points'

/** What the driver does with one server. */
export interface Job {
  readonly kind: JobKind
  readonly dialect: DialectName
  readonly boards: readonly BoardPlan[]
  readonly doing: Doing
  /** How often each does it, in a second. */
  readonly perSecond: number
  /** How long is drawn and measured, in seconds. */
  readonly seconds: number
  /** Drawn before measuring, in seconds: caches fill, code gets compiled. */
  readonly warmUpSeconds: number
  /** Process whose CPU and memory are read; without it those figures are missing. */
  readonly serverPid: number | undefined
  /** Whether what clients write is compressed when the server agreed to it, as browsers do. */
  readonly compresses: boolean
}

/** What the driver asks of whoever started it. */
export type Request =
  | { readonly type: 'restart' }
  | { readonly type: 'kill' }
  | { readonly type: 'start' }
  | { readonly type: 'done'; readonly figures: Figures }
  | { readonly type: 'failed'; readonly message: string }

/** What it is told. `startedAt`: when the new server was started, in milliseconds since 1970. */
export type Answer =
  | { readonly type: 'job'; readonly job: Job }
  | { readonly type: 'ready'; readonly serverPid: number | undefined; readonly startedAt: number }

/** What a run came to; undefined is what was not measured. Times in milliseconds. */
export interface Figures {
  readonly serverCores?: number | undefined
  /** Server CPU per move that reached one other client, in microseconds. */
  readonly usPerDelivered?: number | undefined
  readonly p50?: number | undefined
  readonly p95?: number | undefined
  readonly p99?: number | undefined
  readonly bytesPerClientPerSecond?: number | undefined
  readonly rssMb?: number | undefined
  readonly deliveredShare?: number | undefined
  readonly cursorShare?: number | undefined
  readonly converged?: boolean | undefined
  readonly [more: string]: number | boolean | string | undefined
}
