import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../builds/build.mjs'
import { runChild } from '../processes/children.mjs'
import { prepare, run } from '../toolchain/prepare.mjs'
import { withSteadyMemory } from '../processes/server-memory.mjs'

// `npm run bench:start -- --sessions 500 --mb 1000`: how soon a server listens that keeps years of evenings.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBuilt(node, env)
  const main = fileURLToPath(
    new URL('../../../../server/src/attacks/start/main.ts', import.meta.url),
  )
  const { code } = await runChild(
    node,
    ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)],
    { env: withSteadyMemory(env) },
  )
  return code
})
