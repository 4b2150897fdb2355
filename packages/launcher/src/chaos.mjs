import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './builds/build.mjs'
import { runChild } from './processes/children.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

// `npm run chaos`: the server is killed, its files are damaged, and nothing may get lost.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBuilt(node, env)
  const chaos = fileURLToPath(new URL('../../bench/src/chaos/main.ts', import.meta.url))
  const { code } = await runChild(
    node,
    ['--disable-warning=ExperimentalWarning', chaos, ...process.argv.slice(2)],
    { env },
  )
  return code
})
