import type { Progress } from './player/progress.ts'

/** The format of which there is an invented evening. */
export const REHEARSED_FORMAT = 'bijeenkomst-1-visie'

/** What the process that plays is told, once. */
export interface PlayOrder {
  /** Where the server listens. */
  readonly url: string
  readonly sessionId: string
  /** Makes the process the facilitator of that session. */
  readonly cookie: string
}

/** What it says. */
export type PlayNews =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string }
