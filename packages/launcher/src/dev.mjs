import { fileURLToPath } from 'node:url'
import { runChild, stopChildren } from './processes/children.mjs'
import { prepare, run } from './toolchain/prepare.mjs'
import { say } from './say.mjs'

// `pnpm dev`: the server restarts and the screens change while you type. One Ctrl-C stops both.

await run(async () => {
  const { node, env: found } = await prepare('all')
  const port = found['STIP_PORT'] ?? '3000'
  const screensPort = found['STIP_DEV_PORT'] ?? '5173'
  const env = { ...found, STIP_PORT: port, STIP_DEV_PORT: screensPort }
  say(`• Open http://localhost:${screensPort} (de server luistert op ${port}; Ctrl-C stopt alles)`)
  const server = runChild(
    node,
    ['--watch', '--disable-warning=ExperimentalWarning', here('../../../server/src/main.ts')],
    { env },
  )
  const screens = runChild(node, [here('dev-screens.mjs')], { env })
  const { code } = await Promise.race([server, screens])
  stopChildren(false)
  await Promise.all([server, screens])
  return code
})

function here(/** @type {string} */ file) {
  return fileURLToPath(new URL(file, import.meta.url))
}
