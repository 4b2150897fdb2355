import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { pause } from '../driver/waiting.ts'

const PATIENCE_MS = 40_000

/** The real server, on a folder that others may have broken. */
export class Stip {
  readonly port: number
  readonly dataDir: string
  #child: ChildProcess | undefined
  #output = ''

  constructor(port: number, dataDir: string) {
    this.port = port
    this.dataDir = dataDir
  }

  get base(): URL {
    return new URL(`http://127.0.0.1:${this.port}`)
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** What it said since it was started. */
  get output(): string {
    return this.#output
  }

  /** Starts it; false when it ends instead. */
  async start(): Promise<boolean> {
    this.#output = ''
    const child = spawn(process.execPath, [QUIET, SERVER], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#settings },
    })
    this.#child = child
    const hear = (text: Buffer): void => {
      this.#output = (this.#output + text.toString()).slice(-20_000)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const deadline = performance.now() + PATIENCE_MS
    while (performance.now() < deadline) {
      if (child.exitCode !== null) return false
      if (this.#output.includes('Stip draait.')) return true
      await pause(15)
    }
    throw new Error(`Stip does not start: ${this.#output}`)
  }

  /** As the system does when memory runs out, or a hand with the plug. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  /** `npm run verify`, without what npm takes. */
  async verify(): Promise<{ readonly isGood: boolean; readonly output: string }> {
    const child = spawn(process.execPath, [QUIET, MAINTENANCE, 'verify'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#settings },
    })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text.toString()))
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    const code = await new Promise((resolve) => child.once('close', resolve))
    return { isGood: code === 0, output }
  }

  get #settings(): Record<string, string> {
    return {
      NODE_ENV: 'production',
      STIP_PORT: String(this.port),
      STIP_HOST: '127.0.0.1',
      STIP_DATA_DIR: this.dataDir,
      STIP_PUBLIC_URL: '',
      STIP_LOG_LEVEL: 'warn',
      // Snapshots are to be made while everything breaks, not once an hour.
      STIP_SNAPSHOT_ROWS: '150',
    }
  }
}

const QUIET = '--disable-warning=ExperimentalWarning'
const SERVER = here('../../../../server/dist/main.js')
const MAINTENANCE = here('../../../../server/src/maintenance/main.ts')

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
