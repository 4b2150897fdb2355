import type { MiniatureState } from './miniature-state.ts'

const prefix = 'stip:miniature:'

/** Keeps how a board looked from far, for when this tab is loaded again without a connection. */
export function keepMiniature(boardId: string, state: MiniatureState): void {
  try {
    sessionStorage.setItem(prefix + boardId, JSON.stringify(state))
  } catch {
    // Storage is full or switched off: then there is nothing to see until the server answers.
  }
}

/** How a board looked when this tab was left, if it was. */
export function recallMiniature(boardId: string): MiniatureState | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + boardId) ?? 'null')
    return kept === null ? undefined : (kept as MiniatureState)
  } catch {
    return undefined
  }
}
