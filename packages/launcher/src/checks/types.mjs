import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { runChild } from '../processes/children.mjs'
import { root } from '../paths.mjs'

/**
 * Checks the types of every part of the project, one after the other: the compiler itself already
 * uses all cores.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} Whether all are right.
 */
export async function checkTypes(node, env) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  let isFine = true
  for (const folder of projects()) {
    const { code } = await runChild(node, [compiler, '-p', folder], { env })
    if (code !== 0) isFine = false
  }
  return isFine
}

/** @returns {readonly string[]} */
function projects() {
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`)
  return [...packages, 'server', 'client', 'e2e'].filter((folder) =>
    existsSync(path.join(root, folder, 'tsconfig.json')),
  )
}
