import { existsSync } from 'node:fs'
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
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    })
  },
  { name: 'client-files', fastify: '5.x' },
)

/** Files under assets/ carry a hash of their content in their name, so they never change. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
