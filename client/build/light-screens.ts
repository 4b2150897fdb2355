import type { Plugin } from 'vite'

/** Says of a module that also stands elsewhere: this one is for the canvas. */
const forCanvas = '?canvas'

const light: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
}

/**
 * Builds the screens with Preact and the canvas with React. tldraw needs React, which is 60 KB that
 * nobody else needs: a phone that joins over guest wifi fetches a quarter without it. All is
 * written for React, and what Preact lacks is not used outside the canvas (`<Context value>`, `use`,
 * `ref` among the props of a function). The two never meet in one tree: the canvas has a root of
 * its own (src/canvas/mount.tsx). Parts that both show (a button, an icon) are built once for each.
 */
export function lightScreens(): Plugin {
  return {
    name: 'stip-light-screens',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined) return null
      const [file = '', query] = importer.split('?')
      const isForCanvas = query === 'canvas' || file.includes('/client/src/canvas/')
      const replacement = light[source]
      if (replacement !== undefined) {
        return isForCanvas || !isOurs(file) ? null : this.resolve(replacement, importer, options)
      }
      if (!isForCanvas) return null
      const found = await this.resolve(source, file, { ...options, skipSelf: true })
      if (found === null || !isShown(found.id)) return found
      return { ...found, id: found.id + forCanvas }
    },
    buildEnd() {
      for (const id of this.getModuleIds()) {
        if (!usesPreact(this.getModuleInfo(id)?.importedIds ?? [])) continue
        const wrong = this.getModuleInfo(id)?.importers.find(
          (importer) => importer.endsWith(forCanvas) || importer.includes('/client/src/canvas/'),
        )
        if (wrong !== undefined)
          this.error(`${wrong} shows ${id}, which was built for the screens.`)
      }
    },
  }
}

/** Written by us, or icons, which both show. */
function isOurs(file: string): boolean {
  return file.includes('/client/src/') || file.includes('/@tabler/icons-react/')
}

/** What both could show, and so has to be built for each. */
function isShown(id: string): boolean {
  if (id.includes('/client/src/canvas/')) return false
  return id.includes('/@tabler/icons-react/') || /\/client\/src\/.*\.tsx$/.test(id)
}

function usesPreact(ids: readonly string[]): boolean {
  return ids.some((id) => id.includes('/preact/'))
}
