import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'

// Vite's development server, with everything that is not a screen passed on to our own server.
// The Host header stays as the browser sent it, so the server's origin check sees one origin.

const clientFolder = path.join(root, 'client')
const vitePath = createRequire(path.join(clientFolder, 'package.json')).resolve('vite')
/** @type {{ createServer: (options: object) => Promise<{ listen(): Promise<unknown>, printUrls(): void }> }} */
const { createServer } = await import(pathToFileURL(vitePath).href)

const target = `http://127.0.0.1:${process.env['STIP_PORT']}`
const vite = await createServer({
  root: clientFolder,
  server: {
    port: Number(process.env['STIP_DEV_PORT']),
    strictPort: true,
    proxy: {
      '/api': { target, ws: true, changeOrigin: false },
      '/sync': { target, ws: true, changeOrigin: false },
    },
  },
})
await vite.listen()
vite.printUrls()
