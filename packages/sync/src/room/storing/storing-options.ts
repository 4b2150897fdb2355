import type { BoardId } from '@stip/primitives'
import type { Clock } from '../clock.ts'
import type { Gateway } from './gateway.ts'
import type { BatchVerdict } from './judge.ts'
import type { Difference } from '../log/log-check.ts'
import type { ClientLimits } from './owners.ts'
import type { UpdateLog } from '../log/update-log.ts'

export interface StoringOptions {
  readonly boardId: BoardId
  readonly log: UpdateLog
  readonly gateway: Gateway
  readonly clock: Clock
  /** Yjs settles ties by client id, so a run can only be repeated with fixed ids. */
  readonly newClientId?: () => number
  /** How many client ids the board may have; as in `roomLimits` when left out. */
  readonly clients?: ClientLimits | undefined
  /** From how many bytes an update is dealt with step by step ([R56], [R58]); as usual when left out. */
  readonly largeBytes?: number | undefined
  /** The log, replayed, was not the board: told when it is being mended. For the operator. */
  readonly onDifference?: (difference: Difference) => void
}

/** Who is told what became of what was written. */
export interface StoringListener {
  /** The disk has it: everybody may see the update, and who wrote it is told. */
  readonly stored: (verdict: BatchVerdict) => void
  /** The disk fails, or works again. */
  readonly pause: (isPaused: boolean) => void
  /** A batch came to its end, on disk or not; `doc` is what is on disk again. */
  readonly rest: () => void
  /** There is something to store that nobody sent. */
  readonly work: () => void
}
