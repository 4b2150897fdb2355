import { fileURLToPath } from 'node:url'
import { runChild } from './processes/children.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

// `npm run propose -- BESTAND`: which notes in a file say the same, as JSON.

await run(async () => {
  const { node, env } = await prepare('run')
  const main = fileURLToPath(new URL('../../similarity/tools/main.ts', import.meta.url))
  const { code } = await runChild(
    node,
    ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)],
    // npm moves to the root of the clone; files are named from where the person is.
    { env, cwd: process.env['INIT_CWD'] ?? process.cwd() },
  )
  return code
})
