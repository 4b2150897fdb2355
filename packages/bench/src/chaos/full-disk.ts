import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../driver/waiting.ts'
import type { Drawing } from './drawing.ts'
import type { Stip } from './stip.ts'

/**
 * Forbids the running server that its files grow, as a full disk does, and allows it again.
 * Returns whether it stopped saying 'saved', said why, and went on by itself afterwards;
 * undefined where files cannot be held back (only Linux can).
 */
export async function fillDisk(stip: Stip, drawing: Drawing): Promise<boolean | undefined> {
  await drawing.draw(200)
  if (!(await until(10_000, () => drawing.pendingCount === 0))) return false
  const sizes = ['boards.journal', 'boards.sqlite-wal'].map((name) => join(stip.dataDir, name))
  const smallest = Math.min(...sizes.map((path) => (existsSync(path) ? statSync(path).size : 0)))
  if (!limitFiles(stip.pid, String(smallest))) return undefined
  await drawing.draw(400)
  const isPaused = await until(10_000, () => drawing.writers.some((writer) => writer.isPaused))
  const hasPending = drawing.pendingCount > 0
  limitFiles(stip.pid, 'unlimited')
  const isWell = await until(
    20_000,
    () => drawing.pendingCount === 0 && drawing.writers.every((writer) => !writer.isPaused),
  )
  return isPaused && hasPending && isWell
}

function limitFiles(pid: number, soft: string): boolean {
  const asked = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${soft}:`])
  return asked.status === 0
}
