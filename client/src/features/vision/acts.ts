import type { ClientCommand } from '@stip/api'
import { createContext, useContext } from 'react'
import type { ChosenPiles } from './chosen-piles.ts'
import type { Proposed } from './proposed.ts'

/** What can be done to the vision by who may. */
export interface VisionActs {
  /** Absent for who only reads. */
  readonly run: ((command: ClientCommand) => void) | undefined
  readonly chosen: ChosenPiles
  /** What Stip proposes; undefined while it looks, null when that failed. */
  readonly proposed: Proposed | null | undefined
  /** Whether people said that two cards are not the same. */
  readonly isNotSame: (one: string, other: string) => boolean
  /** The number of a statement on this screen, by its id. */
  readonly numberOf: (statement: string) => number
  /** Which statements are made from a card. */
  readonly statementsWith: (card: string) => readonly number[]
}

export const VisionContext = createContext<VisionActs | undefined>(undefined)

export function useVisionActs(): VisionActs {
  const acts = useContext(VisionContext)
  if (acts === undefined) throw new Error('This stands on the vision only.')
  return acts
}
