// A worker has no origin to name.
// oxlint-disable unicorn/require-post-message-target-origin
import * as Y from 'yjs'
import { theBoard } from './bound.tsx'

interface Message {
  readonly update?: Uint8Array
  readonly updates?: readonly Uint8Array[]
  readonly isDone?: boolean
}

/**
 * Others change the board so many times a second, each change arriving by itself.
 *
 * @returns Time between frames in milliseconds, and how many changes arrived.
 */
export async function followUpdates(
  perSecond: number,
  seconds: number,
  notes: number,
): Promise<{ readonly frames: readonly number[]; readonly arrived: number }> {
  const { document } = theBoard()
  const people = startPeople()
  let arrived = 0
  people.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.update === undefined) return
    arrived++
    Y.applyUpdate(document, data.update, 'line')
  })
  people.postMessage({ board: Y.encodeStateAsUpdate(document), seed: 1, perSecond, notes })
  // The first second is for starting.
  await framesDuring(1000)
  arrived = 0
  const frames = await framesDuring(seconds * 1000)
  people.terminate()
  return { frames, arrived }
}

/** Hours of others' work pass as fast as this page can follow, some seconds of it in every frame. */
export function drawForHours(hours: number, notes: number): Promise<number> {
  const { document } = theBoard()
  const people = startPeople()
  let applied = 0
  people.postMessage({ board: Y.encodeStateAsUpdate(document), seed: 1, hours, notes })
  return new Promise((resolve) => {
    people.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      for (const update of data.updates ?? []) {
        Y.applyUpdate(document, update, 'line')
        applied++
      }
      if (data.isDone !== true) {
        requestAnimationFrame(() => people.postMessage('on'))
        return
      }
      people.terminate()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(applied)))
    })
  })
}

function startPeople(): Worker {
  return new Worker(new URL('people.worker.ts', import.meta.url), { type: 'module' })
}

function framesDuring(durationMs: number): Promise<number[]> {
  const times: number[] = []
  const start = performance.now()
  return new Promise((resolve) => {
    let last = start
    const frame = (now: number): void => {
      times.push(now - last)
      last = now
      if (now - start < durationMs) requestAnimationFrame(frame)
      else resolve(times.slice(1))
    }
    requestAnimationFrame(frame)
  })
}
