import type { Role } from '@stip/api'
import { boardSession } from '../../board/board-sessions.ts'
import type { SharedBoard } from '../../board/shared-board.ts'
import { nlInOut } from '../../texts/files/nl-in-out.ts'
import type { ImportOutcome, ImportProgress, Source } from './import-file.ts'
import { part } from '../../live/part.ts'

interface Target {
  readonly sessionId: string
  readonly boardId: string
  readonly role: Role
  readonly imagesAllowed: boolean
}

/** A file on its way to a board. */
export interface RunningImport {
  readonly outcome: Promise<ImportOutcome>
  /** Stops it; the outcome is then that it was cancelled, unless it was ready already. */
  cancel(): void
  /** Takes back what was placed. */
  undo(): void
  /** Nobody looks any more: stops it, and lets go of the board. */
  leave(): void
}

/** How long a board may take to open. Milliseconds. */
const OPENING_MS = 15_000

/** Opens the board, or shares the one that is open on this page, and puts the file on it. */
export function runImport(
  source: Source,
  { sessionId, boardId, role, imagesAllowed }: Target,
  onProgress: (progress: ImportProgress) => void,
): RunningImport {
  const life = boardSession({ sessionId, boardId, role })
  const stop = new AbortController()
  const waiting = new Set<() => void>()
  const letGo = life.subscribe(() => {
    for (const look of waiting) look()
  })
  let board: SharedBoard | undefined
  const run = async (): Promise<ImportOutcome> => {
    const { importFile } = await part(() => import('./import-file.ts'))
    board = await opened()
    if (stop.signal.aborted) return { kind: 'cancelled' }
    if (board === undefined) return { kind: 'refused', sentence: nlInOut.notWritable }
    const { signal } = stop
    return importFile(source, { board, boardId, role, imagesAllowed, signal, onProgress })
  }
  const opened = (): Promise<SharedBoard | undefined> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        waiting.delete(look)
        resolve(stop.signal.aborted ? undefined : boardToWrite(life.moment))
      }
      const look = (): void => {
        if (boardToWrite(life.moment) !== undefined) done()
      }
      const timer = setTimeout(done, OPENING_MS)
      stop.signal.addEventListener('abort', done, { once: true })
      waiting.add(look)
      look()
    })
  return {
    outcome: run().catch(() => ({ kind: 'refused', sentence: nlInOut.saveFailed }) as const),
    cancel: () => stop.abort(),
    undo: () => void board?.undo.undo(),
    leave: () => {
      stop.abort()
      letGo()
    },
  }
}

/** The board when it is here; without a connection this device's copy is where one works on. */
function boardToWrite(moment: ReturnType<typeof boardSession>['moment']): SharedBoard | undefined {
  const { board, state } = moment
  if (board === undefined || !state.isLoaded) return undefined
  return board.mayWrite || state.status === 'offline' ? board : undefined
}
