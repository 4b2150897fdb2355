import { runChild } from './processes/children.mjs'
import { ensureBuilt, serverProgram } from './builds/build.mjs'
import { prepare, run } from './toolchain/prepare.mjs'
import { withSteadyMemory } from './processes/server-memory.mjs'
import { isAskedToStop } from './processes/stop.mjs'

// `npm start`: from a clean clone to a running Stip, and from then on within seconds.
//
// The odd line in package.json is for two shells at once. A `sh` between npm and us would swallow
// a SIGINT that is sent to npm alone, so it must be replaced: `exec`. Windows' cmd has no `exec`;
// it reads everything up to `&&` as the value of a variable and runs what comes after.

/** Warnings for developers; `pnpm dev` shows them. */
const quietly = ['--disable-warning=ExperimentalWarning', '--disable-warning=DeprecationWarning']

await run(async () => {
  const { node, env } = await prepare('run')
  await ensureBuilt(node, env)
  if (isAskedToStop()) return 0
  const companion = new URL('stop-with-parent.mjs', import.meta.url).href
  const { code } = await runChild(node, [...quietly, '--import', companion, serverProgram], {
    env: { ...withSteadyMemory(env), NODE_ENV: 'production' },
  })
  return code
})
