import { describe, expect, it } from 'vitest'
import { playHistory } from '../../test/a-history.ts'

/** Runs that once failed, each with what was wrong. */
const regressions: readonly number[] = []

const turns = 40

describe('[M1] [M3] [M4] [M5] [M6] [M7] [K15] whatever people do, press twice at once, or stores refuse', () => {
  it.each([...regressions, ...seedsToTry()])('seed %d', async (seed) => {
    await expect(playHistory(seed, turns)).resolves.toBeUndefined()
  })
})

/** STIP_FUZZ_SEED=123 repeats one run; STIP_FUZZ_RUNS=5000 is the nightly hunt. */
function seedsToTry(): readonly number[] {
  const { STIP_FUZZ_SEED: seed, STIP_FUZZ_RUNS: runs = '3' } = process.env
  if (seed !== undefined) return [Number(seed)]
  return Array.from({ length: Number(runs) }, (_, i) => i + 1)
}
