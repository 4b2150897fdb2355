import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { damage } from './damage.ts'
import type { Dice } from './damage.ts'
import { isSame } from './ledger.ts'
import { Stip } from './stip.ts'
import { check } from './world.ts'
import type { Board } from './world.ts'

/** How a server and `verify` took damaged files. */
export interface Outcome {
  readonly kind: 'harmless' | 'repaired' | 'detected' | 'undetected'
  /** What was done and what came of it, for whoever looks into it. */
  readonly story: string
}

/** Damages a copy of a data folder in one way, and looks what becomes of the boards. */
export async function corruptCopy(
  dataDir: string,
  boards: readonly Board[],
  port: number,
  kind: number,
  dice: Dice,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'stip-chaos-copy-'))
  cpSync(dataDir, folder, { recursive: true })
  const stip = new Stip(port, folder)
  try {
    const done = damage(folder, kind, dice)
    const verified = await stip.verify()
    const named = verified.isGood ? 'verify: good' : `verify: ${verified.output.trim()}`
    if (!(await stip.start())) {
      const story = `${done}; does not start: ${stip.output.trim()}; ${named}`
      return { kind: verified.isGood ? 'undetected' : 'detected', story }
    }
    const read = await Promise.all(boards.map((board) => check(board, port)))
    const story = `${done}; ${JSON.stringify(read)}; ${named}; ${stip.output.slice(-600)}`
    const differences = read.filter((each) => typeof each !== 'string')
    if (differences.some((each) => !isSame(each))) return { kind: 'undetected', story }
    if (differences.length < read.length) {
      return { kind: verified.isGood ? 'undetected' : 'detected', story }
    }
    const isNoticed = !verified.isGood || stip.output.includes('journaal')
    return { kind: isNoticed ? 'repaired' : 'harmless', story }
  } finally {
    await stip.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
