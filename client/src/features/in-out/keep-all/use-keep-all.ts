import type { SessionView } from '@stip/api'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BoardHandle } from '../../../canvas/board-props.ts'
import { nlKeepAll } from '../../../texts/files/nl-keep-all.ts'
import { saveBlob } from '../../../live/save-blob.ts'
import { gatherAll } from './gather.ts'
import type { BoardToKeep, Kept } from './gather.ts'

/** Where saving everything is. */
export type KeepState =
  | { readonly kind: 'idle' | 'stopped' | 'failed' }
  | { readonly kind: 'busy'; readonly share: number; readonly board: number | undefined }
  | { readonly kind: 'done'; readonly missing: Kept['missing'] }

/** A board that is being opened out of sight, and who waits for it. */
interface Opening {
  readonly board: BoardToKeep
  readonly resolve: (handle: BoardHandle) => void
  readonly reject: (reason: Error) => void
}

/** Saves everything of a session when it is asked to. */
export function useKeepAll(view: SessionView, boards: readonly BoardToKeep[]) {
  const [state, setState] = useState<KeepState>({ kind: 'idle' })
  const [opening, setOpening] = useState<Opening | undefined>()
  const stopper = useRef<AbortController>(undefined)
  // Who leaves the page saves nothing any more.
  useEffect(() => () => stopper.current?.abort(), [])

  const start = useCallback(async () => {
    stopper.current?.abort()
    const stop = new AbortController()
    stopper.current = stop
    const isCurrent = (): boolean => stopper.current === stop
    setState({ kind: 'busy', share: 0, board: 0 })
    try {
      const { file, missing } = await gatherAll(boards, sessionOf(view), {
        signal: stop.signal,
        onProgress: (share, board) => {
          if (isCurrent()) setState({ kind: 'busy', share, board })
        },
        draw: (board) =>
          new Promise((resolve, reject) => {
            stop.signal.addEventListener('abort', () => reject(new Error('Called off.')))
            setOpening({ board, resolve, reject })
          }),
      })
      saveBlob(file, `${safeName(nlKeepAll.fileName(view.title))}.zip`)
      if (isCurrent()) setState({ kind: 'done', missing })
    } catch {
      if (isCurrent()) setState({ kind: stop.signal.aborted ? 'stopped' : 'failed' })
    } finally {
      if (isCurrent()) setOpening(undefined)
    }
  }, [view, boards])
  const stop = useCallback(() => stopper.current?.abort(), [])
  return { state, opening, start, stop }
}

function sessionOf(view: SessionView) {
  return {
    title: view.title,
    day: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short' }).format(),
    letters: new Map(view.groups.map(({ id, letter }) => [id, letter])),
  }
}

function safeName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').slice(0, 100)
}
