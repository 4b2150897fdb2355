import type { BoardRecord } from '@stip/board'
import type { DocumentKind, Format } from '@stip/report'
import type { LinePicture } from '@stip/report/files'
import type { Failure } from '../storage/log/log-messages.ts'

/** Which document of a version. */
export interface DocumentWanted {
  readonly kind: DocumentKind
  readonly format: Format
}

/** A picture, and of which step; '' when it is of none. */
export type TitledPicture = LinePicture & { readonly title: string }

/** What the thread of documents is asked; each is answered once, with the same id. */
export type ReportQuestion = { readonly id: number } & ReportTask

export type ReportTask =
  | ({
      readonly task: 'document'
      /** The version in its canonical form. */
      readonly content: string
      /** The version before it, for what changed; undefined: there is none. */
      readonly before: string | undefined
      readonly pictures: readonly { readonly hash: string; readonly bytes: Uint8Array }[]
    } & DocumentWanted)
  | {
      readonly task: 'picture'
      /** All that is on the board. */
      readonly records: readonly BoardRecord[]
      /** What is to be seen of it, cropped to what was drawn; undefined: the whole board. */
      readonly drawing: readonly BoardRecord[] | undefined
    }

export type ReportAnswer = { readonly id: number } & (
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'drawn'; readonly pictures: readonly TitledPicture[] }
  | { readonly kind: 'failed'; readonly failure: Failure }
)
