import type { Role } from '@stip/api'
import type { BoardRecord } from '@stip/board'
import { liveOf, readBoard } from '@stip/documents/light'
import { useMemo, useSyncExternalStore } from 'react'
import { boardSession } from '../../board/board-sessions.ts'
import type { BoardMoment } from '../../board/board-session.ts'

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

/**
 * Follows boards in words and lines, without tldraw; list and canvas of the page share them.
 *
 * @param boardIds - One behind the other, with a space between.
 */
export function useBoardContents(
  sessionId: string,
  boardIds: string,
  role: Role,
): readonly BoardContent[] {
  const reader = useMemo(
    () => new BoardsReader(sessionId, boardIds.split(' '), role),
    [sessionId, boardIds, role],
  )
  return useSyncExternalStore(reader.subscribe, reader.moment)
}

class BoardsReader {
  readonly #lives
  #contents: readonly BoardContent[]

  constructor(sessionId: string, boardIds: readonly string[], role: Role) {
    this.#lives = boardIds.map((boardId) => boardSession({ sessionId, boardId, role }))
    this.#contents = boardIds.map(() => nothing)
  }

  readonly moment = (): readonly BoardContent[] => this.#contents

  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = this.#lives.map((life, place) =>
      follow(life, (content) => {
        this.#contents = this.#contents.with(place, content)
        listener()
      }),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }
}

type Life = ReturnType<typeof boardSession>

/** Tells what is on a board, now and after every change, until the returned function is called. */
function follow(life: Life, tell: (content: BoardContent) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let board: BoardMoment['board']
  const read = (): void => {
    timer = undefined
    if (board === undefined) return
    const stored = readBoard(board.document)
    // What this device kept of it is better than waiting for the server.
    if (!board.state.isLoaded && stored.length === 0) return
    const sources = new Map(stored.map((each) => [each.record.id, each.sources]))
    tell({
      records: liveOf(stored),
      groupsOf: (record) => (sources.get(record) ?? []).map(({ group }) => group),
    })
  }
  const plan = (): void => {
    timer ??= setTimeout(read, EVERY_MS)
  }
  const watch = (): void => {
    if (life.moment.board === board) {
      plan()
      return
    }
    board?.document.off('update', plan)
    board = life.moment.board
    board?.document.on('update', plan)
    if (board !== undefined) read()
  }
  const stop = life.subscribe(watch)
  watch()
  return () => {
    clearTimeout(timer)
    board?.document.off('update', plan)
    stop()
  }
}
