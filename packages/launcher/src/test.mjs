import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureBrowser, playwrightProgram } from './toolchain/browser.mjs'
import { runChild } from './processes/children.mjs'
import { ensureBuilt } from './builds/build.mjs'
import { cacheFolder, resultsFolder, root } from './paths.mjs'
import { prepare, run } from './toolchain/prepare.mjs'
import { complain, LaunchError, say } from './say.mjs'
import { isAskedToStop } from './processes/stop.mjs'
import {
  closingLine,
  sum,
  tallyOfCheck,
  tallyOfPlaywright,
  tallyOfRun,
  tallyOfVitest,
} from './checks/tally.mjs'
import { checkTypes } from './checks/types.mjs'

// `npm test`: everything that has to be right before a change goes in. All stages run, also after
// one has failed: who fixes things wants to know all of them. Only a browser needs screens to look at.

/** @typedef {import('./checks/tally.mjs').Tally} Tally */

/** The names of the stages in which something failed. @type {string[]} */
const notGood = []

await run(async () => {
  const { node, env: found } = await prepare('all')
  // Every test of the server starts threads, and they would all compile the same files.
  const env = { ...found, CI: 'true', NODE_COMPILE_CACHE: path.join(cacheFolder, 'compiled') }
  rmSync(resultsFolder, { recursive: true, force: true })
  mkdirSync(resultsFolder, { recursive: true })

  /** @param {string} program @param {readonly string[]} parameters */
  const check = async (program, ...parameters) => {
    const inModules = path.join(root, 'node_modules', program)
    return tallyOfCheck((await runChild(node, [inModules, ...parameters], { env })).code === 0)
  }

  const checks = [
    await stage('Opmaak', () => check('oxfmt/bin/oxfmt', '--check')),
    await stage('Stijl', () => check('oxlint/bin/oxlint', '--deny-warnings')),
    await stage('Typen', async () => tallyOfCheck((await checkTypes(node, env)).isFine)),
    await stage('Ongebruikte code', () => check('knip/bin/knip.js', '--cache')),
    await stage('Tests zonder browser', () => unitTests(node, env)),
  ]
  const built = await stage('Schermen en server bouwen', () => build(node, env))
  const seen = await stage('Tests in de browser', async () => {
    // Without screens every journey would wait for its time to run out, or look at an old build.
    if (built.failed > 0)
      throw new LaunchError('Overgeslagen: eerst moeten schermen en server gebouwd zijn.')
    return browserTests(node, env)
  })
  const total = sum([...checks, built, seen])
  say('')
  // A check says what is wrong thousands of lines before the end.
  if (notGood.length > 0) say(`Niet goed: ${notGood.join(', ')}. Zie hierboven.`)
  say(closingLine(total))
  return total.failed === 0 ? 0 : 1
})

/**
 * @param {string} name
 * @param {() => Promise<Tally>} work
 */
async function stage(name, work) {
  if (isAskedToStop()) throw new LaunchError('Gestopt.')
  say(`\n== ${name}`)
  const startedAt = Date.now()
  const tally = await work().catch((/** @type {unknown} */ error) => {
    if (!(error instanceof LaunchError)) throw error
    complain(error.message)
    return tallyOfCheck(false)
  })
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  if (tally.failed > 0) notGood.push(name)
  say(`== ${name}: ${tally.failed === 0 ? 'goed' : 'NIET GOED'} (${seconds} s)`)
  return tally
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function unitTests(node, env) {
  const report = path.join(resultsFolder, 'unit.json')
  const { code } = await runChild(
    node,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env },
  )
  return tallyOfRun(tallyOfVitest(readReport(report)), code)
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function build(node, env) {
  await ensureBuilt(node, env)
  return tallyOfCheck(true)
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function browserTests(node, env) {
  await ensureBrowser(node, env)
  const report = path.join(resultsFolder, 'browser.json')
  const { code } = await runChild(
    node,
    [playwrightProgram(), 'test', '--config', 'playwright.config.ts', '--reporter=list,json'],
    {
      cwd: path.join(root, 'e2e'),
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      // Playwright closes its browsers and servers on this one.
      stopSignal: 'SIGINT',
    },
  )
  return tallyOfRun(tallyOfPlaywright(readReport(report)), code)
}

/** @param {string} report @returns {unknown} */
function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    // No report: the run never got that far, and its exit code says so.
    return undefined
  }
}
