import type { DocumentKind, Format } from '@stip/report'
import type { Failure } from '../storage/log/log-messages.ts'

/** Which document of a version. */
export interface DocumentWanted {
  readonly kind: DocumentKind
  readonly format: Format
}

/** What the thread of documents is asked; answered once, with the same id. */
export interface ReportQuestion extends DocumentWanted {
  readonly id: number
  /** The version in its canonical form. */
  readonly content: string
  /** The version before it, for what changed; undefined: there is none. */
  readonly before: string | undefined
  readonly pictures: readonly { readonly hash: string; readonly bytes: Uint8Array }[]
}

export type ReportAnswer =
  | { readonly id: number; readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: Failure }
