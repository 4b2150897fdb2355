import type { Root } from 'react-dom/client'
import { createRef } from 'react'
import type { Editor } from 'tldraw'
import * as Y from 'yjs'
import { SharedBoard } from '../../board/shared-board.ts'
import type { BoardHandle } from '../board-props.ts'
import { BoardSurface } from '../board-surface.tsx'
import { OpenBoard } from '../open-board.ts'
import { VISION_SHAPES } from './vision.ts'

/** The board that is open in this page. */
export interface BenchBoard {
  readonly board: OpenBoard
  /** Time to take the bytes into the document, in milliseconds. */
  readonly loadMs: number
  /** Time in which Yjs writes down what came in, for the line and the copy on this device. */
  readonly tellMs: number
  /** From the bytes to a board that can be drawn on, in milliseconds. */
  readonly editableMs: number
}

const who = { sessionId: 'bench', boardId: 'bench', role: 'facilitator' } as const

let current: BenchBoard | undefined
let editor: Editor | undefined
const handle = createRef<BoardHandle>()

/** The board that was opened last. */
export function theBoard(): OpenBoard {
  if (current === undefined) throw new Error('No board is open.')
  return current.board
}

/** What a screen may ask of that board. */
export function theHandle(): BoardHandle {
  if (handle.current === null) throw new Error('No board is open.')
  return handle.current
}

/** tldraw's own side of that board. */
export function theEditor(): Editor {
  if (editor === undefined) throw new Error('No board is open.')
  return editor
}

/**
 * Opens a board with so many notes as the product does, but with nobody to connect to: its bytes
 * are at hand.
 */
export async function openBoard(
  root: Root,
  notes: number | 'vision',
): Promise<Omit<BenchBoard, 'board'> & { readonly bytes: number }> {
  const bytes = await bytesOf(notes)
  const shared = new SharedBoard({ ...who, store: false })
  shared.disconnectKeepingWork()
  const board = new OpenBoard(shared)
  const attach = board.attach.bind(board)
  board.attach = (mounted) => attach((editor = mounted))
  let tellMs = 0
  const beginToTell = (): void => {
    tellMs = performance.now()
  }
  const hear = (): void => {
    tellMs = performance.now() - tellMs
  }
  board.document.on('afterTransactionCleanup', beginToTell)
  board.document.on('update', hear)
  const start = performance.now()
  Y.applyUpdate(board.document, bytes, 'line')
  const loadMs = performance.now() - start - tellMs
  board.document.off('afterTransactionCleanup', beginToTell)
  board.document.off('update', hear)
  // As a board does when it is loaded.
  board.binding.flush()
  await new Promise<void>((resolve) => {
    root.render(
      <BoardSurface
        {...who}
        access="write"
        chrome="full"
        exportName="bench"
        board={board}
        status="saved"
        apiRef={handle}
        onReady={resolve}
      />,
    )
  })
  // On screen: the frame in which all of it is drawn has begun, and the next one as well.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const editableMs = performance.now() - start
  const shown = board.store.allRecords().filter(({ typeName }) => typeName === 'shape').length
  const expected = notes === 'vision' ? VISION_SHAPES : notes
  if (shown !== expected) throw new Error(`${shown} of ${expected} things are on screen.`)
  current = { board, loadMs, tellMs, editableMs }
  return { loadMs, tellMs, editableMs, bytes: bytes.length }
}

/** Made in a thread of its own: a page that opens a board has made nothing yet. */
function bytesOf(notes: number | 'vision'): Promise<Uint8Array> {
  const worker = new Worker(new URL('board.worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
      worker.terminate()
      resolve(data)
    })
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(notes)
  })
}
