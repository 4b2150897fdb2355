import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from './processes/children.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

/**
 * Runs one of the server's own commands on its data folder.
 *
 * @param {'backup' | 'restore' | 'verify'} command
 */
export async function maintain(command) {
  await run(async () => {
    const { node, env } = await prepare('run')
    const program = fileURLToPath(
      new URL('../../../server/src/maintenance/main.ts', import.meta.url),
    )
    // npm moves to the root of the clone, where the data folder is; files are named from where the
    // person is.
    const here = process.env['INIT_CWD'] ?? process.cwd()
    const files = process.argv.slice(2).map((name) => keepSlash(name, path.resolve(here, name)))
    const { code } = await runChild(
      node,
      ['--disable-warning=ExperimentalWarning', program, command, ...files],
      { env },
    )
    return code
  })
}

/** A name that ends in a slash is a folder, also when it is not there yet. */
function keepSlash(/** @type {string} */ name, /** @type {string} */ whole) {
  return name.endsWith('/') ? whole + path.sep : whole
}
