/** What goes over the line as one message; text for protocols that speak JSON. */
export type Content = Uint8Array | string

/** What one message brought. */
export interface News {
  /** Pairs: which drawer, and the number of its newest move in here. */
  readonly moves: readonly number[]
  /** The same for cursors. */
  readonly cursors: readonly number[]
  /** All that carries an edit, up to this count from the start of the connection, is safe; 0: says nothing. */
  readonly savedUntil: number
  /** This many more edits are taken. */
  readonly savedMore: number
  /** The answer to "what do I miss". */
  readonly isWhole: boolean
  /** The other side wants to know what we have. */
  readonly isQuestion: boolean
  /** What a full client applies. */
  readonly change: unknown
}

export const nothing: News = {
  moves: [],
  cursors: [],
  savedUntil: 0,
  savedMore: 0,
  isWhole: false,
  isQuestion: false,
  change: undefined,
}

/** A full client's copy of a board. */
export interface Copy {
  apply(news: News): void
  /** The number of the newest move of a drawer that this copy holds. */
  holds(drawer: number): number
  /** How many records lie on the board. */
  readonly size: number
  /** What it weighs as it goes over a line, unpacked. */
  readonly bytes: number
  /** Everything on the board as text, so that two copies can be compared. */
  picture(): string
}

/** What one drawer will say, in order: number n stands at n - 1. */
export interface Script {
  readonly moves: readonly Content[]
  readonly cursors: readonly Content[]
}

/** Everybody who draws on one board, and the language they speak with the server. */
export interface Crew {
  readonly drawers: number
  /** A move and the cursor go in one message, as this server's own client does it. */
  readonly movesCarryCursors: boolean
  newCopy(): Copy
  /** What a new connection says first. */
  greeting(): readonly Content[]
  /** What a connection that only listens says now and then, so that it is not taken for dead. */
  heartbeat(): Content
  /** The answer to a question, from somebody who has nothing. */
  emptyAnswer(): Content
  /** Whether the answer to a question counts among the edits that are confirmed. */
  readonly answersCount: boolean
  /** Messages that lay `count` records on a board; drawer i moves the i-th. */
  seeding(board: Copy, count: number): readonly Content[]
  /** Makes everything that will be said, so that saying it costs nothing. */
  rehearse(board: Copy, moves: number): readonly Script[]
  read(bytes: Uint8Array, isText: boolean): News
}
