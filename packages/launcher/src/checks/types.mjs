import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { runChild } from '../processes/children.mjs'
import { root } from '../paths.mjs'

/**
 * Checks the types of every part of the project, two at a time. Each keeps what it found
 * (`incremental`), so that the next time only what a change touches is looked at again.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [log] - Begins the names of the logs that catch what is said; without it that is shown.
 * @returns {Promise<{ isFine: boolean, output: string }>} Whether all are right, and what was caught.
 */
export async function checkTypes(node, env, log) {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const waiting = projects()
  let isFine = true
  let output = ''
  const lane = async (/** @type {number} */ number) => {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const caught = log === undefined ? {} : { log: `${log}-${number}` }
      const outcome = await runChild(node, [compiler, '-p', project], { env, ...caught })
      if (outcome.code !== 0) isFine = false
      output += outcome.output
    }
  }
  await Promise.all([lane(1), lane(2)])
  return { isFine, output }
}

/** Every tsconfig of the project, the largest parts first: a part may have two. @returns {string[]} */
function projects() {
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`)
  return ['client', 'server', 'e2e', ...packages].flatMap((folder) => {
    const place = path.join(root, folder)
    const files = existsSync(place) ? readdirSync(place) : []
    return files
      .filter((file) => /^tsconfig(?:\.\w+)?\.json$/.test(file))
      .map((file) => `${folder}/${file}`)
  })
}
