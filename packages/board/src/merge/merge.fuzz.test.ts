import { describe, expect, it } from 'vitest'
import { Evening } from '../test/evening.ts'

/**
 * Runs that once failed, kept for good as long as the world of the test stays the same. Say in one
 * line what was wrong. What earlier worlds found stands in undo.test.ts and re-merge.test.ts.
 */
const regressions: readonly number[] = []

const stepsPerRun = 120

describe('[M1] [M2] [M3] [M4] [M5] [M6] [M7] whatever people do, and whenever somebody merges or undoes', () => {
  it.each([...regressions, ...seedsToTry()])('seed %d', (seed) => {
    const evening = new Evening(seed)
    for (let step = 0; step < stepsPerRun; step++) evening.step()
    evening.merge()
    evening.undo()
    evening.merge()
    expect(evening.unprocessed()).toBe(0)
  })
})

/** STIP_FUZZ_SEED=123 repeats one run; STIP_FUZZ_RUNS=5000 is the nightly hunt. */
function seedsToTry(): readonly number[] {
  const { STIP_FUZZ_SEED: seed, STIP_FUZZ_RUNS: runs = '40' } = process.env
  if (seed !== undefined) return [Number(seed)]
  return Array.from({ length: Number(runs) }, (_, i) => i + 1)
}
