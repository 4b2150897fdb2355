import { ensureBuilt } from './builds/build.mjs'
import { prepare, run } from './toolchain/prepare.mjs'

// `pnpm build`: screens and server as `npm start` makes them; `pnpm e2e` looks at those.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBuilt(node, env)
  return 0
})
