import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from '../toolchain/browser.mjs'
import { runChild } from '../processes/children.mjs'
import { ensureBuilt } from '../builds/build.mjs'
import { root } from '../paths.mjs'
import { prepare, run } from '../toolchain/prepare.mjs'
import { LaunchError, step } from '../say.mjs'

// `npm run bench:client`: the board in a browser, beside bare tldraw, on this machine.

await run(async () => {
  const { node, env } = await prepare('all')
  await ensureBrowser(node, env)
  await ensureBuilt(node, env)
  // A phone and a laptop are measured on the product itself.
  const isProduct = ['--phone', '--laptop'].some((option) => process.argv.includes(option))
  if (!isProduct) await buildPage(node, env)
  const bench = fileURLToPath(new URL('../../../../e2e/bench/main.ts', import.meta.url))
  const { code } = await runChild(
    node,
    ['--disable-warning=ExperimentalWarning', bench, ...process.argv.slice(2)],
    { env },
  )
  return code
})

/**
 * Builds the page that only the bench uses.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function buildPage(node, env) {
  const { code: built } = await step('Meetpagina bouwen', () =>
    runChild(
      node,
      [
        path.join(root, 'client/node_modules/vite/bin/vite.js'),
        'build',
        '--config',
        'build/bench.config.ts',
      ],
      {
        cwd: path.join(root, 'client'),
        env: { ...env, NODE_ENV: 'production' },
        log: 'bench-client',
      },
    ),
  )
  if (built !== 0) throw new LaunchError('Lees .stip/log/bench-client.log en start opnieuw.')
}
