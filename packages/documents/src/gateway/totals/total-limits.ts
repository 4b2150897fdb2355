import { limits } from '../../schema/limits.ts'

/**
 * What a board may come to in all. A board that came past it (an older version of Stip allowed more)
 * can be read, moved about, tidied and exported; only what makes it larger is refused.
 */
export interface TotalLimits {
  /** Records that are not gone. */
  readonly liveRecords: number
  /** Records that there ever were: nothing is ever removed. */
  readonly allRecords: number
  /** What all fields and texts unfold to, in bytes as JSON; see `weights.ts`. Places weigh nothing. */
  readonly weight: number
  /** Keys that one record ever had; the richest shape has some forty. */
  readonly recordKeys: number
  /** Metadata (`m.*`) of one record: how many, and their weight together. */
  readonly metaKeys: number
  readonly metaWeight: number
  /** The part of a board that one participant may fill, over all devices and connections. */
  readonly person: {
    readonly liveRecords: number
    readonly allRecords: number
    readonly weight: number
  }
}

/** A point of ink weighs 24: a board holds four hours of drawing without a pause, a person two. */
export const totalLimits: TotalLimits = {
  liveRecords: limits.liveRecords,
  allRecords: limits.allRecords,
  weight: 24_000_000,
  recordKeys: 120,
  metaKeys: 32,
  metaWeight: 16_000,
  // A participant may bring in a file of 4,000 things, take it away, and bring it in again.
  person: { liveRecords: 4_500, allRecords: 9_000, weight: 12_000_000 },
}
