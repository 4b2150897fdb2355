import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const mark = '\0left-out:'
/** Where tldraw names the parts of its interface, each of which can be replaced, and its dialogs. */
const namers =
  /\/tldraw\/dist-esm\/lib\/ui\/(?:context\/(?:components|actions)|hooks\/useTools)\.mjs$/
const parts = /\/tldraw\/dist-esm\/lib\/ui\/components\//
/** Told to who hears the screen, without any part of the interface. */
const kept = /\/A11y\.mjs$/

/**
 * Leaves out the interface of tldraw: menus, panels, dialogs and the libraries that draw those. Our
 * boards have their own around the drawing (`hideUi`), and tldraw brings all of its own along for a
 * table of names in which nothing is ever looked up; a sixth of what a laptop waits for.
 */
export function withoutTldrawUi(): Plugin {
  return {
    name: 'stip-without-tldraw-ui',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || !importer.includes('/tldraw/dist-esm/')) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (found === null || !parts.test(found.id)) return found
      const isLeftOut = namers.test(importer) && !kept.test(found.id)
      // Its index names each of them too, for others.
      return { ...found, id: isLeftOut ? mark + found.id : found.id, moduleSideEffects: false }
    },
    load(id) {
      if (!id.startsWith(mark)) return null
      const code = readFileSync(id.slice(mark.length), 'utf8')
      const names = /export \{([^}]*)\};?/.exec(code)?.[1]?.split(',') ?? []
      const exported = names.map((name) => `nothing as ${name.trim()}`)
      return `const nothing = () => null\nexport { ${exported.join(', ')} }\n`
    },
  }
}
