import type { BoardRecord } from '@stip/board'
import { liveOf, readBoard } from '@stip/documents/light'
import { readLines } from '@stip/documents/files'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { OwnUndo } from '../../board/undo/own-undo.ts'
import { placeImport } from './place-import.ts'

describe('a file that comes on a board', () => {
  it('goes out in batches that the server takes, and is one step of undo', async () => {
    const board = aBoard()
    const sizes: number[] = []
    board.document.on('update', (update: Uint8Array) => sizes.push(update.byteLength))
    const told: number[] = []
    expect(await place(board, notes(1000), { onProgress: (done) => told.push(done) })).toBe(true)
    expect(told).toEqual([200, 400, 600, 800, 1000])
    expect(Math.max(...sizes)).toBeLessThan(1_000_000)
    expect(shown(board)).toHaveLength(1000)
    board.undo.undo()
    expect(shown(board)).toHaveLength(0)
    board.undo.redo()
    expect(shown(board)).toHaveLength(1000)
  })

  it('leaves nothing behind when it is stopped half-way', async () => {
    const board = aBoard()
    const stop = new AbortController()
    const isPlaced = await place(board, notes(1000), {
      signal: stop.signal,
      onProgress: (done) => {
        if (done >= 400) stop.abort()
      },
    })
    expect(isPlaced).toBe(false)
    expect(shown(board)).toHaveLength(0)
    expect(board.undo.canUndo).toBe(false)
  })
})

function aBoard() {
  const document = new Y.Doc()
  return { document, undo: new OwnUndo(document) }
}

function notes(count: number): readonly BoardRecord[] {
  let id = 0
  const outcome = readLines('woord\n'.repeat(count), { newId: () => `n${++id}` })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.records
}

function place(
  board: ReturnType<typeof aBoard>,
  records: readonly BoardRecord[],
  { signal = new AbortController().signal, onProgress = (_done: number) => {} } = {},
): Promise<boolean> {
  return placeImport({ board, records, signal, onProgress, pause: () => Promise.resolve() })
}

function shown({ document }: ReturnType<typeof aBoard>): readonly BoardRecord[] {
  return liveOf(readBoard(document))
}
