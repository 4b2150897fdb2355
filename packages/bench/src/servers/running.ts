import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerName } from '../names.ts'

const PATIENCE_MS = 120_000

export interface RunningOptions {
  readonly server: ServerName
  readonly port: number
  /** Folder for a CPU profile, written when the server stops. */
  readonly profile?: string | undefined
  /** The folder of another Stip than this one. */
  readonly stip?: string | undefined
  /** What it loads first; it can be talked to then. */
  readonly watch?: URL
}

/** One server in a process of its own, with a data folder of its own. */
export class RunningServer {
  readonly port: number
  startedAt = 0
  readonly #options: RunningOptions
  readonly #dataFolder: string
  #child: ChildProcess | undefined
  #output = ''

  constructor(options: RunningOptions) {
    this.#options = options
    this.port = options.port
    this.#dataFolder = mkdtempSync(join(tmpdir(), `bench-${options.server}-`))
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Starts it on the data it has; it may not listen yet. */
  spawn(): void {
    this.startedAt = Date.now()
    const { profile, watch } = this.#options
    const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
    const watching = watch === undefined ? [] : ['--import', watch.href]
    const words = [...always, ...profiling, ...watching, ...this.#command()]
    this.#child = spawn(process.execPath, words, {
      stdio: ['ignore', 'pipe', 'pipe', ...(watch === undefined ? [] : (['ipc'] as const))],
      env: {
        ...this.#environment(),
        NODE_ENV: 'production',
        STIP_PORT: String(this.port),
        STIP_HOST: '127.0.0.1',
        STIP_DATA_DIR: this.#dataFolder,
        STIP_PUBLIC_URL: `http://127.0.0.1:${this.port}`,
        STIP_LOG_LEVEL: 'error',
      },
    })
    const hear = (text: Buffer): void => {
      this.#output = (this.#output + text.toString()).slice(-4000)
    }
    this.#child.stdout?.on('data', hear)
    this.#child.stderr?.on('data', hear)
  }

  /** Starts it and waits until it listens. */
  async start(): Promise<void> {
    this.spawn()
    while (Date.now() - this.startedAt < PATIENCE_MS) {
      if (this.#child?.exitCode !== null) break
      if (await listens(this.port)) return
      await pause(20)
    }
    throw new Error(`${this.#options.server} does not start: ${this.#output}`)
  }

  /** Asks what it loaded first. */
  ask<Answer>(question: unknown): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    this.#child?.once('message', (answer) => resolve(answer as Answer))
    this.#child?.send(question as string)
    return promise
  }

  /** Ends it; without `force` it may put its work away. */
  async stop(force = false): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(force ? 'SIGKILL' : 'SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(timer)
  }

  /** Ends it for good, with all it stored. */
  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.#dataFolder, { recursive: true, force: true })
  }

  /** The last things it said: when something goes wrong, that is where to look. */
  get output(): string {
    return this.#output
  }

  /** How memory is held is a setting of `npm start` of this Stip; no other server is started with it. */
  #environment(): NodeJS.ProcessEnv {
    const { server, stip } = this.#options
    const environment = { ...process.env }
    if (server === 'stip' && stip === undefined) return environment
    delete environment['MALLOC_MMAP_THRESHOLD_']
    delete environment['MALLOC_TRIM_THRESHOLD_']
    return environment
  }

  #command(): readonly string[] {
    const { server, stip } = this.#options
    if (server === 'stip') return [programOf(stip ?? here('../../../..'))]
    const isGathering = server === 'hocuspocus-33'
    const program = here(`programs/${isGathering ? 'hocuspocus' : server}.ts`)
    return [program, String(this.port), this.#dataFolder, ...(isGathering ? ['33'] : [])]
  }
}

/** A benchmark that is killed leaves no servers behind: every server looks whether it is still there. */
const always = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  new URL('../../../launcher/src/stop-with-parent.mjs', import.meta.url).href,
]

/** What `npm start` of a checkout starts: before there was a build, that was the source. */
function programOf(checkout: string): string {
  const built = join(checkout, 'server/dist/main.js')
  return existsSync(built) ? built : join(checkout, 'server/src/main.ts')
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
