import type { Plugin } from 'vite'

interface Chunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly isEntry: boolean
  readonly imports: readonly string[]
  readonly facadeModuleId: string | null
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
}

/** In the root of what is built; the server reads it. */
const fileName = 'first-files.json'

/**
 * Writes down which files the screen at an address begins with, beyond those that the page itself
 * names. The server says so with the page, so that a phone asks for all of them at once, and not
 * for each when the one before it has run: on a slow line that is a round trip and more for each.
 *
 * @param screens - By the beginning of an address, the module of its screen.
 */
export function firstFiles(screens: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'stip-first-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk') as Chunk[]
        const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
        const named = loadedBy(
          byName,
          chunks.filter(({ isEntry }) => isEntry),
        )
        const files = Object.entries(screens).map(([address, module]) => {
          const screen = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(module))
          if (screen === undefined) throw new Error(`The build has no chunk for ${module}.`)
          const own = [...loadedBy(byName, [screen])].filter((chunk) => !named.has(chunk))
          const styles = own.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
          return [address, [...new Set([...own.map((chunk) => chunk.fileName), ...styles])]]
        })
        const source = JSON.stringify(Object.fromEntries(files))
        this.emitFile({ type: 'asset', fileName, source })
      },
    },
  }
}

function loadedBy(byName: ReadonlyMap<string, Chunk>, from: readonly Chunk[]): ReadonlySet<Chunk> {
  const loaded = new Set(from)
  for (const chunk of loaded) {
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported !== undefined) loaded.add(imported)
    }
  }
  return loaded
}
