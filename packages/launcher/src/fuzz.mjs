import path from 'node:path'
import { runChild } from './children.mjs'
import { root } from './paths.mjs'
import { prepare, run } from './prepare.mjs'

// `npm run fuzz`: the seeded histories of the tests, as many as a night takes. A seed that fails is
// named; STIP_FUZZ_SEED repeats it, and it goes into the list of the file that it failed in.

const [first, ...rest] = process.argv.slice(2)
const hasCount = first !== undefined && /^\d+$/.test(first)
const count = hasCount ? first : '10000'
const files = hasCount || first === undefined ? rest : [first, ...rest]

await run(async () => {
  const { node, env } = await prepare('all')
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const parameters = ['run', '--reporter=dot', ...(files.length === 0 ? ['fuzz.test'] : files)]
  const { code } = await runChild(node, [vitest, ...parameters], {
    env: { STIP_FUZZ_RUNS: count, ...env },
  })
  return code
})
