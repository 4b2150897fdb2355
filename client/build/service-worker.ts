import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { transformWithOxc } from 'vite'
import type { Plugin } from 'vite'

/** Under this name in the root, because a worker serves the folder that it stands in. */
const fileName = 'service-worker.js'

interface ServiceWorkerOptions {
  readonly source: URL
  /** Files that only few people ask for, by the beginning of their name under assets/. */
  readonly leftOut: readonly string[]
}

/**
 * Builds the service worker, with the names of all files that a page may need. Its bytes change
 * when any of them does, and that is how browsers notice a new version.
 */
export function serviceWorker({ source, leftOut }: ServiceWorkerOptions): Plugin {
  return {
    name: 'stip-service-worker',
    apply: 'build',
    generateBundle: {
      // After files that hold nothing were taken out: a worker that asks for one keeps nothing.
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/') && /\.(?:js|css|woff2|json|svg)$/.test(name))
          .filter((name) => !leftOut.some((start) => name.startsWith(`assets/${start}`)))
          .map((name) => `/${name}`)
          .toSorted()
        const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)
        const { code } = await transformWithOxc(await readFile(source, 'utf8'), 'service-worker.ts')
        const filled = code
          .replaceAll('OFFLINE_VERSION', JSON.stringify(version))
          .replaceAll('OFFLINE_FILES', JSON.stringify(files))
        this.emitFile({ type: 'asset', fileName, source: filled })
      },
    },
  }
}
