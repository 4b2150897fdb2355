import type { Miniature } from '@stip/documents/overview'

/** A board seen from far, and when somebody last did something there (this device's clock). */
export interface MiniatureState extends Miniature {
  readonly changedAt: number | undefined
  readonly isLoaded: boolean
}

export const nothingYet: MiniatureState = {
  shapes: [],
  zones: [],
  keyCards: 0,
  changedAt: undefined,
  isLoaded: false,
}
