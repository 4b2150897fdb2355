import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './builds/build.mjs'
import { runChild } from './processes/children.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

// `npm run mutate`: updates with changed bytes against a live server, which must stay well.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBuilt(node, env)
  const main = fileURLToPath(new URL('../../../server/src/attacks/mutate/main.ts', import.meta.url))
  const { code } = await runChild(
    node,
    ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)],
    { env },
  )
  return code
})
