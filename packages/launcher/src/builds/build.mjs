import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from '../processes/children.mjs'
import { cacheFolder, root } from '../paths.mjs'
import { LaunchError, step } from '../say.mjs'
import { contentHash } from './content-hash.mjs'

/**
 * Something that is made before Stip runs.
 *
 * @typedef {object} Build
 * @property {string} name - Of its stamp and its log.
 * @property {string} title - What a person sees while it is made.
 * @property {string} result - A file that is there when it was made.
 * @property {readonly string[]} inputs - Files and folders that it is made of.
 * @property {string} folder - Where Vite is started.
 * @property {readonly string[]} parameters - Of Vite.
 */

/** What a browser loads. @type {Build} */
const client = {
  name: 'client-build',
  title: 'Schermen bouwen',
  result: 'client/dist/index.html',
  inputs: ['client', ...packagesWithout('launcher', 'testing', 'bench', 'rehearsal')],
  folder: 'client',
  parameters: [],
}

/**
 * The server as JavaScript: from TypeScript, Node loads what takes the types away anew in every thread,
 * with 50 MB that stay, and a start of three times the work.
 *
 * @type {Build}
 */
const server = {
  name: 'server-build',
  title: 'Server bouwen',
  result: 'server/dist/main.js',
  inputs: ['server', ...packagesWithout('launcher', 'testing', 'bench')],
  folder: 'server',
  parameters: ['--config', 'build/vite.config.ts'],
}

/** The server that {@link ensureBuilt} makes. */
export const serverProgram = path.join(root, server.result)

/**
 * Builds screens and server, unless the last builds were made of exactly the same files.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @throws {LaunchError}
 */
export async function ensureBuilt(node, env) {
  await ensure(client, node, env)
  await ensure(server, node, env)
}

/**
 * @param {Build} build
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function ensure(build, node, env) {
  const stampPath = path.join(cacheFolder, build.name)
  const hash = contentHash(root, [...build.inputs, 'pnpm-lock.yaml', 'tsconfig.base.json'])
  if (hash === readStamp(stampPath) && existsSync(path.join(root, build.result))) return
  rmSync(stampPath, { force: true })
  const { code } = await step(build.title, () =>
    runChild(node, [viteProgram(), 'build', ...build.parameters], {
      cwd: path.join(root, build.folder),
      env: { ...env, NODE_ENV: 'production' },
      log: build.name,
    }),
  )
  if (code !== 0) {
    throw new LaunchError(
      `${build.title} is niet gelukt: lees .stip/log/${build.name}.log, herstel wat daar staat en start opnieuw.`,
    )
  }
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(stampPath, hash)
}

/** Vite belongs to the client, which is built on every machine that runs Stip. */
function viteProgram() {
  return path.join(root, 'client/node_modules/vite/bin/vite.js')
}

/** @param {...string} names */
function packagesWithout(...names) {
  return readdirSync(path.join(root, 'packages'))
    .filter((name) => !names.includes(name))
    .toSorted()
    .flatMap((name) => [`packages/${name}/src`, `packages/${name}/package.json`])
}

/** @param {string} stampPath */
function readStamp(stampPath) {
  try {
    return readFileSync(stampPath, 'utf8')
  } catch {
    return undefined
  }
}
