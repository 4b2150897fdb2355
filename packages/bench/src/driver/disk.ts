import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, percentile } from '../figures/percentile.ts'
import { pause } from './waiting.ts'

const SYNCS = 400
/** About what a commit of a small board writes. */
const BYTES = 600
/** Commits of a small board come at about this distance. */
const REST_MS = 3

/** How long this disk takes to say that something is on it, in milliseconds. */
export interface DiskPace {
  readonly median: number | undefined
  readonly p99: number | undefined
}

/**
 * Measures what nobody can be faster than who shows a move only when it is on disk: one small
 * write and one sync, at the pace of a small board, in the folder where the servers keep their data.
 */
export async function paceOfDisk(): Promise<DiskPace> {
  const folder = mkdtempSync(join(tmpdir(), 'stip-disk-'))
  const file = openSync(join(folder, 'syncs'), 'w')
  const times: number[] = []
  try {
    for (let count = 0; count < SYNCS; count++) {
      const startedAt = performance.now()
      writeSync(file, Buffer.alloc(BYTES, count), 0, BYTES, count * BYTES)
      fdatasyncSync(file)
      times.push(performance.now() - startedAt)
      // oxlint-disable-next-line no-await-in-loop
      await pause(REST_MS)
    }
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
  return { median: median(times), p99: percentile(times, 0.99) }
}
