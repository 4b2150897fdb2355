import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './toolchain/browser.mjs'
import { runChild, stopChildren } from './processes/children.mjs'
import { ensureBuilt, serverProgram } from './builds/build.mjs'
import { prepare, run } from './toolchain/prepare.mjs'
import { LaunchError, say } from './say.mjs'
import { withSteadyMemory } from './processes/server-memory.mjs'
import { isAskedToStop } from './processes/stop.mjs'

// `npm run proefrun`: a whole invented evening in a new session, over the lines that people use.

const help = `npm run proefrun speelt een verzonnen avond: zestig mensen, vierhonderd briefjes, drie tekeningen.
Staat Stip nog niet aan, dan gaat het aan en blijft het aan tot je op Ctrl-C drukt.

  npm run proefrun                              alles, zo snel als het gaat
  npm run proefrun -- --to-step 7               tot en met stap 7 van het draaiboek
  npm run proefrun -- --speed 10                tien keer zo snel als de avond zelf (1, 10, … of max)
  npm run proefrun -- --title 'Avond in mei'    een andere naam voor de sessie
  npm run proefrun -- --met-bewoners            met twintig bewoners en ondernemers erbij
  npm run proefrun -- --url http://10.0.0.5     in een Stip die ergens anders draait
  npm run proefrun -- --stay                    iedereen blijft verbonden tot je op Ctrl-C drukt
  npm run proefrun -- --screenshots MAP         afbeeldingen van alle schermen bij acht stappen, in een map
  npm run proefrun -- --screenshots MAP --steps 7,14`

const quietly = ['--disable-warning=ExperimentalWarning', '--disable-warning=DeprecationWarning']
const wishes = process.argv.slice(2)

await run(async () => {
  if (wishes.includes('--help') || wishes.includes('--hulp')) {
    say(help)
    return 0
  }
  const folder = valueOf('--screenshots')
  if (folder !== undefined) return takePictures(folder)
  const { node, env } = await prepare('run')
  const port = env['STIP_PORT'] || '3000'
  const isElsewhere = wishes.some((word) => word.startsWith('--url'))
  const url = `http://127.0.0.1:${port}`
  if (isElsewhere) return play(node, env, wishes)
  if (await answers(url)) return play(node, env, [...wishes, '--url', url])
  await ensureBuilt(node, env)
  const companion = new URL('stop-with-parent.mjs', import.meta.url).href
  if (isAskedToStop()) return 0
  const server = runChild(node, [...quietly, '--import', companion, serverProgram], {
    env: { ...withSteadyMemory(env), NODE_ENV: 'production' },
  })
  if (!(await isUp(url, server))) throw new LaunchError('Stip gaat niet aan.')
  const code = await play(node, env, [...wishes, '--url', url, '--stay'])
  stopChildren(false)
  await server
  return code
})

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} words
 */
async function play(node, env, words) {
  const main = here('../../rehearsal/src/main.ts')
  return (await runChild(node, [...quietly, main, ...words], { env })).code
}

/** On a server of its own, which is gone afterwards. */
async function takePictures(/** @type {string} */ folder) {
  const { node, env } = await prepare('all')
  await ensureBrowser(node, env)
  await ensureBuilt(node, env)
  const steps = valueOf('--steps')
  const words = [folder, ...(steps === undefined ? [] : [steps])]
  const main = here('../../../e2e/look/main.ts')
  return (await runChild(node, [...quietly, main, ...words], { env })).code
}

/** What stands behind a name on the command line. */
function valueOf(/** @type {string} */ name) {
  const place = wishes.indexOf(name)
  return place === -1 ? undefined : (wishes[place + 1] ?? '')
}

/**
 * Waits until the server answers.
 *
 * @param {string} url
 * @param {Promise<unknown>} server - Settles when it ended.
 */
async function isUp(url, server) {
  const ended = new AbortController()
  void server.then(() => ended.abort())
  while (!ended.signal.aborted && !isAskedToStop()) {
    if (await answers(url)) return true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

async function answers(/** @type {string} */ url) {
  try {
    return (await fetch(`${url}/api/health`)).ok
  } catch {
    return false
  }
}

function here(/** @type {string} */ file) {
  return fileURLToPath(new URL(file, import.meta.url))
}
