import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../../client/dist', import.meta.url))
const kinds: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

/** The screens as they were built, served without a Stip behind them; and then as a newer build. */
export class ShippedBuild {
  readonly #folder = mkdtempSync(join(tmpdir(), 'stip-build-'))
  #server: Server | undefined
  #port = 0
  #name: string | undefined

  static async start(): Promise<ShippedBuild> {
    const build = new ShippedBuild()
    cpSync(built, build.#folder, {
      recursive: true,
      filter: (path) => !/\.(?:br|gz|map)$/.test(path),
    })
    await build.serve()
    return build
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async serve(): Promise<void> {
    const server = createServer(({ url = '/', method }, answer) => {
      const path = new URL(url, 'http://x').pathname
      if (path.startsWith('/api/') || method !== 'GET') {
        answer.writeHead(503).end()
        return
      }
      const file = extname(path) === '' ? 'index.html' : path.slice(1)
      const kind = kinds[extname(file)] ?? 'application/octet-stream'
      try {
        const content = readFileSync(this.#path(file))
        const caching = path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache'
        answer.writeHead(200, { 'content-type': kind, 'cache-control': caching }).end(content)
      } catch {
        answer.writeHead(404).end()
      }
    })
    this.#server = server
    await new Promise<void>((resolve) => {
      server.listen(this.#port, '127.0.0.1', resolve)
    })
    this.#port = (server.address() as AddressInfo).port
  }

  /** Pulls the plug. */
  async end(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined))
  }

  /**
   * Makes a newer build of it, as another commit would: one file is new, is asked for by the page
   * (and says so on it), and the one that it took the place of is gone.
   */
  renew(name: string): void {
    const old = this.#name
    this.#name = name
    const mark = `document.documentElement.dataset.build=${JSON.stringify(name)}`
    writeFileSync(this.#path(fileOf(name)), mark)
    if (old !== undefined) rmSync(this.#path(fileOf(old)))
    const tag = (version: string) => `<script type="module" src="/${fileOf(version)}"></script>`
    this.#change('index.html', (page) =>
      old === undefined
        ? page.replace('</head>', `${tag(name)}</head>`)
        : page.replace(tag(old), tag(name)),
    )
    this.#change('service-worker.js', (worker) =>
      worker
        // Its version names what it keeps, and its bytes tell a browser that there is a new one.
        .replace(
          old === undefined ? /(["'`])[0-9a-f]{16}\1/ : JSON.stringify(old),
          JSON.stringify(name),
        )
        .replace(
          old === undefined ? /(?=["'`]\/assets\/)/ : `"/${fileOf(old)}",`,
          `"/${fileOf(name)}",`,
        ),
    )
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #path(file: string): string {
    return join(this.#folder, file)
  }

  #change(file: string, by: (text: string) => string): void {
    const text = readFileSync(this.#path(file), 'utf8')
    const changed = by(text)
    if (changed === text) throw new Error(`${file} is not as this expects it.`)
    writeFileSync(this.#path(file), changed)
  }
}

function fileOf(version: string): string {
  return `assets/build-${version}.js`
}
