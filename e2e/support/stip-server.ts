import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { patience } from './patience.ts'

const ownRoot = fileURLToPath(new URL('../..', import.meta.url))
const firstPort = 4500
const lastPort = 4599

/** A name that is not localhost; the browsers of these tests find it on this computer. */
export const hostName = 'stip.test'

/** Stip as a process of its own, with a data folder of its own. */
export interface StipServer {
  /** Where browsers reach it. */
  readonly origin: string
  /** Where programs on this computer reach it. */
  readonly url: string
  readonly dataDir: string
  /** Pulls the plug: no chance to store, to confirm or to say goodbye. */
  kill(): Promise<void>
  /** Starts it again, on the same data and the same port. */
  startAgain(): Promise<void>
  /** Asks it to stop, waits until it did, and removes its data. */
  stop(): Promise<void>
}

interface ServerOptions {
  readonly dataDir?: string
  readonly port?: number
  /** The checkout that is run; this one when left out. */
  readonly root?: string
  /** Settings of Stip, as in the README. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Starts Stip and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<StipServer> {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'stip-e2e-'))
  const url = `http://127.0.0.1:${port}`
  const { root = ownRoot } = options
  const environment = {
    ...process.env,
    STIP_LOG_LEVEL: 'error',
    STIP_PUBLIC_URL: `http://${hostName}:${port}`,
    ...options.settings,
    STIP_PORT: String(port),
    STIP_DATA_DIR: dataDir,
  }
  let child = await launch(environment, url, root)
  return {
    origin: `http://${hostName}:${port}`,
    url,
    dataDir,
    kill: () => end(child, 'SIGKILL'),
    startAgain: async () => {
      child = await launch(environment, url, root)
    },
    stop: async () => {
      await end(child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(
  environment: NodeJS.ProcessEnv,
  url: string,
  root: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [programOf(root)], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const deadline = Date.now() + patience.look
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error('The server does not answer.')
    }
    // Asking a process whether it is up is the one thing here that nobody announces.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return child
}

/** What `npm start` of a checkout starts: before there was a build, that was the source. */
function programOf(root: string): string {
  const built = join(root, 'server/dist/main.js')
  return existsSync(built) ? built : join(root, 'server/src/main.ts')
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Ports outside the range that systems hand out, so that nobody takes it while a server is down. */
async function freePort(): Promise<number> {
  const count = lastPort - firstPort + 1
  // Who starts at the same moment, here or in another checkout, begins to look at another place.
  const start = process.pid * 13
  for (let step = 0; step < count; step++) {
    const port = firstPort + ((start + step) % count)
    if (await isFree(port)) return port
  }
  throw new Error(`No port from ${firstPort} to ${lastPort} is free.`)
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(port, '::', () => probe.close(() => resolve(true)))
  })
}
