import { fileURLToPath } from 'node:url'
import { runChild } from './processes/children.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

// `npm run check:report`: the documents of a vision, in readers of the system as far as it has them.

await run(async () => {
  const { node, env } = await prepare('all')
  const main = fileURLToPath(new URL('../../report/tools/check.ts', import.meta.url))
  const { code } = await runChild(node, [main], { env })
  return code
})
