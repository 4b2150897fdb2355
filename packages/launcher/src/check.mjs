import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { dearTestsOf } from './checks/changed.mjs'
import { checkTypes } from './checks/types.mjs'
import { root } from './paths.mjs'
import { runChild } from './processes/children.mjs'
import { say } from './say.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

// `pnpm check`: what one wants to know before a commit, within a minute or so. Everything that is
// checked without running it, and those tests that a change touches and that need nothing but
// themselves. Servers, canvases and browsers are for `npm test`.

/** Two at a time: a small machine has two cores. */
const LANES = 2

/** @typedef {{ isFine: boolean, output: string }} Verdict */

await run(async () => {
  const { node, env } = await prepare('all')
  /** @param {string} log @param {string} program @param {readonly string[]} parameters @returns {Promise<Verdict>} */
  const program = async (log, program, ...parameters) => {
    const inModules = path.join(root, 'node_modules', program)
    const { code, output } = await runChild(node, [inModules, ...parameters], { env, log })
    return { isFine: code === 0, output }
  }
  const vitest = (/** @type {string} */ log, /** @type {readonly string[]} */ ...parameters) =>
    program(log, 'vitest/vitest.mjs', 'run', '--reporter=dot', '--passWithNoTests', ...parameters)

  /** @type {[string, () => Promise<Verdict>][]} */
  const stages = [
    ['Typen', () => checkTypes(node, env, 'check-types')],
    ['Stijl', () => program('check-style', 'oxlint/bin/oxlint', '--deny-warnings')],
    // Paths: nothing that starts a server or draws.
    [
      'Tests',
      () => vitest('check-tests', '--changed', '--project=together', 'packages/', 'client/src/'),
    ],
    ['Tests van het bestand zelf', () => dearTests(vitest)],
    ['Ongebruikte code', () => program('check-unused', 'knip/bin/knip.js', '--cache')],
    ['Opmaak', () => program('check-format', 'oxfmt/bin/oxfmt', '--check')],
  ]
  const startedAt = Date.now()
  let failed = 0
  const lane = async () => {
    for (let next = stages.shift(); next !== undefined; next = stages.shift()) {
      const [name, work] = next
      const { isFine, output } = await work()
      if (!isFine) failed += 1
      say(`${isFine ? '' : `\n${output}\n`}== ${name}: ${isFine ? 'goed' : 'NIET GOED'}`)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  say(`${Math.round((Date.now() - startedAt) / 1000)} s`)
  return failed === 0 ? 0 : 1
})

/**
 * @param {(log: string, ...files: readonly string[]) => Promise<Verdict>} vitest
 * @returns {Promise<Verdict>}
 */
async function dearTests(vitest) {
  const tests = dearTestsOf(changedFiles(), (file) => existsSync(path.join(root, file)))
  return tests.length === 0 ? { isFine: true, output: '' } : vitest('check-own-tests', ...tests)
}

/** What is different from the last commit, new files too. @returns {readonly string[]} */
function changedFiles() {
  return [
    ...git('diff', '--name-only', '--relative', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]
}

/** The lines that git answers. @param {readonly string[]} parameters */
function git(...parameters) {
  const answer = execFileSync('git', parameters, { cwd: root, encoding: 'utf8' })
  return answer.split('\n').filter((line) => line !== '')
}
