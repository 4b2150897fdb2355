import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isOffline, runPnpm } from './npm.mjs'
import { root } from '../paths.mjs'
import { LaunchError, step } from '../say.mjs'

/**
 * How much is installed: `run` is what running needs, `all` adds the tools for developing and
 * testing.
 *
 * @typedef {'run' | 'all'} Extent
 */

/** @typedef {{ lockfile: string, extent: Extent }} Stamp */

// Inside node_modules: who removes that, removes the claim that it is complete.
const stampPath = path.join(root, 'node_modules', '.stip-installed.json')

/**
 * Makes sure that everything of this lockfile is installed; does nothing when it is.
 *
 * @param {Extent} extent
 * @param {NodeJS.ProcessEnv} env
 * @throws {LaunchError}
 */
export async function ensureInstalled(extent, env) {
  const lockfile = lockfileHash()
  const found = whatIsInstalled(lockfile)
  if (found !== undefined && covers(found, { lockfile, extent })) return

  // A developer's complete installation stays complete: we bring it up to date, never down.
  const wanted = found?.extent === 'all' ? 'all' : extent
  await step(
    wanted === 'run'
      ? 'Onderdelen ophalen die Stip nodig heeft (de eerste keer een paar minuten)'
      : 'Onderdelen en gereedschap ophalen (de eerste keer een paar minuten)',
    () => install(wanted, env),
  )
  writeFileSync(stampPath, `${JSON.stringify({ lockfile, extent: wanted })}\n`)
}

/**
 * @param {Stamp} found
 * @param {Stamp} wanted
 */
export function covers(found, wanted) {
  return found.lockfile === wanted.lockfile && (found.extent === 'all' || wanted.extent === 'run')
}

/** The parameters that make pnpm install this much. */
export function installParameters(/** @type {Extent} */ extent) {
  const always = [
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
    '--config.fetch-retries=1',
    // How old a release must be is judged when the lockfile changes. Judging it here again would ask
    // the registry about every package, also when all of them are on this machine already, and
    // fail on registries that do not tell dates.
    '--config.minimum-release-age=0',
  ]
  if (extent === 'all') return always
  return [...always, '--prod', '--filter', '@stip/server...', '--filter', '@stip/client...']
}

/**
 * @param {Extent} extent
 * @param {NodeJS.ProcessEnv} env
 */
async function install(extent, env) {
  // CI: pnpm then asks nothing when it wants to lay node_modules anew.
  const { code, output } = await runPnpm(installParameters(extent), {
    env: { ...env, CI: 'true' },
    log: 'install',
  })
  if (code === 0) return
  throw new LaunchError(
    isOffline(output)
      ? 'Stip kan zijn onderdelen niet ophalen, omdat het npm-register niet te bereiken is: controleer je internetverbinding (of de proxy en het register in .npmrc) en start opnieuw.'
      : 'Onderdelen ophalen is niet gelukt: lees .stip/log/install.log, haal de map node_modules weg en start opnieuw.',
  )
}

function lockfileHash() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    hash.update(readFileSync(path.join(root, name)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} lockfile - Hash of the lockfile as it is now.
 * @returns {Stamp | undefined}
 */
function whatIsInstalled(lockfile) {
  for (const folder of ['client', 'server']) {
    if (!existsSync(path.join(root, folder, 'node_modules'))) return undefined
  }
  if (isInstalledByHand()) return { lockfile, extent: 'all' }
  const isComplete = existsSync(path.join(root, 'node_modules', 'vitest'))
  return readStamp() ?? (isComplete ? { lockfile: 'another', extent: 'all' } : undefined)
}

/**
 * After a plain `pnpm install`, pnpm's note of what it installed is the lockfile itself; after
 * `npm start` it is a part of it.
 */
function isInstalledByHand() {
  try {
    const [noted, wanted] = ['node_modules/.pnpm/lock.yaml', 'pnpm-lock.yaml'].map((name) =>
      readFileSync(path.join(root, name), 'utf8'),
    )
    return noted === wanted
  } catch {
    return false
  }
}

/** @returns {Stamp | undefined} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampPath, 'utf8'))
  } catch {
    // Never installed by us, or the note is damaged: either way it has to be done again.
    return undefined
  }
}
