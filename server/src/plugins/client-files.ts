import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import plugin from 'fastify-plugin'
import { refuseWith } from './problems.ts'

const notBuilt = `<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<title>Stip</title>
<h1>Stip is nog niet gebouwd</h1>
<p>De server draait, maar de schermen zijn er nog niet. Start Stip met <code>npm start</code>.</p>
</html>
`

/** Serves the built client: files by name, and index.html for every address of a screen. */
export const clientFiles = plugin<{ readonly folder: string }>(
  async (server, { folder }) => {
    const isBuilt = existsSync(join(folder, 'index.html'))
    const first = isBuilt ? firstFiles(join(folder, 'first-files.json')) : new Map<string, string>()
    if (isBuilt) {
      await server.register(fastifyStatic, {
        root: folder,
        wildcard: true,
        index: false,
        // A folder is no file. Asked for one, the library answers 403 to whoever takes no gzip.
        allowedPath: (path) => !path.endsWith('/'),
        preCompressed: true,
        cacheControl: false,
        schemaHide: true,
        setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)),
      })
    }

    server.setNotFoundHandler((request, reply) => {
      const path = request.url.split('?', 1)[0] ?? '/'
      const isScreen = request.method === 'GET' || request.method === 'HEAD'
      const isData = path.startsWith('/api/') || path.startsWith('/sync/') || path === '/api'
      if (!isScreen || isData || /\.[^/]*$/.test(path)) return refuseWith(reply, 'not-found')
      if (!isBuilt) return reply.code(503).type('text/html; charset=utf-8').send(notBuilt)
      const link = first.get(path)
      if (link !== undefined) void reply.header('link', link)
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    })
  },
  { name: 'client-files', fastify: '5.x' },
)

/** By address, the header that names the files with which its screen begins. */
function firstFiles(path: string): ReadonlyMap<string, string> {
  if (!existsSync(path)) return new Map()
  const files = JSON.parse(readFileSync(path, 'utf8')) as Record<string, readonly string[]>
  return new Map(
    Object.entries(files).map(([address, names]) => [
      address,
      names
        .map((name) =>
          name.endsWith('.css')
            ? `</${name}>; rel=preload; as=style; crossorigin`
            : `</${name}>; rel=modulepreload`,
        )
        .join(', '),
    ]),
  )
}

/** Files under assets/ carry a hash of their content in their name, so they never change. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
