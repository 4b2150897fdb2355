import type { Role } from '@stip/api'
import type { BoardRecord } from '@stip/board'
import { liveOf, readBoard } from '@stip/documents/light'
import { useMemo, useSyncExternalStore } from 'react'
import { boardLife } from '../../board/board-lives.ts'
import type { BoardMoment } from '../../board/board-life.ts'

/** What is on a board at one moment, for who reads it. */
export interface BoardContent {
  /** Undefined until the board is here. */
  readonly records: readonly BoardRecord[] | undefined
  /** The groups that something comes from, by their ids. */
  readonly groupsOf: (record: string) => readonly string[]
}

/** Often enough to read along with who writes, seldom enough for a full board. Milliseconds. */
const EVERY_MS = 300

const nothing: BoardContent = { records: undefined, groupsOf: () => [] }

/** Follows a board in words and lines, without tldraw; list and canvas of the page share it. */
export function useBoardContent(sessionId: string, boardId: string, role: Role): BoardContent {
  const reader = useMemo(() => contentReader(sessionId, boardId, role), [sessionId, boardId, role])
  return useSyncExternalStore(reader.subscribe, reader.moment)
}

function contentReader(sessionId: string, boardId: string, role: Role) {
  const life = boardLife({ sessionId, boardId, role })
  let content = nothing
  return {
    moment: (): BoardContent => content,
    subscribe: (listener: () => void): (() => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      let watched: BoardMoment['board']
      const read = (): void => {
        timer = undefined
        // What a server that cannot be reached said before is better than nothing.
        if (watched === undefined) return
        const stored = readBoard(watched.document)
        if (!watched.state.isLoaded && stored.length === 0) return
        const sources = new Map(stored.map((each) => [each.record.id, each.sources]))
        content = {
          records: liveOf(stored),
          groupsOf: (record) => (sources.get(record) ?? []).map(({ group }) => group),
        }
        listener()
      }
      const plan = (): void => {
        timer ??= setTimeout(read, EVERY_MS)
      }
      const watch = (): void => {
        const { board } = life.moment
        if (board !== watched) {
          watched?.document.off('update', plan)
          watched = board
          watched?.document.on('update', plan)
        }
        if (timer === undefined && content === nothing) read()
        plan()
      }
      const stop = life.subscribe(watch)
      watch()
      return () => {
        clearTimeout(timer)
        watched?.document.off('update', plan)
        stop()
      }
    },
  }
}
