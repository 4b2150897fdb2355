import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../.stip/bench-client', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** The page that only this bench uses, on a port of its own. */
export interface BenchPage {
  readonly url: string
  close(): void
}

/** Serves what `npm run bench:client` built. Isolated, so that browsers tell the time precisely. */
export async function serveBenchPage(): Promise<BenchPage> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname
    const file = join(folder, path === '/' ? 'bench/index.html' : path)
    void answer(response, file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page has no port.')
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

async function answer(response: ServerResponse, file: string): Promise<void> {
  const content = await readFile(file).catch(() => undefined)
  response.writeHead(content === undefined ? 404 : 200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  })
  response.end(content)
}
