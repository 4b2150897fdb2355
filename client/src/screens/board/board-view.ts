import { useMemo, useState, useSyncExternalStore } from 'react'

/** How somebody looks at a board: drawn, in words, or both beside each other. */
export type BoardView = 'board' | 'list' | 'both'

export interface BoardViewChoice {
  readonly view: BoardView
  /** What there is room for. */
  readonly views: readonly BoardView[]
  readonly choose: (view: BoardView) => void
}

const storageKey = 'stip:board-view'
/** Below this one question fits, and no board. */
export const phone = '(width < 40em)'
/** Room for a board and a list beside each other. */
const roomForBoth = '(width >= 75em)'

/**
 * The way somebody looks at boards on this device: as they chose, or what suits the screen.
 *
 * @param isSorting - What is to be put in order lies elsewhere on the board: words beside it show both.
 */
export function useBoardView(isSorting = false): BoardViewChoice {
  const [chosen, setChosen] = useState(() => recall())
  // As the screen was when the board opened: turning a phone takes nobody's form away.
  const [isPhone] = useState(() => matchMedia(phone).matches)
  const hasRoom = useMedia(roomForBoth)
  const wanted = chosen ?? (isPhone ? 'list' : isSorting && hasRoom ? 'both' : 'board')
  const shown = wanted === 'both' && !hasRoom ? 'list' : wanted
  return useMemo(
    () => ({
      view: shown,
      views: hasRoom ? ['board', 'list', 'both'] : ['list', 'board'],
      choose: (view) => {
        setChosen(view)
        try {
          localStorage.setItem(storageKey, view)
        } catch {
          // Storage is switched off: then the choice lasts as long as the page.
        }
      },
    }),
    [shown, hasRoom],
  )
}

/** Whether a board opens in words on this screen, so that the canvas need not be fetched. */
export function opensAsList(): boolean {
  const chosen = recall()
  return chosen === 'list' || (chosen === undefined && matchMedia(phone).matches)
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

function recall(): BoardView | undefined {
  try {
    const kept = localStorage.getItem(storageKey)
    return kept === 'board' || kept === 'list' || kept === 'both' ? kept : undefined
  } catch {
    return undefined
  }
}
