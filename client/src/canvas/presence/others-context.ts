import { createContext, useContext } from 'react'
import type { Others } from './others.ts'

const context = createContext<Others | undefined>(undefined)

/** Gives the parts of a board who else is on it. */
export const OthersProvider = context.Provider

/** Who else is on this board. */
export function useOthers(): Others {
  const others = useContext(context)
  if (others === undefined) throw new Error('This is drawn outside of a board.')
  return others
}
