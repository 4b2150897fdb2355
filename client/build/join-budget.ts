import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

interface Chunk {
  readonly type: 'chunk'
  readonly code: string
  readonly fileName: string
  readonly isEntry: boolean
  readonly imports: readonly string[]
  readonly facadeModuleId: string | null
}

interface Budget {
  readonly limitBytes: number
  /** Screens that must stay light, as the end of their file's path. */
  readonly pages: readonly string[]
}

/**
 * Stops the build when a page that people open on guest wifi grows too heavy. Counts the
 * JavaScript such a page loads by itself: the entry, the screen, and everything either imports
 * statically; what loads later on demand (the canvas) does not count.
 */
export function joinBudget({ limitBytes, pages }: Budget): Plugin {
  return {
    name: 'stip-join-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      for (const page of pages) {
        const bytes = sizeOfPage(chunks, page)
        const kilobytes = (bytes / 1024).toFixed(1)
        if (bytes > limitBytes) {
          this.error(`${page} loads ${kilobytes} KB gzip, more than ${limitBytes / 1024} KB.`)
        }
        this.info(`${page} loads ${kilobytes} KB gzip of at most ${limitBytes / 1024} KB.`)
      }
    },
  }
}

function sizeOfPage(chunks: readonly Chunk[], page: string): number {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const screen = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(page))
  if (screen === undefined) throw new Error(`The build has no chunk for ${page}.`)
  const loaded = new Set<Chunk>()
  const waiting = [...chunks.filter((chunk) => chunk.isEntry), screen]
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (loaded.has(chunk)) continue
    loaded.add(chunk)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported !== undefined) waiting.push(imported)
    }
  }
  return [...loaded].reduce((sum, chunk) => sum + gzipSync(chunk.code).byteLength, 0)
}
