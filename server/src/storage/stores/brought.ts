import type { BoardId } from '@stip/primitives'
import type { Applied } from './applied.ts'
import type { NewAsset } from './asset-store.ts'
import type { LateWork, Mark, Period } from './authorship-store.ts'
import type { SettledMerge } from './merge-store.ts'
import type { NewMoment } from './moment-store.ts'
import type { KeptPicture, KeptVersion } from './version-store.ts'

/** A moment with the number that it had. */
export type BroughtMoment = NewMoment & { readonly number: number }

/** A merge with what it did. */
export type BroughtMerge = SettledMerge & {
  readonly applied: Applied
  readonly beside: Applied | undefined
}

/** All that is kept of a session beside what happened in it, as an archive brought it. */
export interface Brought {
  readonly merges: readonly BroughtMerge[]
  readonly periods: readonly Period[]
  readonly boards: readonly {
    readonly id: BoardId
    readonly marks: readonly Mark[]
    readonly lateWork: readonly LateWork[]
    readonly moments: readonly BroughtMoment[]
  }[]
  /** Of nobody. */
  readonly images: readonly (Omit<NewAsset, 'person'> & { readonly boards: readonly BoardId[] })[]
  readonly versions: readonly KeptVersion[]
  readonly pictures: readonly KeptPicture[]
  /** Of every link of the session: one that no link of before has. */
  readonly linkVersion: number
}
