import type { Plugin } from 'vite'

const nothing = '\0nothing'

/**
 * Leaves out what our browsers have themselves (polyfills of 2019 that tldraw brings; our own code
 * needs newer browsers than these), and the coloured messages to programmers with which Yjs brings
 * a library to build pages. Its messages come without colours.
 */
export function withoutBallast(): Plugin {
  return {
    name: 'stip-without-ballast',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source.startsWith('core-js/')) return { id: nothing, moduleSideEffects: false }
      if (source !== 'lib0/logging') return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found && { ...found, id: found.id.replace(/logging\.js$/, 'logging.node.js') }
    },
    load: (id) => (id === nothing ? '' : null),
  }
}
