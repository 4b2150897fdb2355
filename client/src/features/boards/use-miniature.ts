import { liveRecords } from '@stip/documents'
import { connectBoard } from '@stip/sync/client'
import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import { countKeyCards } from '../../board/count-key-cards.ts'
import { syncUrl } from '../../live/api.ts'
import { steadyNow } from '../../live/steady-clock.ts'
import { keepMiniature, recallMiniature } from './miniature-copy.ts'
import { miniShapes } from './miniature-geometry.ts'
import type { MiniatureState } from './miniature-state.ts'

/** A miniature is drawn anew at most this often, in milliseconds; three boards cost next to nothing. */
const drawEveryMs = 700

const nothing: MiniatureState = {
  shapes: [],
  zones: [],
  changedAt: undefined,
  isLoaded: false,
  keyCards: 0,
}

/** Follows a board without tldraw. Keeps no copy of it, only how it looked when the page was left. */
export function useMiniature(boardId: string, role: 'facilitator'): MiniatureState {
  const [state, setState] = useState(() => ({ ...nothing, ...recallMiniature(boardId) }))
  useEffect(() => {
    const document = new Y.Doc()
    const connection = connectBoard({
      url: syncUrl(),
      boardId,
      parameters: { as: role },
      document,
      store: false,
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    let changedAt: number | undefined
    let drawn = nothing
    const draw = () => {
      timer = undefined
      const records = liveRecords(document)
      const shapes = miniShapes(records)
      const zones = records.filter(({ type }) => type === 'zone')
      const { isLoaded } = connection
      drawn = { shapes, zones, changedAt, isLoaded, keyCards: countKeyCards(document) }
      setState(drawn)
    }
    const plan = () => {
      // The first load is no sign of life; what comes after it is.
      if (connection.isLoaded) changedAt = steadyNow()
      timer ??= setTimeout(draw, drawEveryMs)
    }
    document.on('update', plan)
    const stopListening = connection.subscribe(() => {
      if (connection.isLoaded) timer ??= setTimeout(draw, drawEveryMs)
    })
    const leave = () => {
      if (drawn.isLoaded) keepMiniature(boardId, drawn)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      stopListening()
      clearTimeout(timer)
      connection.destroy()
      document.destroy()
    }
  }, [boardId, role])
  return state
}
