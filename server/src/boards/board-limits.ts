import type { TotalLimits, WorkLimits } from '@stip/documents'
import type { FrameLimits } from '@stip/sync/protocol'
import type { ClientLimits, RateLimits } from '@stip/sync/room'

/** What every board may come to, and what may be sent to it; as usual where left out. */
export interface BoardLimits {
  readonly totals?: TotalLimits
  readonly clients?: ClientLimits
  readonly work?: WorkLimits
  readonly frames?: FrameLimits
  readonly rates?: Partial<RateLimits>
}
