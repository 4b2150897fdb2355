/**
 * Seeds for a fuzz test with editors: a few, more where everything is tested (`npm test`).
 * STIP_FUZZ_SEED=123 repeats one run; STIP_FUZZ_RUNS=10000 is the nightly hunt.
 */
export function seedsToTry({ few = 20, many = 100 } = {}): readonly number[] {
  const environment: Readonly<Record<string, string | undefined>> = import.meta.env
  const { STIP_FUZZ_SEED: seed, CI: isThorough } = environment
  if (seed !== undefined) return [Number(seed)]
  const runs = Number(environment['STIP_FUZZ_RUNS'] ?? (isThorough === 'true' ? many : few))
  return Array.from({ length: runs }, (_, index) => index + 1)
}
