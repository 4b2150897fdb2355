import type { MiniShape } from './miniature-geometry.ts'

/** A board seen from far, and when somebody last did something there (this device's clock). */
export interface MiniatureState {
  readonly shapes: readonly MiniShape[]
  readonly changedAt: number | undefined
  readonly isLoaded: boolean
  /** Points that the group chose (hoofdpunten). */
  readonly keyCards: number
}
