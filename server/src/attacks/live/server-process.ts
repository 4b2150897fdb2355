import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How the server's process did since it was last asked. */
export interface Health {
  /** Most work of the main thread between two turns of its event loop, in ms of CPU time. */
  readonly longestWork: number
  /** The latest that a turn came, in ms; on a busy computer others may be the cause. */
  readonly longestDelay: number
  /** Bytes. */
  readonly rss: number
}

/** The real server, in a process of its own, with a data folder of its own. */
export class ServerProcess {
  readonly url: string
  readonly #child: ChildProcess
  readonly #folder: string
  /** The server ended by itself. */
  hasCrashed = false
  #isStopping = false

  private constructor(child: ChildProcess, folder: string, url: string) {
    this.#child = child
    this.#folder = folder
    this.url = url
    child.on('exit', () => {
      this.hasCrashed ||= !this.#isStopping
    })
  }

  static async start(): Promise<ServerProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'stip-live-'))
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const main = fileURLToPath(new URL('../../../dist/main.js', import.meta.url))
    const child = fork(main, [], {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        '--import',
        new URL('loop-watch.ts', import.meta.url).href,
      ],
      env: {
        ...process.env,
        STIP_PORT: String(port),
        STIP_HOST: '127.0.0.1',
        STIP_DATA_DIR: folder,
        STIP_LOG_LEVEL: 'error',
        STIP_PUBLIC_URL: '',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const server = new ServerProcess(child, folder, url)
    await server.#isUp()
    return server
  }

  async health(): Promise<Health> {
    const answer = new Promise<Health>((resolve, reject) => {
      const onExit = (): void => reject(new Error('The server is gone.'))
      this.#child.once('exit', onExit)
      this.#child.once('message', (health) => {
        this.#child.off('exit', onExit)
        resolve(health as Health)
      })
    })
    this.#child.send('how are you')
    return answer
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#child.exitCode === null) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve))
      this.#child.kill('SIGTERM')
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #isUp(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      if (this.hasCrashed) break
      try {
        // oxlint-disable-next-line no-await-in-loop
        if ((await fetch(`${this.url}/api/health`)).ok) return
      } catch {
        // Not yet.
      }
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('The server did not start.')
  }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
