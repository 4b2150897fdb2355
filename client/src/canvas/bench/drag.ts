import type { TLShape } from 'tldraw'
import { theBoard } from './bound.tsx'

const WARM_UP = 60

/** What one frame of a drag cost. */
interface DragFrame {
  /** Spent by the binding in writing, in milliseconds. */
  readonly flushMs: number
  /** What went to the server, in bytes. */
  readonly bytes: number
}

/**
 * Moves everything on the board a little in every frame, as a drag of a selection does, and times
 * what the binding adds. `withoutMs` and `withMs` are what the moving itself takes with and without
 * somebody who listens.
 */
export async function dragEverything(frames: number): Promise<{
  readonly frames: readonly DragFrame[]
  readonly withMs: readonly number[]
  readonly withoutMs: readonly number[]
}> {
  const { binding, document, store } = theBoard()
  const shapes = (): TLShape[] =>
    store.allRecords().filter((record): record is TLShape => record.typeName === 'shape')
  const move = (): number => {
    const moved = shapes().map((shape) => ({ ...shape, x: shape.x + 1.5, y: shape.y + 0.5 }))
    const start = performance.now()
    store.put(moved)
    return performance.now() - start
  }
  let bytes = 0
  document.on('update', (update: Uint8Array) => (bytes += update.length))
  const done: DragFrame[] = []
  const withMs: number[] = []
  binding.beginStep()
  // The first moves are slower, with and without anybody who listens.
  for (let frame = 0; frame < WARM_UP; frame++) {
    await nextFrame()
    move()
    binding.flush()
  }
  for (let frame = 0; frame < frames; frame++) {
    await nextFrame()
    withMs.push(move())
    bytes = 0
    const start = performance.now()
    binding.flush()
    done.push({ flushMs: performance.now() - start, bytes })
  }
  binding.destroy()
  const withoutMs: number[] = []
  for (let frame = 0; frame < frames; frame++) {
    await nextFrame()
    withoutMs.push(move())
  }
  return { frames: done, withMs, withoutMs }
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}
