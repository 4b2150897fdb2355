import { expect, it } from 'vitest'
import { sourcesIn } from './sources.ts'

/** Where it is said once how long tests wait, and what `waitFor` is wrapped in. */
const patient = new Set([
  'e2e/support/patience.ts',
  'server/src/test/eventually.ts',
  'packages/testing/src/patience.test.ts',
])
/** A wait of a test's own, in numbers, or one with the short patience that Vitest has by itself. */
const ownWait =
  /\bsetTimeout\(\s*[\d_]+\s*\)|\{\s*timeout:\s*[\d_]+\s*,?\s*\}|\bvi\.wait(?:For|Until)\(|\bwaitForTimeout\(/

it('no test knows how fast the machine is: all wait as long as is said in one place', () => {
  const tests = [
    'packages',
    'server',
    'client',
    'e2e/journeys',
    'e2e/people',
    'e2e/fuzz',
    'e2e/support',
  ]
    .flatMap((folder) => sourcesIn(folder))
    .filter(({ path, isTest }) => isTest || path.startsWith('e2e/'))
  expect(tests.length).toBeGreaterThan(100)
  const impatient = tests.filter(({ path, text }) => !patient.has(path) && ownWait.test(text))
  expect(impatient.map(({ path }) => path)).toEqual([])
})
