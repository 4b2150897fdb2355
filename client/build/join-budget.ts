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
  /** The modules that a page loads one after the other, each as the end of its file's path. */
  readonly pages: readonly (readonly string[])[]
  /** What the browser has already when it comes to the page; that does not count again. */
  readonly after?: readonly string[]
}

/**
 * Stops the build when a page that people open on guest wifi grows too heavy. Counts the
 * JavaScript such a page loads by itself: the entry, its modules, and everything these import
 * statically; what loads later on demand (the canvas) does not count.
 */
export function joinBudget({ limitBytes, pages, after }: Budget): Plugin {
  return {
    name: 'stip-join-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      for (const modules of pages) {
        const bytes = sizeOfPage(chunks, modules, after)
        const page = modules.at(-1) ?? ''
        const kilobytes = (bytes / 1024).toFixed(1)
        if (bytes > limitBytes) {
          this.error(`${page} loads ${kilobytes} KB gzip, more than ${limitBytes / 1024} KB.`)
        }
        this.info(`${page} loads ${kilobytes} KB gzip of at most ${limitBytes / 1024} KB.`)
      }
    },
  }
}

function sizeOfPage(
  chunks: readonly Chunk[],
  modules: readonly string[],
  after: readonly string[] | undefined,
): number {
  const known = after === undefined ? new Set<Chunk>() : loadedBy(chunks, after)
  return [...loadedBy(chunks, modules)]
    .filter((chunk) => !known.has(chunk))
    .reduce((sum, chunk) => sum + gzipSync(chunk.code).byteLength, 0)
}

function loadedBy(chunks: readonly Chunk[], modules: readonly string[]): ReadonlySet<Chunk> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const loaded = new Set<Chunk>()
  const waiting = chunks.filter((chunk) => chunk.isEntry)
  for (const module of modules) {
    const screen = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module))
    if (screen === undefined) throw new Error(`The build has no chunk for ${module}.`)
    waiting.push(screen)
  }
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (loaded.has(chunk)) continue
    loaded.add(chunk)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported !== undefined) waiting.push(imported)
    }
  }
  return loaded
}
