import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from '../processes/children.mjs'
import { contentHash } from './content-hash.mjs'
import { cacheFolder, root } from '../paths.mjs'
import { LaunchError, step } from '../say.mjs'

const stampPath = path.join(cacheFolder, 'client-build')

/** These packages never reach the browser. */
const notInClient = new Set(['launcher', 'testing', 'bench', 'rehearsal'])

/**
 * Builds the client, unless the last build was made of exactly the same files.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @throws {LaunchError}
 */
export async function ensureClientBuilt(node, env) {
  const hash = contentHash(root, buildInputs())
  if (hash === readStamp() && existsSync(path.join(root, 'client/dist/index.html'))) return
  rmSync(stampPath, { force: true })
  const { code } = await step('Schermen bouwen', () => buildClient(node, env))
  if (code !== 0) {
    throw new LaunchError(
      'De schermen bouwen is niet gelukt: lees .stip/log/build.log, herstel wat daar staat en start opnieuw.',
    )
  }
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(stampPath, hash)
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
function buildClient(node, env) {
  return runChild(node, [viteProgram(), 'build'], {
    cwd: path.join(root, 'client'),
    env: { ...env, NODE_ENV: 'production' },
    log: 'build',
  })
}

/** Vite belongs to the client, which is built on every machine that runs Stip. */
function viteProgram() {
  return path.join(root, 'client/node_modules/vite/bin/vite.js')
}

/** @returns {readonly string[]} */
function buildInputs() {
  const packages = readdirSync(path.join(root, 'packages')).filter((name) => !notInClient.has(name))
  return [
    'client',
    ...packages
      .toSorted()
      .flatMap((name) => [`packages/${name}/src`, `packages/${name}/package.json`]),
    'pnpm-lock.yaml',
    'tsconfig.base.json',
  ]
}

function readStamp() {
  try {
    return readFileSync(stampPath, 'utf8')
  } catch {
    return undefined
  }
}
