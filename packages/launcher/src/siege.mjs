import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './builds/build.mjs'
import { runChild } from './processes/children.mjs'
import { prepare, run } from './toolchain/prepare.mjs'
import { withSteadyMemory } from './processes/server-memory.mjs'

// `npm run siege`: one person with a script against a live server on which others draw.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBuilt(node, env)
  const main = fileURLToPath(new URL('../../../server/src/attacks/siege/main.ts', import.meta.url))
  const { code } = await runChild(
    node,
    ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)],
    { env: withSteadyMemory(env) },
  )
  return code
})
