import type { BoardRecord } from '@stip/board'
import type { MiniShape } from './miniature-geometry.ts'

/** A board seen from far, and when somebody last did something there (this device's clock). */
export interface MiniatureState {
  readonly shapes: readonly MiniShape[]
  /** Its zones, as high as they became. */
  readonly zones: readonly BoardRecord[]
  readonly changedAt: number | undefined
  readonly isLoaded: boolean
  /** Points that the group chose (hoofdpunten). */
  readonly keyCards: number
}
