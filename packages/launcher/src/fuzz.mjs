import path from 'node:path'
import { ensureBrowser, playwrightProgram } from './toolchain/browser.mjs'
import { runChild } from './processes/children.mjs'
import { ensureBuilt } from './builds/build.mjs'
import { root } from './paths.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

// `npm run fuzz`: the seeded histories of the tests, as many as a night takes. A seed that fails is
// named; STIP_FUZZ_SEED repeats it, and it goes into the list of the file that it failed in.
// `npm run fuzz -- 500 editors` takes one file, `npm run fuzz -- 500 e2e` the editors in Chromium.

/** A history in browsers takes as long as so many without. */
const WITHOUT_PER_BROWSER = 100

const [first, ...rest] = process.argv.slice(2)
const hasCount = first !== undefined && /^\d+$/.test(first)
const count = hasCount ? Number(first) : 10_000
const wishes = hasCount || first === undefined ? rest : [first, ...rest]
const files = wishes.filter((wish) => wish !== 'e2e')

await run(async () => {
  const { node, env } = await prepare('all')
  const onlyBrowsers = wishes.length > 0 && files.length === 0
  const code = onlyBrowsers ? 0 : await withoutBrowsers(node, env)
  const inBrowsers = wishes.length === 0 || wishes.includes('e2e')
  return inBrowsers ? (await withBrowsers(node, env)) || code : code
})

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function withoutBrowsers(node, env) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const parameters = ['run', '--reporter=dot', ...(files.length === 0 ? ['fuzz.test'] : files)]
  const { code } = await runChild(node, [vitest, ...parameters], {
    env: { STIP_FUZZ_RUNS: String(count), ...env },
  })
  return code
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function withBrowsers(node, env) {
  await ensureBuilt(node, env)
  await ensureBrowser(node, env)
  const runs = Math.ceil(count / WITHOUT_PER_BROWSER)
  const parameters = ['test', '--config', 'playwright.config.ts', 'editors.fuzz']
  const { code } = await runChild(node, [playwrightProgram(), ...parameters], {
    cwd: path.join(root, 'e2e'),
    env: { STIP_FUZZ_RUNS: String(runs), ...env },
    // Playwright closes its browsers and servers on this one.
    stopSignal: 'SIGINT',
  })
  return code
}
