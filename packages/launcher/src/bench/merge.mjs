import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../builds/build.mjs'
import { runChild } from '../processes/children.mjs'
import { withSteadyMemory } from '../processes/server-memory.mjs'
import { prepare, run } from '../toolchain/prepare.mjs'

// `npm run bench:merge`: how long a merge takes, by itself and with a room that looks on.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBuilt(node, env)
  const bench = fileURLToPath(new URL('../../../bench/src/merging/main.ts', import.meta.url))
  const { code } = await runChild(
    node,
    ['--disable-warning=ExperimentalWarning', bench, ...process.argv.slice(2)],
    // npm moves to the root of the clone; folders are named from where the person is.
    { env: withSteadyMemory(env), cwd: process.env['INIT_CWD'] ?? process.cwd() },
  )
  return code
})
