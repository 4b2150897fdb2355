import { ensureInstalled } from './dependencies.mjs'
import { environmentWith, findOrFetchNode } from './node-runtime.mjs'
import { complain, LaunchError } from '../say.mjs'
import { isAskedToStop, stopTogether } from '../processes/stop.mjs'

/**
 * What every command needs first: the right Node, and the parts.
 *
 * @param {import('./dependencies.mjs').Extent} extent
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>}
 */
export async function prepare(extent) {
  const node = await findOrFetchNode()
  const env = environmentWith(node)
  await ensureInstalled(extent, env)
  return { node, env }
}

/**
 * Runs a command from start to end. Whatever happens, the person sees a sentence and no stack, and
 * no process stays behind.
 *
 * @param {() => Promise<number>} command - Gives the exit code.
 */
export async function run(command) {
  stopTogether()
  try {
    const code = await command()
    process.exitCode = isAskedToStop() ? 0 : code
  } catch (error) {
    if (isAskedToStop()) return
    if (!(error instanceof LaunchError)) throw error
    complain(error.message)
    process.exitCode = 1
  }
}
