import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../builds/build.mjs'
import { runChild } from '../processes/children.mjs'
import { prepare, run } from '../toolchain/prepare.mjs'

// `npm run bench:report`: how long the documents of a full evening take, in every format.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBuilt(node, env)
  const main = fileURLToPath(
    new URL('../../../../server/src/attacks/report/main.ts', import.meta.url),
  )
  const { code } = await runChild(node, [main, ...process.argv.slice(2)], { env })
  return code
})
